"""What a finished site says of itself, read back from its folder."""

from collections.abc import Mapping
from pathlib import Path

from explainer.disk.stamps import read_json
from explainer.model.places import MANIFEST

BY_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in folders somebody looked at: nobody misses it."""


def files_in_manifest(output: Path) -> Mapping[str, object] | None:
    """What the manifest in `output` says of each other file, by path; None where none can be read."""
    said = read_json(output / MANIFEST)
    files = said.get("files") if isinstance(said, dict) else None
    return files if isinstance(files, dict) else None
