"""Hostile text, and every field of the little site's records to put it into."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from explainer.model.options import Options
from explainer.model.output import OutputFile
from explainer.model.problems import Problem, SiteError
from explainer.pipeline import make
from tests.conftest import ROOT

PAYLOADS = """\
<script>evil()</script>
<SCRIPT SRC=//evil.example/x.js></SCRIPT>
<scr<script>ipt>evil()</scr</script>ipt>
</script><script>evil()</script>
</style><script>evil()</script>
</title><script>evil()</script>
</textarea><script>evil()</script>
--><script>evil()</script><!--
]]><script>evil()</script>
<!--<script>evil()</script>
<![CDATA[<script>evil()</script>]]>
<?php evil() ?>
<img src=x onerror=evil()>
<img src=x onerror="evil()"//
<img/src=x/onerror=evil()>
<svg onload=evil()>
<svg/onload=evil()>
<svg><script>evil()</script></svg>
<svg><animate onbegin=evil() attributeName=x dur=1s>
<math><mi xlink:href="javascript:evil()">x</mi></math>
<body onload=evil()>
<input autofocus onfocus=evil()>
<details open ontoggle=evil()>
<video><source onerror=evil()></video>
<audio src=x onerror=evil()>
<iframe src="javascript:evil()"></iframe>
<iframe srcdoc="<script>evil()</script>"></iframe>
<object data="javascript:evil()"></object>
<embed src="javascript:evil()">
<base href="//evil.example/">
<link rel=stylesheet href=//evil.example/x.css>
<meta http-equiv="refresh" content="0;url=javascript:evil()">
<form action="javascript:evil()"><button>go</button></form>
<button formaction="javascript:evil()">go</button>
<a href="javascript:evil()">go</a>
<a href="java&#115;cript:evil()">go</a>
<a href=" javascript:evil()">go</a>
<a href="vbscript:evil()">go</a>
<a href="data:text/html,<script>evil()</script>">go</a>
<marquee onstart=evil()>
<style>@import '//evil.example/x.css';</style>
<div style="background:url(javascript:evil())">
<template><script>evil()</script></template>
<noscript><p title="</noscript><img src=x onerror=evil()>">
"><script>evil()</script>
'><script>evil()</script>
" onmouseover="evil()
' onmouseover='evil()
" autofocus onfocus="evil()" x="
` onmouseover=`evil()
\\"><script>evil()</script>
&lt;script&gt;evil()&lt;/script&gt;
&#60;script&#62;evil()&#60;/script&#62;
%3Cscript%3Eevil()%3C/script%3E
\\u003cscript\\u003eevil()\\u003c/script\\u003e
[go](javascript:evil())
[go](JaVaScRiPt:evil())
[go](java&#x73;cript:evil())
[go](data:text/html;base64,PHNjcmlwdD5ldmlsKCk8L3NjcmlwdD4=)
![go](javascript:evil())
[go]: javascript:evil()
<javascript:evil()>
javascript:evil()
{{ evil() }}
{% raw %}<script>evil()</script>{% endraw %}
{{ ''.__class__.__mro__ }}
${evil()}
＜script＞evil()＜/script＞
""".splitlines()


EVERY_FIELD = ROOT / "tests/sites/every_field"
"""A site whose records use every key that takes text."""
_AT_ONCE = 16

Place = tuple[str, tuple[Any, ...]]
Places = list[Place]


def fields_of(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every text in a record."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from fields_of(inside, (*way, key))
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from fields_of(inside, (*way, place))
    elif isinstance(value, str):
        yield way


def with_text(value: Any, way: tuple[Any, ...], text: str) -> Any:
    """`value` with `text` where `way` leads, behind what stands there."""
    if not way:
        # Citations stay last, where they cover it.
        words, mark, rest = str(value).partition(" [@")
        context, sign, end = words.partition(" {context}")
        return f"{context} {text}{sign}{end}{mark}{rest}"
    if isinstance(value, dict):
        return {k: with_text(v, way[1:], text) if k == way[0] else v for k, v in value.items()}
    return [with_text(v, way[1:], text) if n == way[0] else v for n, v in enumerate(value)]


def parts_of(path: Path) -> tuple[Any, str]:
    """The record in a file, and the Markdown below it."""
    text = path.read_text("utf-8")
    if path.suffix == ".yaml":
        return yaml.safe_load(text), ""
    _, matter, body = text.split("---\n", 2)
    return yaml.safe_load(matter), body


def put(path: Path, record: Any, body: str) -> None:
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text if path.suffix == ".yaml" else f"---\n{text}---\n{body}", "utf-8")


_answers: dict[Any, Any] = {}


def _remembered(work: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
    """`map`, for pure functions: most of each site is as it was in another."""
    inner = work.func if isinstance(work, partial) else work
    given = (work.args, *sorted(work.keywords.items())) if isinstance(work, partial) else ()
    for item in items:
        key = (inner, given, item)
        if key not in _answers:
            _answers[key] = work(item)
        yield _answers[key]


def files_of(site: Path) -> list[OutputFile]:
    """The files of `site`; none where it is refused."""
    try:
        return make(site, Options(), _remembered)
    except SiteError:
        return []


def problems_of(site: Path) -> tuple[Problem, ...]:
    """Why `site` is refused; nothing where it is not."""
    try:
        make(site, Options(), _remembered)
    except SiteError as error:
        return error.problems
    return ()


def files_with_records(site: Path) -> list[str]:
    """The paths of all files in `site` that hold records, but for locks, which no writer writes."""
    found = [
        *(site / "content").rglob("*.yaml"),
        *(site / "content").rglob("*.md"),
        *(path for path in (site / "seeds").glob("*.yaml") if ".lock." not in path.name),
        site / "site.yaml",
    ]
    return sorted(path.relative_to(site).as_posix() for path in found)


def all_fields() -> Places:
    """Every text in every record."""
    return [
        (path, way)
        for path in files_with_records(EVERY_FIELD)
        for way in fields_of(parts_of(EVERY_FIELD / path)[0])
    ]


def fill(site: Path, texts: Mapping[Place, str]) -> None:
    """Put text into fields of `site`; all else becomes as it is in `EVERY_FIELD`."""
    for path in files_with_records(EVERY_FIELD):
        record, body = parts_of(EVERY_FIELD / path)
        ways = {way: text for (file, way), text in texts.items() if file == path}
        for way, text in ways.items():
            record = with_text(record, way, text)
        if ways:
            put(site / path, record, body)
        else:
            shutil.copy(EVERY_FIELD / path, site / path)


@dataclass(frozen=True)
class Fields:
    """Which fields of all records take text; the others are ids, kinds, dates, addresses, file names."""

    plain: Places
    """Any text, all of them at once."""
    prose: Places
    """Text that is no HTML."""


def fields_of_text(site: Path) -> Fields:
    """The fields that take text, tried out in `site`."""
    every = all_fields()
    plain = fields_that_take('"><i>evil 3&#115;</i>', every, site)
    rest = [place for place in every if place not in plain]
    return Fields(plain, fields_that_take("evil: evil/evil", rest, site))


def fields_that_take(text: str, places: Places, site: Path) -> Places:
    """Those of `places` that may all hold `text` at once, and `site` is made."""
    fill(site, dict.fromkeys(places, text))
    blamed = {(problem.origin.path, problem.origin.line) for problem in problems_of(site)}
    # A field that is told of takes no such text; of the others some may be told of elsewhere.
    places = [place for place in places if _place(site, place) not in blamed]
    taken: Places = []
    for start in range(0, len(places), _AT_ONCE):
        taken += _alone(text, places[start : start + _AT_ONCE], taken, site)
    return taken


def _alone(text: str, places: Places, beside: Places, site: Path) -> Places:
    """Those of `places` that take `text` with all of `beside` holding it too."""
    fill(site, dict.fromkeys([*beside, *places], text))
    if files_of(site):
        return places
    if len(places) == 1:
        return []
    half = len(places) // 2
    first = _alone(text, places[:half], beside, site)
    return first + _alone(text, places[half:], [*beside, *first], site)


def _place(site: Path, place: Place) -> tuple[str, int]:
    """File and line of a field, as `put` has written it."""
    path, way = place
    text = (site / path).read_text("utf-8")
    is_matter = path.endswith(".md")
    node: Any = yaml.compose(text.split("---\n", 2)[1] if is_matter else text)
    for step in way:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    return path, node.start_mark.line + 1 + is_matter
