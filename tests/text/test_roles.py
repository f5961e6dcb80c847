"""Whose role stands beside whose name, as tests/cases/roles.txt tells."""

import pytest

from explainer.model.problems import Origin
from explainer.model.prose import Prose
from explainer.model.site import Actor
from explainer.text.roles import people_of, roles_of
from tests.casefile import Case, read_cases


@pytest.mark.parametrize("case", read_cases("roles.txt", 3), ids=str)
def test_a_role_beside_the_name_of_somebody_else_is_found(case: Case) -> None:
    people, texts, outcome = case.parts
    roles = roles_of(map(_person, people.split("; ")))
    found = [
        text[given.start : given.end]
        for text in texts.splitlines()
        for given in roles.misgiven(text)
    ]
    assert found == outcome.splitlines()


def test_bodies_and_places_have_no_office() -> None:
    trust = _person("keeper of the river = Ashby River Trust", kind="body")
    assert people_of([trust]) == ()


def _person(told: str, kind: str = "person") -> Actor:
    role, _, names = told.partition(" = ")
    name, *aliases = names.split(", ")
    return Actor(
        origin=Origin("actors.yaml", 1),
        id=name,
        name=name,
        aliases=tuple(aliases),
        side="locals",
        kind=kind,
        role=role,
        description=Prose("", ()),
        text=Prose("", ()),
    )
