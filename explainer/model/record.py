"""What every record has, and what their words may be."""

from typing import Literal, get_args

from explainer.model.form import Form
from explainer.model.problems import Origin
from explainer.model.prose import PassageRef

Layer = Literal["base", "later"]
Status = Literal["fact", "claim", "plan", "forecast", "disputed"]
STATUSES: tuple[Status, ...] = get_args(Status)


class Record(Form, frozen=True, kw_only=True, dict=True):
    """What every record has."""

    id: str
    origin: Origin
    layer: Layer = "base"
    moved_from: tuple[str, ...] = ()
    updated: str = ""


class Named(Record, frozen=True, kw_only=True):
    """A record that text can mention by name."""

    name: str
    aliases: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    autolink: bool = True
    cites: tuple[PassageRef, ...] = ()
