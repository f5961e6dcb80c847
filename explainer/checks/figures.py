"""figures: every number and date of a text is one of a passage it rests on."""

from collections.abc import Iterator

from explainer.model.problems import Problem
from explainer.model.site import Site
from explainer.text.covered import checked_prose
from explainer.text.known import Known
from explainer.text.stretches import covered_blocks
from explainer.text.titles import titles_of


def check(asked: Site, known: Known) -> Iterator[Problem]:
    """Numbers, dates and worked-out numbers of prose that no passage cited there holds, headings too."""
    site, reader = known.site, known.reader
    for cited in checked_prose(asked):
        for block in covered_blocks(cited.prose, cited.cites):
            for start, words, message, hint in reader.block(block):
                origin = block.place(site.texts, cited.prose, words, start)
                yield Problem(origin, message, hint, "figures")
    for title in titles_of(asked, site):
        passages = reader.passages(title.refs)
        # Where what is cited is not there, other checks have said so.
        if passages or not title.refs:
            for words, message, hint in reader.plain(title.text, passages):
                yield Problem(title.place(site.texts, words), message, hint, "figures")
