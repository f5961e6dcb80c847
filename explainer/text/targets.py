"""What a link by hand may name: ids, and names where they are clear."""

from collections.abc import Mapping

from explainer.model.form import Form
from explainer.model.record import Named, Record
from explainer.model.site import Site
from explainer.text.names import plurals_of
from explainer.text.words import with_small_first


class Targets(Form, frozen=True):
    """Everything `[[ ]]` can reach."""

    records: Mapping[str, Record]
    """By id, old ids included."""
    by_name: Mapping[str, tuple[str, ...]]
    """Ids by name, alias or by-hand form with a small first letter; several where it is unclear."""
    fragments: Mapping[str, frozenset[str]]
    """Ids of headings and paragraphs, by section."""

    def ids(self, target: str) -> tuple[str, ...]:
        """The ids `target` may mean: one when it is clear, none when it is unknown."""
        if target in self.records:
            return (self.records[target].id,)
        return self.by_name.get(with_small_first(target), ())


def targets_of(site: Site) -> Targets:
    """What links of `site` can reach."""
    records = {record.id: record for record in site.records()}
    old = {id: record for record in site.records() for id in record.moved_from}
    by_name: dict[str, dict[str, None]] = {}
    for record in site.named():
        for form in forms_by_hand(record):
            by_name.setdefault(with_small_first(form), {})[record.id] = None
    return Targets(
        {**old, **records},
        {form: tuple(ids) for form, ids in by_name.items()},
        {
            section.id: frozenset(block.anchor for block in section.body.blocks if block.anchor)
            for section in site.sections
        }
        | {source.id: frozenset(p.id for p in source.passages) for source in site.sources},
    )


def forms_by_hand(record: Named) -> tuple[str, ...]:
    """Every form that names `record` in a link by hand."""
    forms = (record.name, *record.aliases, *record.by_hand)
    return (*forms, *(plural for form in forms for plural in plurals_of(form)))


def forms_by_itself(record: Named) -> tuple[str, ...]:
    """The forms that link to `record` wherever they stand; empty where it wants none."""
    by_hand = set(record.by_hand)
    return tuple(f for f in (record.name, *record.aliases) if f not in by_hand and record.autolink)
