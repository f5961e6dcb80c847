"""roles: nobody is given the office of somebody else."""

from collections.abc import Iterator

from explainer.model.problems import Origin, Problem
from explainer.model.prose import Prose
from explainer.model.site import Site
from explainer.text.covered import checked_prose
from explainer.text.known import Known
from explainer.text.places import place_in_block
from explainer.text.quotations import find_quotations
from explainer.text.roles import Given
from explainer.text.stretches import CoveredBlock, covered_blocks, occurrence


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """People named with a role that is another's: `commerce secretary Scott Bessent`."""
    retold = (part.says for source in asked.sources for p in source.passages for part in p.parts)
    for prose in (*(cited.prose for cited in checked_prose(asked)), *retold):
        for block in covered_blocks(prose):
            quoted = [(q.start, q.end) for q in find_quotations(block.text)]
            for given in known.roles.misgiven(block.text):
                if not any(start < given.end and given.start < end for start, end in quoted):
                    yield _problem(known, _place(known.site, prose, block, given), block, given)


def _problem(known: Known, origin: Origin, block: CoveredBlock, given: Given) -> Problem:
    person = known.roles.people[given.id]
    owners = ", ".join(f"`{one.id}`" for one in known.roles.owners(given.role))
    return Problem(
        origin,
        f"`{block.text[given.start : given.end]}`: `{given.role}` is the role of {owners}",
        f"mend one of the two, or add it to the `roles` of `{given.id}` "
        f"({person.origin.path}:{person.origin.line})",
        "roles",
    )


def _place(site: Site, prose: Prose, block: CoveredBlock, given: Given) -> Origin:
    text = block.text[given.start : given.end]
    return place_in_block(
        site.texts, prose, block.block, text, occurrence(block.text, text, given.start)
    )
