"""Types that several records share."""

import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictStr,
    StringConstraints,
)
from pydantic.config import JsonDict

from explainer.model.places import RESERVED_IDS
from explainer.model.record import Layer
from explainer.model.web import names_a_server

_LONGEST_ID = 100
"""Disks take no folder whose name is much longer than twice this."""
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Windows takes a folder of this name for a device."""


class Model(BaseModel):
    """A mapping in YAML: unknown keys are refused, nothing changes after reading."""

    # Built when a file of its kind is first read: most builds read few anew.
    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)


def _id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+", value):
        raise ValueError(f"`{value}` is no id|an id is made of a–z, 0–9 and hyphens")
    return value


def _own_id(value: str) -> str:
    if _id(value) in RESERVED_IDS:
        raise ValueError(f"the id `{value}` is taken by a page of the site|choose another id")
    if len(value) > _LONGEST_ID:
        raise ValueError(f"the id has {len(value)} characters|choose one of at most {_LONGEST_ID}")
    if value in _DEVICES:
        raise ValueError(f"Windows can have no folder named `{value}`|choose another id")
    return value


def _passage_ref(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+(:[a-z0-9-]+)?", value):
        raise ValueError(
            f"`{value}` is no passage|write `p5` for the site's seed, `reference:passage` for others"
        )
    return value


def _text(value: Any) -> Any:
    # `2025` and `2025-05` in YAML: the first is a number to every reader of YAML, and both are dates.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def check_date(value: str) -> str:
    """`value`, an ISO date: `2025`, `2025-05` or `2025-05-12`; `ValueError` if there is none such."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", value):
        raise ValueError(f"`{value}` is no date|write 2025-06-10, 2025-06 or 2025")
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no date {value}|look at the month and the day") from None
    return value


def _date_or_range(value: str) -> str:
    first, slash, last = value.partition("/")
    if "/" in last or not (re.match(r"[0-9]{4}", first) and re.match(r"[0-9]{4}|$", last)):
        raise ValueError(
            f"`{value}` is no date|write 2025-06-10, 2025-06, 2025 or 2025-06-09/2025-06-10"
        )
    check_date(first)
    if slash and check_date(last) < first:
        raise ValueError(f"`{value}` ends before it begins|write the earlier date first")
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'`\\{}|^]+", value) or not names_a_server(value):
        raise ValueError(f"`{value}` is no web address|write one that begins with https://")
    return value


def _site_address(value: str) -> str:
    parts = urlsplit(_address(value))
    if (
        "@" in parts.netloc
        or parts.query
        or parts.fragment
        or {".", ".."} & {*parts.path.split("/")}
    ):
        raise ValueError(
            f"`{value}` is no address of a site|write one like https://example.org/news/, no more"
        )
    return value


def _contact(value: str) -> str:
    is_written = re.fullmatch(r"(https?://|mailto:)[^\s<>\"'`\\{}|^]+", value)
    if not is_written or (value.startswith("http") and not names_a_server(value)):
        raise ValueError(f"`{value}` is no address to write to|begin it with https:// or mailto:")
    return value


def once(values: tuple[str, ...]) -> tuple[str, ...]:
    """`values`; `ValueError` if one of them stands there twice."""
    twice = next((value for value in values if values.count(value) > 1), None)
    if twice is not None:
        raise ValueError(f"`{twice}` stands here twice|keep one of the two")
    return values


def once_by_id(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """`values`; `ValueError` if two of them have one id."""
    once(tuple(value.id for value in values))
    return values


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", value):
        raise ValueError(f"`{value}` is no language|write its code, such as `en`, `en-GB` or `de`")
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError("this is empty|write something here, or take the key out")
    return value


# What editors are told of these by JSON Schema; the build says it in its own words.
_ID_FORM: JsonDict = {"pattern": "^[a-z0-9-]+$"}
_DATE_FORM: JsonDict = {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_RANGE_FORM: JsonDict = {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$"}
_REF_FORM: JsonDict = {"pattern": "^[a-z0-9-]+(:[a-z0-9-]+)?$"}
_MARKDOWN: JsonDict = {"contentMediaType": "text/markdown"}

Text = Annotated[StrictStr, AfterValidator(_filled)]
Brief = Annotated[StrictStr, StringConstraints(max_length=240, min_length=1)]
Prose = Annotated[
    StrictStr,
    AfterValidator(_filled),
    Field(description="Markdown, with citations and links", json_schema_extra=_MARKDOWN),
]
_Number = BeforeValidator(_text, json_schema_input_type=StrictStr | int)

OwnId = Annotated[StrictStr, _Number, AfterValidator(_own_id), Field(json_schema_extra=_ID_FORM)]
Id = Annotated[StrictStr, _Number, AfterValidator(_id), Field(json_schema_extra=_ID_FORM)]
Ref = Annotated[
    StrictStr,
    AfterValidator(_passage_ref),
    Field(
        description="A passage: `p5` of the site's seed, or `reference:passage`",
        json_schema_extra=_REF_FORM,
    ),
]
Date = Annotated[
    StrictStr,
    _Number,
    AfterValidator(check_date),
    Field(description="A date: `2025`, `2025-05` or `2025-05-12`", json_schema_extra=_DATE_FORM),
]
DateRange = Annotated[
    StrictStr,
    _Number,
    AfterValidator(_date_or_range),
    Field(description="A date, or two with a slash between", json_schema_extra=_RANGE_FORM),
]
Address = Annotated[StrictStr, AfterValidator(_address)]
SiteAddress = Annotated[StrictStr, AfterValidator(_site_address)]
Contact = Annotated[StrictStr, AfterValidator(_contact)]
Language = Annotated[
    StrictStr,
    AfterValidator(_language),
    Field(json_schema_extra={"pattern": "^[a-z]{2,3}(-[A-Z]{2})?$"}),
]


class Record(Model):
    """What every record with an id may say."""

    layer: Layer = Field("base", description="`later` for what was not known at `as_of`")
    moved_from: tuple[OwnId, ...] = Field((), description="Ids it had before; they lead here")
    updated: Date | None = Field(None, description="When it was last changed, as readers are told")


class NamedRecord(Record):
    """A record that text can mention by name."""

    id: OwnId = Field(description="For ever: addresses are made of it")
    name: Text = Field(description="As it stands inside a sentence")
    aliases: tuple[Text, ...] = Field((), description="Other forms that link by themselves")
    by_hand: tuple[Text, ...] = Field((), description="Forms that work only in `[[ ]]`")
    autolink: bool = Field(True, description="`false`: nothing links here by itself")
    cites: tuple[Ref, ...] = Field((), description="Passages all its prose rests on")
