"""What the build refuses: one file for each rule, in the order they are told.

A check is a function that yields problems; none knows another.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
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
    roles,
    shown,
    status,
    time,
    wording,
)
from explainer.model.each import Each
from explainer.model.form import replace
from explainer.model.problems import Problem
from explainer.model.site import NOTHING, Settings, Site
from explainer.text.covered import checked_prose
from explainer.text.known import Known, with_records, without
from explainer.text.questions import Question, bare, questions_of

OF_SITE: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    records.check,
    provenance.check_use,
    letters.check,
    lock.check,
    links.check_claims,
)
"""What only the whole site shows."""
OF_RECORDS: tuple[Callable[[Site, Known], Iterator[Problem]], ...] = (
    quotations.check,
    figures.check,
    passages.check,
    shown.check,
    names.check,
    roles.check,
    provenance.check,
    status.check,
    time.check,
    wording.check,
    links.check,
)
"""What the records of one site show, with what is known of another: the same, or all of it."""
CHECKS = frozenset(check.__module__ for check in (*OF_SITE, *OF_RECORDS))
"""The rules, by their files."""


_MOST = 1000
"""So many problems are told by each check: who has more will build again anyway."""


def check_site(site: Site, each: Each = map) -> tuple[Problem, ...]:
    """Everything in `site` that must be mended: what could not be read, and what each rule finds.

    Records are asked in small groups whether they are right. With those that are not the whole site is
    at hand, for it takes far more to say what would mend a thing than to see that nothing is wrong.
    """
    if not site.settings:
        # Which seed `[@p5]` means is not known, and everything would be blamed on everything.
        return site.problems
    known = Known(site)
    asked = without(site, _right(known, each))
    found = [
        *(check(site) for check in OF_SITE),
        *(check(asked, known) for check in OF_RECORDS),
    ]
    told = (problem for one in found for problem in islice(one, _MOST))
    return (*site.problems, *_not_in_misread(site, told))


def _not_in_misread(site: Site, problems: Iterable[Problem]) -> Iterator[Problem]:
    """`problems` but for those in blocks that were not read as they were meant.

    Where a citation is misspelt, nothing else is wrong with the number it stands behind.
    """
    places = {(p.origin.path, p.origin.line) for p in site.problems}
    misread: dict[str, set[int]] = {}
    for cited in checked_prose(site) if places else ():
        for block in cited.prose.blocks:
            lines = range(block.first_line, block.last_line + 1)
            if any((cited.prose.path, line) in places for line in lines):
                misread.setdefault(cited.prose.path, set()).update(lines)
    for problem in problems:
        if problem.origin.line not in misread.get(problem.origin.path, ()):
            yield problem


def _right(known: Known, each: Each) -> frozenset[int]:
    """The records nothing is wrong with; none is asked where something could not be read."""
    site = known.site
    if site.problems or site.unread or site.settings is None:
        return frozenset()
    articles = tuple(sorted(site.articles.items()))
    ask = partial(is_right, settings=bare(site.settings), articles=articles)
    asked, questions = questions_of(known)
    told = zip(asked, each(ask, questions), strict=True)
    return frozenset(place for places, right in told if right for place in places)


def is_right(question: Question, settings: Settings, articles: tuple[tuple[str, str], ...]) -> bool:
    """Whether nothing is wrong with the records that `question` asks about."""
    nothing = replace(NOTHING, articles=dict(articles))
    known = Known(with_records(replace(nothing, settings=settings), question.records))
    asked = with_records(nothing, [question.records[n] for n in question.asked])
    return not any(True for check in OF_RECORDS for _ in check(asked, known))
