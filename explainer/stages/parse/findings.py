"""Pydantic's findings in a writer's words."""

import re
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from explainer.model.problems import Problem
from explainer.text.phrases import did_you_mean, nearest
from explainer.text.yaml import Path, YamlDocument

_FOREIGN = {
    "title": ("question", "name"),
    "headline": ("question", "title"),
    "name": ("title", "question"),
    "summary": ("standfirst", "description", "meaning", "text"),
    "lead": ("standfirst",),
    "description": ("meaning", "standfirst", "text"),
    "definition": ("meaning",),
    "bio": ("description",),
    "body": ("text",),
    "weight": ("the number in the file's name",),
    "order": ("the number in the file's name",),
    "slug": ("id",),
    "permalink": ("id",),
    "url": ("id",),
    "date": ("updated",),
    "lastmod": ("updated",),
    "last_modified": ("updated",),
    "modified": ("updated",),
    "after_publication": ("layer",),
    "published": ("draft",),
    "redirect_from": ("moved_from",),
    "baseURL": ("base_url",),
    "baseurl": ("base_url",),
    "site_url": ("base_url",),
    "url_root": ("base_url",),
    "languageCode": ("language",),
    "lang": ("language",),
    "theme": ("templates/",),
    "synonyms": ("aliases",),
    "also_known_as": ("aliases",),
    "related": ("see_also",),
    "source": ("cites",),
    "sources": ("cites",),
    "reference": ("cites",),
    "end_date": ("date: 2025-05-10/2025-05-11",),
    "value": ("y",),
    "label": ("x",),
    "quote": ("quotes",),
    "attribution": ("who",),
    "claim": ("says",),
}
"""Keys of other generators and dossiers, and ours."""


def problems_of(
    errors: Iterable[Any], value: Any, model: type[BaseModel], document: YamlDocument
) -> tuple[Problem, ...]:
    """What `errors` say, which `model` found in the `value` of `document`: each problem once."""
    told = _without_misspelt(errors, model)
    return tuple(dict.fromkeys(_problem(found, value, model, document) for found in told))


def _without_misspelt(errors: Iterable[Any], model: type[BaseModel]) -> list[Any]:
    """`errors` but for keys that are missing only because they are there under another name."""
    told = list(errors)
    meant = {
        (*found["loc"][:-1], ours)
        for found in told
        if found["type"] == "extra_forbidden"
        and (ours := _ours(str(found["loc"][-1]), _keys_at(model, found["loc"][:-1])))
    }
    return [found for found in told if found["type"] != "missing" or found["loc"] not in meant]


def _problem(found: Any, value: Any, model: type[BaseModel], document: YamlDocument) -> Problem:
    # Parts of the way that are no keys of ours name a branch of a union.
    path: Path = tuple(p for i, p in enumerate(found["loc"]) if _is_way(value, found, i))
    kind = found["type"]
    key = str(path[-1]) if path else ""
    named = _named(path)
    if kind == "missing":
        place = _record_name(value, path[:-1])
        return Problem(
            document.origin(path[:-1]),
            f"{place} has no `{key}`",
            f"add `{key}: …`{_holds(_field_at(model, found['loc']))}",
            "records",
        )
    if kind == "extra_forbidden":
        origin = document.keys.get(path) or document.origin(path)
        known = _keys_at(model, found["loc"][:-1])
        return Problem(origin, f"the key {named} is not known here", _meant(key, known), "records")
    if kind == "invalid_key":
        origin = document.keys.get((*path[:-1], key)) or document.origin(path)
        hint = "a key is a word: `key: …`; in a number write a point, not a comma"
        return Problem(origin, f"the key `{key}` is no text", hint, "records")
    origin = document.origin(path)
    field = _field_at(model, found["loc"])
    if kind == "string_too_short" or (found["input"] is None and kind.endswith("_type")):
        is_item = bool(path) and isinstance(path[-1], int)
        hint = "take its `-` or comma out, or write it" if is_item else _to_fill(field)
        return Problem(origin, f"{named} is empty", hint, "records")
    message, hint = _said(kind, found, named)
    if kind == "value_error" and (about := re.match("`([a-z_]+)`", message)):
        # What is wrong between two keys is told at the one it speaks of.
        origin = document.places.get((*path, about[1])) or origin
    return Problem(origin, message, hint, "records")


def _named(path: Path) -> str:
    """What to call the value at `path`: by its key, or by that of the list it is an item of."""
    if path and isinstance(path[-1], str) and path[-1]:
        return f"`{path[-1]}`"
    above = next((part for part in reversed(path) if isinstance(part, str) and part), "")
    return f"an item of `{above}`" if above else "this"


