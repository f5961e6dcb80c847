"""The paragraphs of an article, and which of them each passage of a record retells."""

from collections.abc import Sequence

from explainer.model.passages import Passage
from explainer.text.quotations import words_of

_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚", "'"))
_EVIDENCE = 20
"""What a recorded quotation, figure or date found in a paragraph weighs against a shared word."""


def unix_lines(text: str) -> str:
    """`text`, the content of an article's file, whatever system it was saved on."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, the content of an article's file, each on one line.

    What ingest sets aside is among them, for a record may retell it all the same.
    """
    # Here, since most builds have no article's text at hand and need nothing of this.
    from explainer.text.articles import blocks_of

    return blocks_of(text)


def align(passages: Sequence[Passage], paragraphs: Sequence[str]) -> tuple[int | None, ...]:
    """The index of the paragraph that each of `passages` retells; None where none is left.

    Passages keep the order of the article, and paragraphs may be passed over: appeals for money,
    links to other articles. Of all such ways the one with the most words in common is taken.
    """
    scores = [[_likeness(passage, text) for text in paragraphs] for passage in passages]
    rows, columns = len(passages), len(paragraphs)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            taken = scores[i][j] + best[i + 1][j + 1]
            best[i][j] = max(taken, best[i][j + 1], best[i + 1][j])
    found: list[int | None] = [None] * rows
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return tuple(found)


def holds(paragraph: str, recorded: str) -> bool:
    """Whether `recorded` stands in `paragraph` as whole words, in any kind of quotation marks."""
    return f" {_plain(recorded)} " in f" {_plain(paragraph)} "


def _plain(text: str) -> str:
    """The words of `text` as they are compared, without marks between or around them."""
    bare = (word.strip(".,;:!?…()[]\"'") for word in words_of(text.translate(_MARKS)))
    return " ".join(word for word in bare if word)


def _likeness(passage: Passage, paragraph: str) -> float:
    """How well `paragraph` fits: recorded texts it holds count most, then words shared."""
    recorded = [
        *(quote.text for quote in passage.quotes),
        *passage.labels,
        *(figure.text for figure in passage.figures),
        *(date.text for date in passage.dates),
    ]
    said = {
        w.lower() for part in passage.parts for w in _plain(part.says.text).split() if len(w) > 3
    }
    printed = {w.lower() for w in _plain(paragraph).split()}
    shared = len(said & printed) / (1 + len(said))
    found = sum(holds(paragraph, text) for text in recorded)
    # A long appeal shares words with everything; what every paragraph has is its place.
    return 0.01 + shared + _EVIDENCE * found / (1 + len(recorded))
