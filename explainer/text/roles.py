"""Who is given whose role: `the commerce secretary, Mr Bessent`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from explainer.model.form import Form
from explainer.model.site import Actor
from explainer.text.names import Found, Name, NameTable, find_names, name_table

_MODIFIED = re.compile(
    r"(?:\b(?:former|previous|late|then|next|future|incoming|outgoing|acting|interim|deputy|vice|"
    r"assistant|associate|shadow|junior|(?:ehemalig|früher|damalig|künftig|stellvertretend)\w+|"
    r"ancien(?:ne)?|futur(?:e)?|adjoint(?:e)?)\s|-)$",
    re.IGNORECASE,
)
"""What stands before a role and makes another one of it, or tells of another time."""
_NEAR = 24
"""Characters that may stand before a role for it."""
_COMMA = re.compile(r",\s(?:(?:the|der|die|le|la)\s|l[’'])?")
_NO_LIST = re.compile(r"$|[.;:!?)]|,\s(?!(?:and|or|the|und|oder|der|die|et|ou|le|la)\b)[a-zß-ÿ]")
"""What stands behind two of whom one says who the other is, and not behind two of a list."""


class Given(Form, frozen=True):
    """A role that a text gives to somebody, and where both stand."""

    start: int
    end: int
    id: str
    role: str


class Roles(Form, frozen=True):
    """The people of a site, by their names and by their roles."""

    people: Mapping[str, Actor]
    names: NameTable
    roles: NameTable
    """Each stands for itself, since several may have had it."""

    def owners(self, role: str) -> tuple[Actor, ...]:
        """Whoever has `role`."""
        return tuple(one for one in self.people.values() if role in roles_had(one))

    def misgiven(self, text: str) -> Iterator[Given]:
        """The roles that stand in `text` beside the name of somebody who never had them."""
        roles = [found for found in find_names(text, self.roles) if _is_whole(text, found)]
        names = list(find_names(text, self.names)) if roles else []
        for role, name in product(roles, names):
            if _are_one(text, role, name) and not _has(self.people[name.id], role.id):
                start, end = min(role.start, name.start), max(role.end, name.end)
                closing = "(" in text[start:end]
                yield Given(start, end + closing, name.id, role.id)


def roles_of(actors: Iterable[Actor]) -> Roles:
    """The roles of those of `actors` who are people."""
    people = people_of(actors)
    return Roles(
        {one.id: one for one in people},
        name_table(Name(name, one.id) for one in people for name in (one.name, *one.aliases)),
        name_table(Name(role, role) for one in people for role in roles_had(one)),
    )


def people_of(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those of `actors` who may have an office."""
    return tuple(actor for actor in actors if actor.kind == "person")


def roles_had(person: Actor) -> tuple[str, ...]:
    """Every wording of the office of `person`."""
    return (person.role, *person.roles)


def _is_whole(text: str, role: Found) -> bool:
    """Whether it is a role of one, and nothing before it makes another of it."""
    before = text[max(0, role.start - _NEAR) : role.start]
    return role.end - role.start == len(role.id) and not _MODIFIED.search(before)


def _are_one(text: str, role: Found, name: Found) -> bool:
    """Whether `text` says of `name` that it is `role`: `R N`, `R, N,`, `N, the R,`, `N (R)`."""
    first, last = sorted((role, name), key=lambda found: found.start)
    between = text[first.end : last.start]
    if between == " ":
        return first is role
    if between == " (":
        return last is role and text[role.end : role.end + 1] == ")"
    return bool(_COMMA.fullmatch(between)) and bool(_NO_LIST.match(text, last.end))


def _has(person: Actor, role: str) -> bool:
    """Whether `role` is one of theirs or part of one; a mayor is part of no former mayor."""
    pattern = re.compile(re.escape(role), re.IGNORECASE)
    return any(
        not _MODIFIED.search(own[: found.start()])
        for own in roles_had(person)
        for found in pattern.finditer(own)
    )
