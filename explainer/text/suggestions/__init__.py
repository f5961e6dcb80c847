"""What a writer may mend: nothing here keeps a site from being built."""

from collections.abc import Iterator

from explainer.model.form import Form
from explainer.model.problems import Origin
from explainer.model.prose import Block, Prose
from explainer.model.site import Site
from explainer.text.covered import cited_prose


class Suggestion(Form, frozen=True, order=True):
    """Something a writer may mend, with its place."""

    kind: str
    """What kind of thing it is, as a heading: `near misses`."""
    origin: Origin
    message: str
    """What is so."""
    hint: str
    """What would mend it."""

    def __str__(self) -> str:
        return f"{self.origin}: {self.message}\n    {self.hint}"


def blocks_of(site: Site) -> Iterator[tuple[Prose, Block, str]]:
    """Every block of text a reader reads, with its prose and the id it belongs to."""
    for cited in cited_prose(site):
        for block in cited.prose.blocks:
            if block.kind not in ("code", "header") and block.text.strip():
                yield cited.prose, block, cited.owner
