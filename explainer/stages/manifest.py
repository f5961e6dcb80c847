"""manifest: what the finished site consists of, so that anybody can hold it to that."""

import json
from collections.abc import Iterable, Mapping

from explainer.model.output import OutputFile
from explainer.model.places import MANIFEST


def manifest_of(files: Iterable[OutputFile], counts: Mapping[str, str]) -> OutputFile:
    """data/manifest.json: size and SHA-256 of each of `files`, and what the build counted."""
    said = {
        "counts": dict(counts),
        "files": {
            file.path: {"bytes": len(file.content), "sha256": file.sha256}
            for file in sorted(files, key=lambda file: file.path)
        },
    }
    return OutputFile(MANIFEST, json.dumps(said, indent=1, ensure_ascii=False).encode() + b"\n")
