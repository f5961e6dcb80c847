"""Locks of records, as they are written and as somebody may have changed them."""

from hypothesis import strategies as st

from explainer.model.passages import Source
from explainer.model.sources import SourceFile
from explainer.stages.parse.sources import parse_source
from explainer.text.lock import compare, lock_of
from explainer.text.verified import compare_with_text
from tests.conftest import ROOT
from tests.long.fuzzing.texts import parts_of, texts
from tests.long.fuzzing.trying import Target

_SITE = ROOT / "tests/sites/lighthouse"
_ARTICLE = (_SITE / "seeds/beam.txt").read_text("utf-8")
_LOCK = (_SITE / "seeds/beam.lock.yaml").read_text("utf-8")
_RECORD = (_SITE / "seeds/beam.yaml").read_text("utf-8")
_LOCK_SIGNS = (
    "- id: p1\n",
    "  text: ",
    "  seal: ",
    "seal: ",
    "  compared:\n",
    "source: ",
    "a" * 64,
)


def _source(record: str) -> Source | None:
    parsed = parse_source(SourceFile("seeds/beam.yaml", record), language="en")
    return next((one for one in parsed.records if isinstance(one, Source)), None)


BEAM = _source(_RECORD)


def _holds_lock(given: tuple[str, str, str]) -> None:
    lock, record, article = given
    assert BEAM is not None
    _is_told_if_changed(BEAM, lock)
    source = _source(record)
    if source is None:
        return
    list(compare(source, lock))
    list(compare_with_text(source, article, {}))
    fresh = [d for d in compare(source, lock_of(source, article)) if d.needles != ("sha256:",)]
    assert not fresh, fresh


def _is_told_if_changed(source: Source, lock: str) -> None:
    found = list(compare(source, lock))
    assert bool(found) == (lock.rstrip("\n") != _LOCK.rstrip("\n")), found
    lines = lock.count("\n") + 1
    for difference in found:
        assert 0 <= difference.line <= lines, difference
        assert difference.message and difference.hint


LOCK = Target(
    st.tuples(
        texts((_LOCK,), _LOCK_SIGNS),
        texts((_RECORD,)),
        texts((_ARTICLE, *parts_of("tests/articles/*.txt"))),
    ),
    _holds_lock,
)
