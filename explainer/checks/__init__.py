"""What the build refuses: one file for each rule, in the order they are told.

A check is a function of the whole site that yields problems; none knows another.
"""

from collections.abc import Callable, Iterator
from itertools import islice

from explainer.checks import (
    figures,
    letters,
    links,
    lock,
    names,
    passages,
    provenance,
    quotations,
    records,
    shown,
    status,
    time,
    wording,
)
from explainer.model.problems import Problem
from explainer.model.site import Site

CHECKS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    records.check,
    quotations.check,
    figures.check,
    passages.check,
    shown.check,
    names.check,
    provenance.check,
    status.check,
    time.check,
    wording.check,
    letters.check,
    lock.check,
    links.check,
)

_MOST = 1000
"""So many problems are told for each rule: who has more will build again anyway."""


def check_site(site: Site) -> tuple[Problem, ...]:
    """Everything in `site` that must be mended: what could not be read, and what each rule finds."""
    found = (problem for check in CHECKS for problem in islice(check(site), _MOST))
    return (*site.problems, *found)
