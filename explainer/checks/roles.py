"""roles: nobody is given the office of somebody else."""

from collections.abc import Iterator

from explainer.model.problems import Problem
from explainer.model.site import Site
from explainer.text.covered import checked_prose
from explainer.text.known import Known
from explainer.text.placed import outside
from explainer.text.quotations import quoted_spans
from explainer.text.stretches import covered_blocks


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """People named with a role that is another's: `commerce secretary Scott Bessent`."""
    retold = (part.says for source in asked.sources for p in source.passages for part in p.parts)
    for prose in (*(cited.prose for cited in checked_prose(asked)), *retold):
        for block in covered_blocks(prose):
            quoted = quoted_spans(block.text)
            for given in outside(known.roles.misgiven(block.text), quoted):
                words = block.text[given.start : given.end]
                person = known.roles.people[given.id]
                owners = ", ".join(f"`{one.id}`" for one in known.roles.owners(given.role))
                yield Problem(
                    block.place(known.site.texts, prose, words, given.start),
                    f"`{words}`: `{given.role}` is the role of {owners}",
                    f"mend one of the two, or add it to the `roles` of `{given.id}` "
                    f"({person.origin.path}:{person.origin.line})",
                    "roles",
                )
