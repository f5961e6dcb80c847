"""What is made from what was looked up: made again where that has changed, and only there."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from explainer.memory.in_process import InProcess
from explainer.model.each import Lazily, Shelf, Whole
from explainer.model.form import Form, field, replace


class Shop(Form, frozen=True):
    """A form with tables in it, and what its methods look up in them."""

    prices: Mapping[str, int]
    currency: str = "pounds"
    owner: str = "Ada"

    @property
    def sign(self) -> str:
        return f"{self.owner}'s"

    def price(self, of: str) -> str:
        return f"{self.prices[of]} {self.currency}"


class World(Form, frozen=True):
    shop: Shop
    colours: Whole[Mapping[str, str]] = field(default_factory=lambda: Whole({}))
    shelf: Shelf = field(default_factory=Shelf)


SHOP = Shop({"egg": 1, "milk": 2})


class Preview:
    """Builds that remember, and what each of them made."""

    def __init__(self, make: Any) -> None:
        self.memory = InProcess()
        self.make = make
        self.made: list[str] = []

    def _noted(self, world: World, name: str) -> str:
        self.made.append(name)
        said: str = self.make(world, name)
        return said

    def build(self, world: World, names: Iterable[str]) -> list[str]:
        """What was answered; `made` says for what anything was looked up."""
        self.made.clear()
        self.memory.begin()
        asked = Lazily(self._noted, tuple(names), world)
        answers = list(self.memory.answered(map, str.upper, asked))
        self.memory.turn()
        return answers


def test_what_was_made_from_the_same_is_not_made_again() -> None:
    preview = Preview(lambda world, name: world.shop.price(name))
    assert preview.build(World(SHOP), ["egg", "milk"]) == ["1 POUNDS", "2 POUNDS"]
    assert preview.build(World(replace(SHOP, owner="Ben")), ["egg", "milk"]) == [
        "1 POUNDS",
        "2 POUNDS",
    ]
    assert preview.made == []


def test_a_changed_entry_of_a_table_counts_for_who_looked_it_up() -> None:
    preview = Preview(lambda world, name: world.shop.price(name))
    preview.build(World(SHOP), ["egg", "milk"])
    dearer = World(replace(SHOP, prices={"egg": 5, "milk": 2}))
    assert preview.build(dearer, ["egg", "milk"]) == ["5 POUNDS", "2 POUNDS"]
    assert preview.made == ["egg"]


def test_a_changed_field_counts_for_who_looked_it_up_in_a_method_or_a_property() -> None:
    preview = Preview(
        lambda world, name: world.shop.sign if name == "sign" else world.shop.price(name)
    )
    preview.build(World(SHOP), ["egg", "sign"])
    assert preview.build(World(replace(SHOP, owner="Ben")), ["egg", "sign"]) == [
        "1 POUNDS",
        "BEN'S",
    ]
    assert preview.made == ["sign"]


@pytest.mark.parametrize("asks", [lambda p: p.get("tea", 0), lambda p: 3 * ("tea" in p)])
def test_what_was_not_there_counts_when_it_comes_and_when_it_goes(asks: Any) -> None:
    preview = Preview(lambda world, name: f"{name} {asks(world.shop.prices)}")
    with_tea = World(replace(SHOP, prices={**SHOP.prices, "tea": 3}))
    assert preview.build(World(SHOP), ["a"]) == ["A 0"]
    assert preview.build(with_tea, ["a"]) == ["A 3"]
    assert preview.build(World(SHOP), ["a"]) == ["A 0"]


def test_who_looks_through_a_table_looks_at_all_of_it() -> None:
    preview = Preview(lambda world, name: ",".join(world.shop.prices) + str(len(world.shop.prices)))
    assert preview.build(World(SHOP), ["a"]) == ["EGG,MILK2"]
    with_tea = World(replace(SHOP, prices={**SHOP.prices, "tea": 3}))
    assert preview.build(with_tea, ["a"]) == ["EGG,MILK,TEA3"]
    turned = World(replace(SHOP, prices={"tea": 3, "milk": 2, "egg": 1}))
    assert preview.build(turned, ["a"]) == ["TEA,MILK,EGG3"]


def test_what_is_on_the_shelf_comes_with_what_was_looked_up_for_it() -> None:
    def make(world: World, name: str) -> str:
        cheap = world.shelf.once("sum", lambda: world.shop.prices["egg"] * 2)
        return f"{name} {world.shelf.once('twice', lambda: cheap)}"

    preview = Preview(make)
    preview.build(World(SHOP), ["a", "b"])
    dearer = World(replace(SHOP, prices={"egg": 5, "milk": 2}))
    assert preview.build(dearer, ["a", "b"]) == ["A 10", "B 10"]
    assert preview.made == ["a", "b"]
    other = World(replace(SHOP, prices={"egg": 5, "milk": 9}))
    assert preview.build(other, ["a", "b"]) == ["A 10", "B 10"]
    assert preview.made == []


def test_a_table_that_is_looked_up_as_a_whole_counts_as_a_whole() -> None:
    preview = Preview(lambda world, name: world.colours.value.get(name, "none"))
    preview.build(World(SHOP, Whole({"egg": "white"})), ["egg", "milk"])
    preview.build(World(SHOP, Whole({"egg": "white"})), ["egg", "milk"])
    assert preview.made == []
    brown = World(SHOP, Whole({"egg": "white", "tea": "brown"}))
    assert preview.build(brown, ["egg", "milk"]) == ["WHITE", "NONE"]
    assert preview.made == ["egg", "milk"]


def test_another_value_in_the_same_place_is_made() -> None:
    preview = Preview(lambda world, name: world.shop.price(name))
    preview.build(World(SHOP), ["egg", "milk"])
    assert preview.build(World(SHOP), ["milk", "milk"]) == ["2 POUNDS", "2 POUNDS"]
    assert preview.made == ["milk"]
    assert preview.build(World(SHOP), ["egg", "milk", "egg"]) == [
        "1 POUNDS",
        "2 POUNDS",
        "1 POUNDS",
    ]


def test_a_change_that_comes_and_goes_over_several_builds_is_seen_each_time() -> None:
    preview = Preview(lambda world, name: world.shop.price(name))
    for price in (1, 5, 5, 1, 2):
        world = World(replace(SHOP, prices={"egg": price, "milk": 2}))
        assert preview.build(world, ["egg", "milk"]) == [f"{price} POUNDS", "2 POUNDS"]


def test_what_fails_to_be_made_is_asked_for_again() -> None:
    preview = Preview(lambda world, name: world.shop.price(name))
    with pytest.raises(KeyError):
        preview.build(World(SHOP), ["egg", "tea"])
    with_tea = World(replace(SHOP, prices={**SHOP.prices, "tea": 3}))
    assert preview.build(with_tea, ["egg", "tea"]) == ["1 POUNDS", "3 POUNDS"]
