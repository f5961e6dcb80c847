"""Two sites that differ in every way two builds can, and a process that writes them in turn."""

import json
import random
import sys
from pathlib import Path

from explainer.model.data import Counts
from explainer.model.output import OutputFile
from explainer.model.places import MANIFEST
from explainer.stages.manifest import manifest_of
from explainer.stages.write import write_files

NOTHING_COUNTED = Counts(
    passages=0, passages_used=0, statements={}, quotations=0, figures=0, sources=0
)


def site(name: str) -> list[OutputFile]:
    """The files of the site `name`: some as in others, some not, some only here."""
    seed = random.Random(name)
    texts = {f"same/{i}/index.html": "the same in all of them" for i in range(10)}
    texts |= {f"page/{i}/index.html": f"{name} {i} " * seed.randint(1, 900) for i in range(20)}
    texts |= {f"only-{name}/index.html": name, "index.html": f"<h1>{name}</h1>"}
    # In one of them a folder stands where a file is in the other.
    texts["turn" if name == "one" else "turn/index.html"] = name
    files = [OutputFile(path, text.encode()) for path, text in texts.items()]
    return [*files, manifest_of(files, NOTHING_COUNTED)]


def fault_of(output: Path) -> str:
    """What is wrong with the site in `output`, held to its own manifest; empty when it is whole."""
    said = json.loads((output / MANIFEST).read_text(encoding="utf-8"))["files"]
    found = {p.relative_to(output).as_posix(): p for p in output.rglob("*") if p.is_file()}
    found.pop(MANIFEST)
    if found.keys() != said.keys():
        return f"other files than in the manifest: {sorted(found.keys() ^ said.keys())}"
    for path, file in found.items():
        written = OutputFile(path, file.read_bytes())
        if written.sha256 != said[path]["sha256"]:
            return f"{path} is not as the manifest says"
    return ""


if __name__ == "__main__":
    sites = [site("one"), site("two")]
    print("ready", flush=True)
    while True:
        for files in sites:
            write_files(files, Path(sys.argv[1]))
