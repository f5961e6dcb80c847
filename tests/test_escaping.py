"""Hostile text in every field of every record: whatever a page shows of it, a browser runs none of it."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make
from tests.conftest import SMALL

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

_RUNS = {"script", "iframe", "object", "embed", "base", "frame", "applet"}
_ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "xlink:href",
    "srcdoc",
    "poster",
    "srcset",
}
_SAFE = re.compile(r"(?:https?:|mailto:|[^:]*$|[^:]*[/?#])", re.I)

SMALL_FILES = (
    "site.yaml",
    "content/actors/locals.yaml",
    "content/glossary/river.yaml",
    "content/timeline.yaml",
    "seeds/ashby-weir.yaml",
    "content/sections/10-why.md",
    "content/sections/20-who.md",
    "content/pages/about.md",
)


class Runs(HTMLParser):
    """What of a page a browser would run, or follow to a script."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.data = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script":
            is_ours = "src" in given or given.get("type") == "application/ld+json"
            if not is_ours or "evil" in given.get("src", ""):
                self.found.append(f"<script {given}>")
        elif tag in _RUNS:
            self.found.append(f"<{tag}>")
        if tag == "link" and "evil" in given.get("href", ""):
            self.found.append(f"<link {given}>")
        for name, value in given.items():
            if name.startswith("on") or (name == "style" and "evil" in value):
                self.found.append(f"{name}={value}")
            if name in _ADDRESSES:
                address = re.sub(r"[\x00-\x20]", "", value)
                if not _SAFE.match(address):
                    self.found.append(f"{name}={value}")


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
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    path.write_text(text if path.suffix == ".yaml" else f"---\n{text}---\n{body}", "utf-8")


def run_of(site: Path) -> tuple[list[str], bool]:
    """What the pages of `site` would run, and whether it was made or refused."""
    try:
        files = make(site, Options())
    except SiteError:
        return [], False
    pages = [file for file in files if file.path.endswith(".html")]
    found = [f"{page.path}: {run}" for page in pages for run in Runs(page.content.decode()).found]
    for file in files:
        if file.path.endswith((".xml", ".svg")):
            assert b"<script" not in file.content.lower()
    return found, True


Places = list[tuple[str, tuple[Any, ...]]]


def fill(site: Path, places: Places, text: str) -> None:
    """Put `text` into all of `places`, of the site as it is in the repository."""
    for path in SMALL_FILES:
        record, body = parts_of(SMALL / path)
        ways = [way for file, way in places if file == path]
        for way in ways:
            record = with_text(record, way, text)
        if ways:
            put(site / path, record, body)
        else:
            shutil.copy(SMALL / path, site / path)


@pytest.fixture(scope="module")
def fields(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, Places]:
    """The fields of all records that take any text, and those that take what is not HTML: prose."""
    site = tmp_path_factory.mktemp("fields") / "site"
    shutil.copytree(SMALL, site)
    every = [(path, way) for path in SMALL_FILES for way in fields_of(parts_of(SMALL / path)[0])]
    plain: Places = []
    prose: Places = []
    for place in every:
        for text, found in (
            ('"><i>evil 3&#115;</i>', plain),
            ("“evil” & 'so' \"x", prose),
            ("evil", prose),
        ):
            fill(site, [place], text)
            if run_of(site)[1]:
                found.append(place)
                break
    return plain, prose


def test_there_are_fields_to_look_at(fields: tuple[Places, Places]) -> None:
    plain, prose = fields
    assert len(plain) >= 8, plain
    assert len(prose) >= 8, prose


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_is_run_from_any_field(
    payload: str, small: Path, fields: tuple[Places, Places]
) -> None:
    plain, prose = fields
    fill(small, plain, payload)
    found, is_made = run_of(small)
    assert is_made, "these fields take any text"
    assert not found, found[:3]
    # Prose refuses HTML and odd links; what it takes must be as harmless.
    fill(small, prose, payload)
    found, _ = run_of(small)
    assert not found, found[:3]


def test_a_page_that_ran_something_would_be_noticed() -> None:
    bad = [p for p in PAYLOADS if p.startswith("<") and Runs(f"<p>{p}</p>").found]
    assert len(bad) >= 30
    assert Runs('<a href="java\tscript:evil()">x</a>').found
    assert not Runs('<a href="../a:b/">x</a><a href="https://a.example">y</a>').found
