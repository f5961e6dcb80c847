"""write: the finished site takes the place of the old one, whole."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from explainer.model.output import OutputFile


def write_files(files: Iterable[OutputFile], output: Path) -> None:
    """Put `files` beside `output`, then in its place."""
    staging = output.with_name(f".{output.name}-new")
    old = output.with_name(f".{output.name}-old")
    for leftover in (staging, old):
        if leftover.exists():
            shutil.rmtree(leftover)
    for file in files:
        path = staging / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    if output.exists():
        output.replace(old)
    staging.replace(output)
    if old.exists():
        shutil.rmtree(old)
