"""What the build counted, for the proof box and the manifest."""

from collections import Counter

from explainer.model.data import Counts
from explainer.model.linked import LinkedSite
from explainer.model.prose import PassageRef
from explainer.model.record import STATUSES
from explainer.model.views import Count, StatusCount


def counted(linked: LinkedSite) -> Counts:
    """Counts of passages, statements, quotations, figures and sources."""
    site = linked.site
    told = [source for source in site.sources if source.kind == "seed"]
    refs = [PassageRef(source.id, passage.id) for source in told for passage in source.passages]
    checked = [passage for s in told if s.id in site.locks for passage in s.passages]
    parts = (part for s in site.sources for passage in s.passages for part in passage.parts)
    by_status = Counter(part.status for part in parts)
    return Counts(
        passages=len(refs),
        passages_used=sum(ref in linked.uses for ref in refs),
        statements={status: by_status[status] for status in STATUSES},
        quotations=sum(len(passage.quotes) + len(passage.labels) for passage in checked),
        figures=sum(len(passage.figures) for passage in checked),
        sources=len(site.sources),
    )


def counts(linked: LinkedSite) -> tuple[Count, ...]:
    """The same as a reader is told, each with the key of its words."""
    found = counted(linked)
    statuses = tuple(StatusCount(s, n) for s, n in found.statements.items() if n)
    used = linked.site.words["count_some"].format(number=found.passages_used, total=found.passages)
    told = [
        Count("passages", used),
        Count("statements", str(sum(found.statements.values())), statuses),
    ]
    if linked.site.locks:
        told.append(Count("quotations", str(found.quotations)))
        told.append(Count("figures", str(found.figures)))
    return (*told, Count("sources", str(found.sources)))
