"""bundle: styles and scripts, each joined into one file without their comments; pictures as they are."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from explainer.model.output import OutputFile
from explainer.model.problems import stop_if_any
from explainer.text.styles import problems_of_style

# Passed over whole: strings, addresses, escapes with the one space that is theirs, empty comments.
_WHOLE = (
    rb"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?i:url)\(\s*(?:[^"')\\\s]|\\.)*\s*\)"""
    rb"""|\\[0-9a-fA-F]{1,6}\s?|\\.|/\*\*/)"""
)
_STYLE_COMMENT = re.compile(_WHOLE + rb"|(\s*)/\*.*?\*/(\s*)", re.DOTALL)
# The space before a colon may part two selectors, the one behind it never.
_STYLE_SPACE = re.compile(_WHOLE + rb"|[\s;]*(})\s*|\s*([{;,])\s*|(:)\s+|\s+", re.DOTALL)
# Of scripts, which are harder to read, comments alone that have their lines to themselves.
_SCRIPT_COMMENT = re.compile(rb"^[ \t]*(?:/\*.*?\*/[ \t]*$|//[^\n]*$)", re.DOTALL | re.MULTILINE)
_INDENTATION = re.compile(rb"\n\s+")

_LAYERS = ("reset", "tokens", "prose", "layout", "parts", "print")


Assets = tuple[tuple[str, bytes], ...]
"""The files of templates/assets by their paths in it."""


def bundle_assets(
    assets: Assets, *, words: tuple[tuple[str, str], ...], sides: tuple[str, ...]
) -> tuple[OutputFile, ...]:
    """assets/site.css, assets/site.js, and every other file of `assets`.

    Styles come in the order of their layers; a file of css/ that bears a layer's name comes with it,
    all of css/parts/ with `parts`; behind them the hues of `sides`, the site's first two. Scripts
    directly in js/ are joined by name; those in its folders are loaded on demand, one file for each
    folder. Before them stand those `words` that begin with `script_`, which scripts know without it.
    Raises `SiteError` for styles that would spoil others.
    """
    stop_if_any(
        problem
        for path, content in assets
        if path.startswith("css/")
        for problem in problems_of_style(f"templates/assets/{path}", content)
    )
    return tuple(_bundled(dict(assets), dict(words), sides))


def _bundled(
    assets: Mapping[str, bytes], words: Mapping[str, str], sides: Sequence[str]
) -> Iterator[OutputFile]:
    layers = ", ".join(_LAYERS)
    styles = [f"@layer {layers};\n".encode()]
    for layer in _LAYERS:
        styles += _in(assets, f"css/{layer}.css") + _in(assets, f"css/{layer}/")
    styles += [_hues(sides).encode()] if sides else []
    yield OutputFile("assets/site.css", _bare_style(b"\n".join(styles)))
    scripts = _bare_script(b"\n".join(_scripts_of_all(assets)))
    yield OutputFile("assets/site.js", _head(words) + scripts)
    folders = {path.split("/")[1] for path in assets if path.count("/") >= 2 and path[:3] == "js/"}
    for folder in sorted(folders):
        yield OutputFile(
            f"assets/{folder}.js", _bare_script(b"\n".join(_in(assets, f"js/{folder}/")))
        )
    for path, content in sorted(assets.items()):
        if not path.startswith(("css/", "js/")):
            yield OutputFile(f"assets/{path}", content)


def _hues(sides: Sequence[str]) -> str:
    rules = (
        f'[data-side="{side}"] {{ --side: var(--side-{place}); }}'
        for place, side in enumerate(sides, start=1)
    )
    return f"@layer parts {{ {' '.join(rules)} }}"


def _bare_style(style: bytes) -> bytes:
    """`style` without comments and needless space: they are for those who open the sources."""
    return _STYLE_SPACE.sub(_spaced, _STYLE_COMMENT.sub(_uncommented, style)).strip()


def _uncommented(found: re.Match[bytes]) -> bytes:
    # What stands between two words keeps them two.
    whole, before, behind = found.groups()
    return whole or (b" " if before or behind else b"/**/")


def _spaced(found: re.Match[bytes]) -> bytes:
    whole, closing, parting, colon = found.groups()
    return whole or closing or parting or colon or b" "


def _bare_script(script: bytes) -> bytes:
    """The same of a script, whose strings do not run over several lines."""
    return _INDENTATION.sub(b"\n", _SCRIPT_COMMENT.sub(b"", script)).lstrip()


def _head(words: Mapping[str, str]) -> bytes:
    said = {
        name.removeprefix("script_"): word
        for name, word in sorted(words.items())
        if name.startswith("script_")
    }
    return f'"use strict";\nconst words = {json.dumps(said, ensure_ascii=False)};\n'.encode()


def _in(assets: Mapping[str, bytes], start: str) -> list[bytes]:
    return [_unmarked(assets[path]) for path in sorted(assets) if path.startswith(start)]


def _scripts_of_all(assets: Mapping[str, bytes]) -> list[bytes]:
    """Those directly in js/, which every page has."""
    return [
        _unmarked(assets[path])
        for path in sorted(assets)
        if path.startswith("js/") and path.count("/") == 1
    ]


def _unmarked(content: bytes) -> bytes:
    """`content` without the mark some editors put before it, which would be read in the middle."""
    return content.removeprefix(b"\xef\xbb\xbf")
