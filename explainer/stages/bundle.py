"""bundle: styles and scripts, each joined as they are into one file; pictures as they are."""

import json
from collections.abc import Iterator, Mapping

from explainer.model.output import OutputFile

_LAYERS = ("reset", "tokens", "prose", "layout", "parts", "print")


def bundle_assets(assets: Mapping[str, bytes], words: Mapping[str, str]) -> Iterator[OutputFile]:
    """assets/site.css, assets/site.js, and every other file of templates/assets.

    Styles come in the order of their layers; a file of css/ that bears a layer's name comes with it,
    all of css/parts/ with `parts`. Scripts directly in js/ are joined by name; those in its folders
    are loaded on demand, one file for each folder. Before them stand those `words` that begin with
    `script_`, which scripts know without it.
    """
    layers = ", ".join(_LAYERS)
    styles = [f"@layer {layers};\n".encode()]
    for layer in _LAYERS:
        styles += _in(assets, f"css/{layer}.css") + _in(assets, f"css/{layer}/")
    yield OutputFile("assets/site.css", b"\n".join(styles))
    yield OutputFile("assets/site.js", b"\n".join([_head(words), *_directly_in(assets, "js/")]))
    folders = {path.split("/")[1] for path in assets if path.count("/") >= 2 and path[:3] == "js/"}
    for folder in sorted(folders):
        yield OutputFile(f"assets/{folder}.js", b"\n".join(_in(assets, f"js/{folder}/")))
    for path, content in sorted(assets.items()):
        if not path.startswith(("css/", "js/")):
            yield OutputFile(f"assets/{path}", content)


def _head(words: Mapping[str, str]) -> bytes:
    said = {
        name.removeprefix("script_"): word
        for name, word in sorted(words.items())
        if name.startswith("script_")
    }
    return f'"use strict";\nconst words = {json.dumps(said, ensure_ascii=False)};\n'.encode()


def _in(assets: Mapping[str, bytes], start: str) -> list[bytes]:
    return [assets[path] for path in sorted(assets) if path.startswith(start)]


def _directly_in(assets: Mapping[str, bytes], folder: str) -> list[bytes]:
    return [
        assets[path]
        for path in sorted(assets)
        if path.startswith(folder) and "/" not in path.removeprefix(folder)
    ]
