"""links, once every name is one: a term that no text mentions explains nothing."""

from collections.abc import Iterator

from explainer.model.linked import LinkedSite
from explainer.model.problems import Problem


def check_mentions(linked: LinkedSite) -> Iterator[Problem]:
    """Terms that no text and no other term leads to."""
    named = {id for term in linked.site.terms for id in term.see_also}
    named |= {confusion.id for term in linked.site.terms for confusion in term.confused_with}
    for term in linked.site.terms:
        if term.id not in linked.mentions and term.id not in named:
            yield Problem(
                term.origin,
                f"nothing mentions the term `{term.id}`",
                f"write “{term.name}” in the text of a section, or `[[{term.id}]]` above it, or take "
                "the term out",
                "links",
            )
