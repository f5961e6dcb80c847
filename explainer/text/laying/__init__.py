"""Which section each passage of a seed belongs to, by what the two have in common."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from explainer.model.form import Form
from explainer.text.laying.traits import Trait, Traits

SURE = 0.6
"""From this confidence on a passage belongs to a section beyond reasonable doubt."""
_LEAST = 0.5
"""A score below this is chance: one common word that half of the sections have."""


class Laid(Form, frozen=True):
    """A passage and the section it goes to."""

    passage: str
    section: str
    """Empty when nobody wants it."""
    confidence: float
    """The share of its score among those of all sections, from 0 to 1."""
    reasons: tuple[Trait, ...]
    """What the two have in common, weightiest first."""
    second: str
    """The section that comes next; empty when no other has anything in common with it."""


def lay(passages: Mapping[str, Traits], sections: Mapping[str, Traits]) -> tuple[Laid, ...]:
    """Each passage with the section it shares most with, in the order of `passages`.

    A trait weighs the more the fewer sections have it; what all have tells nothing.
    """
    weights = _weights(sections.values())
    return tuple(_laid(id, traits, sections, weights) for id, traits in passages.items())


def _weights(groups: Collection[Traits]) -> dict[Trait, float]:
    """How much each trait tells: inverse document frequency, a plain word a fifth of a name."""
    counts = Counter(trait for traits in groups for trait in set(traits))
    return {
        trait: math.log((len(groups) + 1) / count) * trait.importance
        for trait, count in counts.items()
    }


def _laid(
    id: str, traits: Traits, sections: Mapping[str, Traits], weights: Mapping[Trait, float]
) -> Laid:
    scores = {
        section: sum(
            weights[t] * math.sqrt(min(n, others[t])) for t, n in traits.items() if t in others
        )
        for section, others in sections.items()
    }
    order = sorted(scores, key=lambda section: -scores[section])
    if not order or scores[order[0]] < _LEAST:
        return Laid(id, "", 0.0, (), "")
    best = order[0]
    shared = [t for t in traits if t in sections[best] and weights[t] > 0]
    reasons = sorted(shared, key=lambda t: (-weights[t], t.kind, t.label))
    second = order[1] if len(order) > 1 and scores[order[1]] > 0 else ""
    return Laid(id, best, scores[best] / sum(scores.values()), tuple(reasons), second)


class Group(Form, frozen=True):
    """Passages that belong together, where no section wants them."""

    passages: tuple[str, ...]
    traits: tuple[Trait, ...]
    """What holds them together, weightiest first; at least one."""


def group(passages: Mapping[str, Traits], *, most: int) -> tuple[Group, ...]:
    """`passages` in at most `most` groups by what they have in common, in reading order.

    The two groups that are most alike are joined, again and again, until there are few enough.
    """
    weights = _weights(passages.values())
    groups: list[list[str]] = [[id] for id in passages]
    while len(groups) > most:
        _, a, b = max(
            (_likeness(groups[a], groups[b], passages, weights), -a, -b)
            for a in range(len(groups))
            for b in range(a + 1, len(groups))
        )
        groups[-a] += groups.pop(-b)
    order = {id: place for place, id in enumerate(passages)}
    for one in groups:
        one.sort(key=lambda id: order[id])
    groups.sort(key=lambda one: order[one[0]])
    return tuple(Group(tuple(one), _common(one, passages, weights)) for one in groups)


def _likeness(
    a: Sequence[str],
    b: Sequence[str],
    passages: Mapping[str, Traits],
    weights: Mapping[Trait, float],
) -> float:
    """The mean weight that passages of `a` and `b` share, of all the weight they have."""
    total = 0.0
    for first in a:
        for second in b:
            both = set(passages[first]) & set(passages[second])
            either = set(passages[first]) | set(passages[second])
            whole = sum(weights[t] for t in either)
            total += sum(weights[t] for t in both) / whole if whole else 0.0
    # Large groups have something in common with everything: without this they swallow all.
    return (total + 0.05 * _neighbours(a, b, passages)) / (len(a) * len(b)) / (len(a) + len(b))


def _neighbours(a: Sequence[str], b: Sequence[str], passages: Mapping[str, Traits]) -> int:
    """How many of `a` stand beside one of `b`: writers keep to a subject for a while."""
    order = {id: place for place, id in enumerate(passages)}
    return sum(abs(order[first] - order[second]) == 1 for first in a for second in b)


def _common(
    ids: Sequence[str], passages: Mapping[str, Traits], weights: Mapping[Trait, float]
) -> tuple[Trait, ...]:
    counts = Counter(t for id in ids for t in passages[id])
    telling = sorted(counts, key=lambda t: (-((counts[t] - 0.5) * weights[t]), t.label))
    names = [t for t in telling if t.kind == "term"] or [t for t in telling if t.kind == "actor"]
    return tuple((names or telling)[:2])
