"""How much of what a writer would record is found in the articles of tests/articles."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explainer.text.articles import Article, read_article
from explainer.text.articles.found import FoundPassage, find_in
from explainer.text.yaml import read_yaml

ARTICLES = Path(__file__).parents[1] / "articles"
KINDS = ("passages", "set aside", "quotations", "labels", "figures", "dates")


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind of thing: how many there are, how many were found, how many of those are right."""

    expected: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.expected + other.expected, self.found + other.found, self.right + other.right
        )


@dataclass(frozen=True, slots=True)
class Scored:
    """One article held against what was expected of it."""

    scores: dict[str, Score]
    speakers: Score
    """Of the quotations found: with the right speaker."""
    mistakes: tuple[str, ...]


def names() -> list[str]:
    """The articles that have expectations."""
    return sorted(p.name.removesuffix(".expected.yaml") for p in ARTICLES.glob("*.expected.yaml"))


def article_file(name: str) -> Path:
    """The file of the article called `name`."""
    return next(p for p in sorted(ARTICLES.glob(f"{name}.*")) if p.suffix != ".yaml")


def read(name: str) -> tuple[Article, tuple[FoundPassage, ...], dict[str, Any]]:
    """An article, what is found in it, and what was expected."""
    file = article_file(name)
    article = read_article(file.read_bytes().decode("utf-8-sig"), file.suffix)
    path = ARTICLES / f"{name}.expected.yaml"
    document = read_yaml(path.name, path.read_text(encoding="utf-8"))
    assert not document.problems, document.problems
    return article, find_in(article, (), article.published), document.value


def score(name: str) -> Scored:
    """How well the article `name` was read."""
    article, found, expected = read(name)
    mistakes: list[str] = []
    scores = {kind: Score() for kind in KINDS}
    speakers = Score()
    wanted = {one["starts"]: one for one in expected["passages"]}
    pairs = list(_paired(found, wanted))
    scores["passages"] = Score(len(wanted), len(found), len(pairs))
    texts = [passage for passage, _ in pairs]
    mistakes += [f"not a passage: {p.paragraph.text[:60]}" for p in found if p not in texts]
    missed = [s for s in wanted if not any(one["starts"] == s for _, one in pairs)]
    mistakes += [f"passage missed: {start}" for start in missed]
    reasons = {(a.text, a.reason) for a in article.set_aside}
    right = [
        one
        for one in expected["aside"]
        if any(
            text.startswith(one["starts"]) and reason == one["reason"] for text, reason in reasons
        )
    ]
    mistakes += [f"not set aside so: {one}" for one in expected["aside"] if one not in right]
    scores["set aside"] = Score(len(expected["aside"]), len(article.set_aside), len(right))
    for passage, one in pairs:
        for kind, part in _of_passage(passage, one, mistakes).items():
            scores[kind] += part
        told, known = _speakers(passage, one, mistakes)
        speakers += Score(known, known, told)
    return Scored(scores, speakers, tuple(mistakes))


def _paired(
    found: tuple[FoundPassage, ...], wanted: dict[str, Any]
) -> Iterator[tuple[FoundPassage, dict[str, Any]]]:
    for passage in found:
        for start, one in wanted.items():
            # A passage is right when it begins as it should and has the id it should.
            if passage.paragraph.text.startswith(start) and passage.id == one["id"]:
                yield passage, one


def _of_passage(
    passage: FoundPassage, one: dict[str, Any], mistakes: list[str]
) -> dict[str, Score]:
    quotes = Counter(_letters(q.text) for q in passage.quotes)
    labels = Counter(map(_letters, passage.labels))
    wanted_quotes = Counter(_letters(q["text"]) for q in one.get("quotes", []))
    wanted_labels = Counter(_letters(label) for label in one.get("labels", []))
    parts = {
        "quotations": _score(quotes, wanted_quotes, f"{passage.id} quotation", mistakes),
        "labels": _score(labels, wanted_labels, f"{passage.id} label", mistakes),
    }
    figures = [(_spaced(f.text), _value(f.values)) for f in passage.figures]
    wanted_figures = [(str(f["text"]), _wanted(f["value"])) for f in one.get("figures", [])]
    parts["figures"] = _loose(figures, wanted_figures, f"{passage.id} figure", mistakes)
    dates = [(d.text, d.date) for d in passage.dates]
    wanted_dates = [(str(d["text"]), str(d["date"])) for d in one.get("dates", [])]
    parts["dates"] = _loose(dates, wanted_dates, f"{passage.id} date", mistakes)
    return parts


def _score(found: Counter[str], wanted: Counter[str], where: str, mistakes: list[str]) -> Score:
    right = (found & wanted).total()
    mistakes += [f"{where} missed: {text}" for text in wanted - found]
    mistakes += [f"{where} too many: {text}" for text in found - wanted]
    return Score(wanted.total(), found.total(), right)


def _loose(
    found: list[tuple[str, Any]], wanted: list[tuple[str, Any]], where: str, mistakes: list[str]
) -> Score:
    """Equal values, and the words of one stand in those of the other; each counts once."""
    left = list(found)
    right = 0
    for text, value in wanted:
        match = next((f for f in left if f[1] == value and (text in f[0] or f[0] in text)), None)
        if match:
            left.remove(match)
            right += 1
        else:
            mistakes.append(f"{where} missed: {text} = {value}")
    mistakes += [f"{where} too many: {text} = {value}" for text, value in left]
    return Score(len(wanted), len(found), right)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _value(values: tuple[float, ...]) -> Any:
    return None if not values else values[0] if len(values) == 1 else list(values)


def _wanted(value: Any) -> Any:
    return [float(v) for v in value] if isinstance(value, list) else value


def _speakers(passage: FoundPassage, one: dict[str, Any], mistakes: list[str]) -> tuple[int, int]:
    """How many quotations with a known speaker got the right one, and how many there are."""
    given = {_letters(q.text): q.speaker for q in passage.quotes}
    told = known = 0
    for quote in one.get("quotes", []):
        if quote["speaker"] and _letters(quote["text"]) in given:
            known += 1
            speaker = given[_letters(quote["text"])]
            told += speaker == quote["speaker"]
            if speaker != quote["speaker"]:
                mistakes.append(f"{passage.id} speaker {speaker!r}, not {quote['speaker']!r}")
    return told, known


def _letters(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