def _to_fill(field: FieldInfo | None) -> str:
    """What to do about an empty key."""
    if field and field.is_required():
        return f"write something behind it{_holds(field)}"
    return "write something behind it, or take the key out"


def _holds(field: FieldInfo | None) -> str:
    """What a key is for, to stand at the end of a hint."""
    return f" ({field.description})" if field and field.description else ""


_OF_KEYS = ("missing", "extra_forbidden", "invalid_key")


def _is_way(value: Any, found: Any, index: int) -> bool:
    part = found["loc"][index]
    if index == len(found["loc"]) - 1 and found["type"] in _OF_KEYS:
        return True
    here = value
    for step in found["loc"][:index]:
        here = _step(here, step)
    return _step(here, part) is not here


def _step(value: Any, part: str | int) -> Any:
    if isinstance(value, dict) and part in value:
        return value[part]
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return value


def _record_name(value: Any, path: Path) -> str:
    here = value
    for part in path:
        here = _step(here, part)
    if isinstance(here, dict) and isinstance(here.get("id"), str) and path:
        return f"`{here['id']}`"
    return "this"


def _keys_at(model: type[BaseModel], loc: Path) -> tuple[str, ...]:
    """The keys the model allows at `loc`."""
    return tuple(_fields(_model_at(model, loc)))


def _field_at(model: type[BaseModel], loc: Path) -> FieldInfo | None:
    """The key of the model that `loc` leads to; None for an item of a list."""
    return _fields(_model_at(model, loc[:-1])).get(loc[-1]) if loc else None


def _model_at(model: type[BaseModel], loc: Path) -> Any:
    here: Any = model
    for part in loc:
        if part in _fields(here):
            here = _model_in(_fields(here)[part].annotation)
    return here


def _fields(model: Any) -> dict[Any, FieldInfo]:
    """The model's keys as YAML writes them."""
    return {f.alias or name: f for name, f in getattr(model, "model_fields", {}).items()}


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _ours(key: str, known: tuple[str, ...]) -> str:
    """The one of `known` that `key` stands for, foreign or misspelt; empty when it is like none."""
    return next((ours for ours in _FOREIGN.get(key, ()) if ours in known), nearest(key, known))


def _meant(key: str, known: tuple[str, ...]) -> str:
    for ours in _FOREIGN.get(key, ()):
        if ours in known or " " in ours or "/" in ours:
            return f"here it is `{ours}`" if " " not in ours else f"here it is {ours}"
    return did_you_mean(key, known) or "known here: " + ", ".join(known)


def _to_be_text(given: Any) -> str:
    """What would make one text of a list or a mapping: most are texts with a colon in them."""
    key, value = next(iter(given.items())) if isinstance(given, dict) and given else ("", "")
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9-]+ [a-z0-9-]+", f"{key} {value}"):
        return f"write `{key}:{value}`, without a space"
    if isinstance(value, str) and key:
        return f"`{key}:` made a key of its beginning: put quotation marks around all of the text"
    return "write one text here, not a list or a mapping"


def _said(kind: str, found: Any, named: str) -> tuple[str, str]:
    context = found.get("ctx", {})
    given = found.get("input")
    if kind == "value_error":
        # What was typed stands in the message, and may have the sign in it that parts the two.
        message, _, hint = str(context["error"]).rpartition("|")
        return message, hint
    if kind == "literal_error":
        expected = str(context["expected"])
        meant = did_you_mean(str(given), re.findall(r"'([^']+)'", expected))
        can_be = f"it can be {expected.replace(chr(39), '`')}"
        return f"{named} is `{given}`", f"{meant} {can_be}".lstrip()
    if kind == "string_type":
        if isinstance(given, bool | int | float):
            shown = str(given).lower() if isinstance(given, bool) else given
            return f"{named} is not text but {shown}", "put quotation marks around it"
        return f"{named} is not text", _to_be_text(given)
    if kind in ("tuple_type", "list_type"):
        return f"{named} is not a list", "write `[one, two]`, or lines that begin with `- `"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"{named} is not a mapping", "write `key: value` lines below it"
    if kind in ("bool_type", "bool_parsing"):
        return f"{named} is neither `true` nor `false`", "write one of the two"
    if kind in ("string_too_long", "too_long") and isinstance(given, str):
        length, most = len(given), context["max_length"]
        return f"{named} has {length} characters, {length - most} too many", f"at most {most}"
    if kind == "string_pattern_mismatch":
        return f"{named} is `{given}`, which has not this form", context["pattern"]
    if kind in ("int_type", "float_type", "int_parsing", "float_parsing"):
        return f"{named} is not a number", "write digits, without unit or separators"
    return f"{named}: {found['msg'].lower()}", "docs/records.md says what may stand here"
