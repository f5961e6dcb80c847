"""ingest: an article's text becomes a record, and a record outlives changes of its article."""

import re
import shutil
from pathlib import Path

import pytest

from explainer.commands.ingest import ingest
from explainer.commands.terminal import Terminal
from explainer.commands.verify import verify
from explainer.text.yaml import read_yaml
from tests.commands.run import run
from tests.text.scoring import article_file, names, read

ARTICLE = """\
MILLBROOK, 4 March (Vale News) - The old mill at Millbrook will close on Friday, its owner said.

"We held on for nine years," said Ada Fenn, who owns it. "The river has other plans."

The council offered 12,000 pounds in January. It has 31 members.

Vale Water, which runs the weir, did not answer questions.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article about a mill, in a file of its own."""
    file = tmp_path / "mill.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


@pytest.fixture
def record(small: Path, article: Path) -> Path:
    """Its record, as `ingest` makes it."""
    assert ingest(small, article, id="mill", publisher="Vale News", published="2025-03-04") == 0
    return small / "seeds/mill.yaml"


def filled(record: Path) -> str:
    """The record with every passage told, as a writer would leave it."""
    text = record.read_text(encoding="utf-8")
    text = re.sub(r"  # says: .*", "  says: Something in our own words.\n  status: fact", text)
    record.write_text(text, encoding="utf-8")
    return text


def test_a_record_holds_what_is_found_and_asks_for_the_rest(record: Path) -> None:
    assert record.read_text(encoding="utf-8") == (Path(__file__).parent / "mill.yaml").read_text(
        encoding="utf-8"
    )


def test_check_tells_which_passages_their_writer_has_yet_to_tell(record: Path, small: Path) -> None:
    told = run("check", "--root", small)
    assert told.status == 1
    assert "passage `p1` needs either `says` or `parts`" in told.err
    assert "Traceback" not in told.err


