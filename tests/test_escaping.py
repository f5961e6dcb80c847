"""Hostile text in every field of every record: whatever a page shows of it, a browser runs none of it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.model.options import Options
from explainer.model.problems import SiteError
from explainer.pipeline import make

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
        return yaml.load(text, yaml.BaseLoader), ""
    _, matter, body = text.split("---\n", 2)
    return yaml.load(matter, yaml.BaseLoader), body


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


@pytest.mark.parametrize("path", SMALL_FILES)
def test_no_field_of_a_record_brings_a_script_into_a_page(path: str, small: Path) -> None:
    record, body = parts_of(small / path)
    met = 0
    for number, way in enumerate(fields_of(record)):
        # Three payloads for each field, other ones for the next: together they meet every kind of place.
        for shift in (0, 23, 46):
            payload = PAYLOADS[(number + shift) % len(PAYLOADS)]
            put(small / path, with_text(record, way, payload), body)
            found, is_made = run_of(small)
            assert not found, (way, payload, found[:3])
            met += is_made
    print(f"{met} sites were made with hostile text in {path}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_in_names_titles_and_prose_is_run(payload: str, small: Path) -> None:
    places: dict[str, list[tuple[Any, ...]]] = {
        "site.yaml": [("title",), ("description",), ("publisher",), ("license", "name")],
        "content/actors/locals.yaml": [
            ("name",),
            ("actors", 0, "role"),
            ("actors", 0, "description"),
        ],
        "content/glossary/river.yaml": [("field",), ("terms", 0, "meaning"), ("terms", 1, "text")],
        "content/timeline.yaml": [("events", 0, "title")],
        "content/sections/20-who.md": [("question",)],
    }
    met = 0
    for path, ways in places.items():
        record, body = parts_of(small / path)
        for way in ways:
            try:
                changed = with_text(record, way, payload)
            except (KeyError, IndexError):
                continue
            put(small / path, changed, body)
            found, is_made = run_of(small)
            assert not found, (way, found[:3])
            met += is_made
        put(small / path, record, body)
    assert met, "no site was made, so nothing was looked at"


def test_a_page_that_ran_something_would_be_noticed() -> None:
    bad = [p for p in PAYLOADS if p.startswith("<") and Runs(f"<p>{p}</p>").found]
    assert len(bad) >= 30
    assert Runs('<a href="java\tscript:evil()">x</a>').found
    assert not Runs('<a href="../a:b/">x</a><a href="https://a.example">y</a>').found
