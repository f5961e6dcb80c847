"""manifest: what the finished site consists of, so that anybody can hold it to that."""

from collections.abc import Iterable

from explainer.model.data import Counts, FileRow, Manifest
from explainer.model.form import in_lines
from explainer.model.output import OutputFile
from explainer.model.places import MANIFEST


def manifest_of(files: Iterable[OutputFile], counts: Counts) -> OutputFile:
    """data/manifest.json: size and SHA-256 of each of `files`, and what the build counted."""
    listed = {
        file.path: FileRow(bytes=len(file.content), sha256=file.sha256)
        for file in sorted(files, key=lambda file: file.path)
    }
    return OutputFile(MANIFEST, in_lines(Manifest(counts=counts, files=listed)))
