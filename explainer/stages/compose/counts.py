"""What the build counted, for the proof box."""

from explainer.model.linked import LinkedSite
from explainer.model.prose import PassageRef
from explainer.model.views import Count


def counts(linked: LinkedSite) -> tuple[Count, ...]:
    """Counts of passages, quotations, figures and sources, each with the key of its words."""
    site = linked.site
    seeds = [source for source in site.sources if source.kind == "seed"]
    passages = [(source, passage) for source in seeds for passage in source.passages]
    used = sum(1 for s, p in passages if PassageRef(s.id, p.id) in linked.uses)
    checked = [passage for source, passage in passages if source.id in site.locks]
    found = [Count("passages", f"{used} of {len(passages)}")]
    if checked:
        found.append(Count("quotations", str(sum(len(p.quotes) + len(p.labels) for p in checked))))
        found.append(Count("figures", str(sum(len(p.figures) for p in checked))))
    found.append(Count("sources", str(len(site.sources))))
    return tuple(found)