def test_ingesting_again_changes_nothing(
    record: Path, small: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = record.read_bytes()
    assert ingest(small, article, id="mill") == 0
    assert record.read_bytes() == before
    assert "nothing is changed" in capsys.readouterr().out


def test_an_updated_article_adds_passages_and_leaves_every_word_of_a_writer(
    record: Path, small: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = filled(record).replace(
        "- id: p2", "# the owner speaks\n- id: p2\n  note: Ask her for the year."
    )
    record.write_text(before, encoding="utf-8")
    changed = ARTICLE.replace("12,000 pounds", "15,000 pounds").replace(
        "\n\nThe council",
        '\n\n"Nobody asked us," said Tom Birch of the mill\'s 14 tenants.\n\nThe council',
    )
    article.write_text(changed, encoding="utf-8")
    capsys.readouterr()
    assert ingest(small, article, id="mill") == 0
    after = record.read_text(encoding="utf-8")
    told = capsys.readouterr().out
    assert "p3: no longer in the text: 12,000 pounds" in told
    assert "p3: in the text, not in the record: figure 15,000 pounds" in told
    assert "p5: new, from line 5 of the article" in told
    kept = [
        line for line in before.split("\n") if not line.startswith(("sha256", "  # in the text"))
    ]
    rest = iter(after.split("\n"))
    assert all(line in rest for line in kept), "every line is there, in its order"
    ids = [p["id"] for p in read_yaml("", after).value["passages"]]
    assert ids == ["p1", "p2", "p5", "p3", "p4"], "ids are for ever, places follow the article"
    assert "Nobody asked us" in after
    assert ingest(small, article, id="mill") == 0
    assert record.read_text(encoding="utf-8") == after


def test_what_left_the_article_stays_in_the_record_and_is_told(
    record: Path, small: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text(
        ARTICLE.replace("\n\nVale Water, which runs the weir, did not answer questions.", "")
    )
    assert ingest(small, article, id="mill") == 0
    assert "p4: no longer in the article" in capsys.readouterr().out
    assert "- id: p4" in record.read_text(encoding="utf-8")


def test_what_moved_in_the_article_is_told(
    record: Path, small: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = ARTICLE.strip().split("\n\n")
    article.write_text("\n\n".join([blocks[0], blocks[2], blocks[3], blocks[1]]) + "\n")
    assert ingest(small, article, id="mill") == 0
    assert "p2: moved; it now stands after p4" in capsys.readouterr().out


def test_a_record_written_by_hand_is_known_again_without_marks(
    record: Path, small: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n".join(line for line in filled(record).split("\n") if "#" not in line)
    record.write_text(text, encoding="utf-8")
    article.write_text("A word of the editor stands before it all now, for once.\n\n" + ARTICLE)
    capsys.readouterr()
    assert ingest(small, article, id="mill") == 0
    told = capsys.readouterr().out
    assert "p5: new, from line 1" in told
    assert "no longer" not in told
    assert "moved" not in told


@pytest.mark.parametrize("name", names())
def test_no_sentence_of_an_article_gets_into_its_record(name: str, small: Path) -> None:
    _, found, _ = read(name)
    assert ingest(small, article_file(name), id="seed", publisher="Somebody") == 0
    text = (small / "seeds/seed.yaml").read_text(encoding="utf-8")
    for passage in found:
        bare = passage.paragraph.text
        for quote in passage.quotes:
            bare = bare.replace(quote.text, " | ")
        for piece in bare.split("|"):
            words = piece.split()
            for at in range(len(words) - 7):
                assert " ".join(words[at : at + 8]) not in text


@pytest.mark.parametrize("name", names())
def test_verify_finds_everything_that_ingest_recorded(
    name: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(article_file(name), small / "seeds")
    assert ingest(small, article_file(name), id="seed", publisher="Somebody") == 0
    record = small / "seeds/seed.yaml"
    # Nobody could be named for some quotations: a writer names them.
    filled(record)
    text = re.sub(
        r"\}   # who speaks.*", ", speaker: nobody-known}", record.read_text(encoding="utf-8")
    )
    record.write_text(text, encoding="utf-8")
    assert verify(small, "seed", None, Terminal()) == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        ({"id": "No Id"}, 2, "`--id No Id` is no id"),
        ({"id": "../mill"}, 2, "is no id"),
        ({"id": "mill", "published": "2025-02-30"}, 2, "`--published 2025-02-30` is no date"),
        ({"id": "mill", "url": "javascript:alert(1)"}, 2, "is no web address"),
        ({"id": "mill", "language": "English"}, 2, "write en, de or fr"),
        ({"id": "why"}, 2, "the id `why` is taken: content/sections/10-why.md"),
    ],
)
def test_options_that_make_no_sense_are_told_and_nothing_is_written(
    options: dict[str, str],
    status: int,
    message: str,
    small: Path,
    article: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = sorted(path.name for path in small.rglob("*"))
    given = {"published": "", "url": "", "language": ""} | options
    done = ingest(
        small,
        article,
        id=given["id"],
        published=given["published"],
        url=given["url"],
        language=given["language"],
    )
    assert done == status
    assert message in capsys.readouterr().err
    assert sorted(path.name for path in small.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("mill.txt", b"Caf\xe9 by the river.", "mill.txt:1: this file is not UTF-8"),
        ("mill.pdf", b"%PDF", "an article is a file of text, HTML or Markdown"),
        ("mill.txt", b"  \n\n ", "no paragraph of an article is in it"),
        ("other.txt", None, "cannot be read: No such file or directory"),
    ],
)
def test_files_that_are_no_article_are_told(
    name: str,
    content: bytes | None,
    message: str,
    small: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert ingest(small, tmp_path / name, id="mill") == 1
    assert message in capsys.readouterr().err
    assert not (small / "seeds/mill.yaml").exists()


def test_a_record_that_yaml_cannot_read_is_left_alone_and_told(
    record: Path, small: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record.write_text("passages: [", encoding="utf-8")
    assert ingest(small, article, id="mill") == 1
    assert "seeds/mill.yaml:1:12: " in capsys.readouterr().err
    assert record.read_text(encoding="utf-8") == "passages: ["


def test_quotations_that_yaml_might_misread_stay_text(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_text(
        'Then he said: "Yes: no # maybe {or} \\ not, \'twas 5".\n\nShe said "true" and "null" to it.\n',
        encoding="utf-8",
    )
    assert ingest(small, file, id="odd") == 0
    text = (small / "seeds/odd.yaml").read_text(encoding="utf-8")
    document = read_yaml("odd.yaml", text)
    assert not document.problems
    first, second = document.value["passages"]
    assert first["quotes"][0]["text"] == "Yes: no # maybe {or} \\ not, 'twas 5"
    assert [item["text"] for key in ("quotes", "labels") for item in second.get(key, [])] == [
        "true",
        "null",
    ]


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x85", "\u2028", "\u202e", "\U00011af9", "\uffff"])
def test_signs_that_do_not_show_make_no_record_that_cannot_be_read(
    sign: str, small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "odd.html"
    head = f"<html lang='{sign}'><meta property='og:site_name' content='Vale{sign} News'>"
    date = "<meta name='date' content='2025-02-31'>"
    said = f'{head}{date}<p>He said: "The mill{sign} is closed for good".'
    file.write_text(said, encoding="utf-8")
    assert ingest(small, file, id="odd") == 0
    document = read_yaml("odd.yaml", (small / "seeds/odd.yaml").read_text(encoding="utf-8"))
    assert not document.problems
    words = document.value["passages"][0]["quotes"][0]["text"].split()
    assert words[-4:] == ["is", "closed", "for", "good"]
    assert document.value["language"] == "en"
    assert "published" not in document.value


def test_what_is_in_the_record_and_the_article_is_not_told_as_gone(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "parted.txt"
    file.write_text(
        '"The gauge lied," she told the jury, "and he wrote down what it said."\n\n'
        '\'"If you have one of these at home, unplug it tonight," the director said.\n'
    )
    for _ in range(2):
        assert ingest(small, file, id="parted") == 0
    assert "no longer" not in capsys.readouterr().out


def test_a_sentence_in_capitals_is_no_name(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "loud.txt"
    sentence = "THE OLD MILL AT MILLBROOK WILL CLOSE ON FRIDAY"
    file.write_text(f"On the wall stood {sentence} in red letters.\n")
    assert ingest(small, file, id="loud") == 0
    assert sentence not in (small / "seeds/loud.yaml").read_text(encoding="utf-8")


def test_the_command_says_what_it_found(small: Path, article: Path) -> None:
    done = run("ingest", article, "--id", "mill", "--published", "2025-03-04", "--root", small)
    assert done.status == 0
    assert "seeds/mill.yaml: 4 passages, 2 quotations, 0 labels, 3 figures, 2 dates" in done.out
    assert "  line 1: dateline (6 words)" in done.out
    assert "names no record explains: Millbrook, Ada Fenn, Vale Water" in done.out


def test_a_record_told_in_other_words_is_known_again_by_what_they_share(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "fair.txt"
    paragraphs = (
        "The autumn fair opened in the churchyard although it rained without a break.",
        "Visitors praised the honey and complained about the price of parking.",
        "Organisers hope for better weather and a larger field.",
    )
    file.write_text("\n\n".join(paragraphs), encoding="utf-8")
    assert ingest(small, file, id="fair", publisher="Vale News") == 0
    record = small / "seeds/fair.yaml"
    record.write_text(
        "kind: seed\npublisher: Vale News\npublished: 2024-10-01\nfile: fair.txt\npassages:\n"
        "- {id: p1, says: In the churchyard the autumn fair began despite rain., status: fact}\n"
        "- {id: p2, says: The honey was liked and the parking fees were not., status: claim}\n"
        "- {id: p3, says: Larger grounds and better weather are hoped for., status: plan}\n",
        encoding="utf-8",
    )
    file.write_text("\n\n".join([paragraphs[1], paragraphs[0], paragraphs[2]]), encoding="utf-8")
    capsys.readouterr()
    assert ingest(small, file, id="fair") == 0
    told = capsys.readouterr().out
    assert "moved" in told
    assert "no longer" not in told
    assert "new" not in told
