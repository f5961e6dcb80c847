"""Whole sites of damaged records: each is made, or every reason why not has a file and a line."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make
from tests.conftest import ROOT
from tests.hostile import PAYLOADS, fields_of, files_with_records, parts_of, put
from tests.long.fuzzing.texts import SIGNS, texts
from tests.long.fuzzing.told import assert_told
from tests.long.fuzzing.trying import Target

_SITES = {name: ROOT / "tests/sites" / name for name in ("small", "every_field", "lighthouse")}
_FILES = tuple((name, path) for name, site in _SITES.items() for path in files_with_records(site))
_WHOLE = {(name, path): (_SITES[name] / path).read_text("utf-8") for name, path in _FILES}

_ODD_VALUES: tuple[Any, ...] = (
    *(None, "", " ", [], {}, True, False, 0, -1, 1.5, 10**30, -(10**400), 1e308, [[]], [None]),
    *(["a", "a"], {"a": 1}, {"id": "weir"}, "weir", "../../etc/passwd", "/", ".", "CON", "index"),
    *("2025-02-31", "0001-01-01", "9999-12-31", "2025/2024", "2025-06-10/", "20٢٥", "0000-00-00"),
    *("[@p1]", "[@ashby-weir:p1]", "[[weir]]", "[[nowhere]]", "{context}", '[1]{calc="1/0"}'),
    *(
        '[1]{calc="9**9**9"}',
        "later",
        "plan",
        "forecast",
        "https://a.b/",
        "javascript:x",
        "x" * 400,
    ),
    *("40 eels", "March 12", "“quoted”", "٤٠", "de-DE", "en", "xx", "#", "<b>", "A\nB", "A\n\nB"),
    *(f"{'9' * 400}", "1e999", [1, 0], [1, 2, 3], ["weir", "eel", "weir"], "none", "null"),
)
_value = st.one_of(st.sampled_from(_ODD_VALUES), st.sampled_from((*SIGNS, *PAYLOADS)))
_change = st.tuples(
    st.sampled_from(("value", "value", "gone", "twice", "key")), st.integers(0, 10**6), _value
)


@st.composite
def _damaged(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A site's name, and for some of its files a text, or changes of the record in it."""
    name = draw(st.sampled_from(tuple(_SITES)))
    paths = [path for site, path in _FILES if site == name]
    damage: dict[str, Any] = {}
    for path in draw(st.lists(st.sampled_from(paths), min_size=1, max_size=3, unique=True)):
        text = texts((_WHOLE[name, path],))
        damage[path] = draw(st.one_of(text, st.lists(_change, min_size=1, max_size=3)))
    return name, damage


def _holds_records(given: tuple[str, dict[str, Any]]) -> None:
    name, damage = given
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(_SITES[name], site)
        for path, how in damage.items():
            _damage(site / path, how)
        try:
            made = make(site, Options())
        except SiteError as error:
            _are_told(error, site)
        else:
            assert any(file.path == "index.html" for file in made)


def _damage(path: Path, how: Any) -> None:
    if isinstance(how, str):
        path.write_bytes(how.encode())
        return
    record, body = parts_of(path)
    for change in how:
        record = _changed(record, *change)
    put(path, record, body)


def _changed(record: Any, kind: str, place: int, value: Any) -> Any:
    """`record` with one of its values another, gone, given twice, or under another key."""
    ways = [way for way in fields_of(record) if way]
    if not ways:
        return value
    way = ways[place % len(ways)]
    # Not only texts: what holds them is damaged too.
    way = way[: len(way) - place // len(ways) % 2] or way
    return _with(record, way, kind, value)


def _with(record: Any, way: tuple[Any, ...], kind: str, value: Any) -> Any:
    first, rest = way[0], way[1:]
    inside = record.items() if isinstance(record, dict) else enumerate(record)
    pairs: list[tuple[Any, Any]] = []
    for key, one in inside:
        if key != first:
            pairs.append((key, one))
        elif rest:
            pairs.append((key, _with(one, rest, kind, value)))
        elif kind == "value":
            pairs.append((key, value))
        elif kind == "twice":
            pairs += [(key, one), (key, one)]
        elif kind == "key":
            pairs.append((str(value), one))
    return dict(pairs) if isinstance(record, dict) else [one for _, one in pairs]


def _are_told(error: SiteError, site: Path) -> None:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    texts = {
        path: file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
        for path, file in found.items()
    }
    told = [p for p in error.problems if "this file is missing" not in p.message]
    assert_told(told, {path: text.replace("\r", "\n") for path, text in texts.items()})
    assert str(error)


RECORDS = Target(_damaged(), _holds_records)
