"""What every record has, and what their words may be."""

from dataclasses import dataclass
from typing import Literal

from explainer.model.problems import Origin
from explainer.model.prose import PassageRef

Layer = Literal["base", "later"]
Status = Literal["fact", "claim", "plan", "forecast", "disputed"]
SideId = Literal["us", "china", "other", "both"] | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has."""

    id: str
    origin: Origin
    layer: Layer = "base"
    moved_from: tuple[str, ...] = ()
    updated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Record):
    """A record that text can mention by name."""

    name: str
    aliases: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    autolink: bool = True
    cites: tuple[PassageRef, ...] = ()
