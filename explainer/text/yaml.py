"""The door to PyYAML: a file's values, and where each of them stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import yaml

from explainer.model.form import Form
from explainer.model.problems import Origin, Problem
from explainer.text.odd_characters import odd_character
from explainer.text.places import origin_at

Path = tuple[str | int, ...]
"""The way to a value: keys and places in lists."""

_TAGS = frozenset({"str", "null", "bool", "int", "float", "seq", "map"})
_MOST_NODES = 200_000
_DEEPEST = 40
_MOST_DIGITS = 100
"""Of a number. Python reads no whole number of more than 4,300 (CVE-2020-10735), and longer fractions
than this as none or as infinite."""

_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")

_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc, valid-type]
    """Reads `no`, `12:30` and `2025-06-10` as the text they are; only null, true, false, numbers."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("int", r"^(?:-?(?:0|[1-9][0-9]*))$", list("-0123456789")),
    ("float", r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", list("-0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


class YamlDocument(Form, frozen=True):
    """What one YAML text says."""

    value: Any
    """Plain dicts, lists, strings, numbers, booleans and None; None when there are problems."""
    places: Mapping[Path, Origin]
    """Where each value begins."""
    keys: Mapping[Path, Origin]
    """Where each key stands."""
    ends: Mapping[Path, int]
    """The last line of each value."""
    problems: tuple[Problem, ...]

    def origin(self, path: Path) -> Origin:
        """Where the value at `path` begins; where it has no place, the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Origin("", 1)


@dataclass(slots=True)
class _Walk:
    path: str
    first_line: int
    end: tuple[int, int]
    """Line and column behind the last character."""
    places: dict[Path, Origin] = field(default_factory=dict)
    keys: dict[Path, Origin] = field(default_factory=dict)
    ends: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def origin(self, mark: Any) -> Origin:
        # What is missed at the end is missed in the last line there is.
        return Origin(self.path, *min((mark.line + self.first_line, mark.column + 1), self.end))

    def problem(self, mark: Any, message: str, hint: str) -> None:
        self.problems.append(Problem(self.origin(mark), message, hint, "records"))


def read_yaml(path: str, text: str, first_line: int = 1) -> YamlDocument:
    """The values of `text`, which stands in `path` from `first_line` on, with their places.

    Problems: what YAML cannot read, keys given twice, aliases and tags (a record needs neither, and
    a few lines of them can stand for gigabytes), more than 40 levels or 200 000 values.
    """
    end = (first_line + text.count("\n"), len(text) - text.rfind("\n"))
    walk = _Walk(path, first_line, end)
    odd = odd_character(text)
    if odd:
        at, message, hint = odd
        problem = Problem(origin_at(path, text, at, first_line), message, hint, "records")
        return YamlDocument(None, {}, {}, {}, (problem,))
    try:
        _refuse_anchors(text, walk)
        if walk.problems:
            return YamlDocument(None, {}, {}, {}, tuple(walk.problems))
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            if node is not None:
                _visit(node, walk)
            value = None if node is None or walk.problems else loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        walk.problem(_where(error), *_explained(error, text))
        return YamlDocument(None, {}, {}, {}, tuple(walk.problems))
    except (yaml.YAMLError, RecursionError) as error:
        walk.problems.append(_unreadable(path, text, first_line, error))
        return YamlDocument(None, {}, {}, {}, tuple(walk.problems))
    walk.places.setdefault((), Origin(path, first_line))
    return YamlDocument(value, walk.places, walk.keys, walk.ends, tuple(walk.problems))


def _refuse_anchors(text: str, walk: _Walk) -> None:
    if "&" not in text and "*" not in text and "[[[[" not in text and "{{{{" not in text:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        anchor = getattr(event, "anchor", None)
        if anchor:
            mark = event.start_mark
            walk.problem(
                mark,
                f"`{anchor}` is a YAML alias or anchor",
                "write the value out where it is used",
            )
            return
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            walk.problem(event.start_mark, f"more than {_DEEPEST} levels", "no record is that deep")
            return


def _visit(root: yaml.Node, walk: _Walk) -> None:
    """Notes every place below `root`, and the problems of its mappings."""
    todo: list[tuple[Path, yaml.Node]] = [((), root)]
    while todo:
        path, node = todo.pop()
        walk.places[path] = walk.origin(node.start_mark)
        walk.ends[path] = node.end_mark.line + walk.first_line
        if len(walk.places) > _MOST_NODES or len(path) > _DEEPEST:
            walk.problem(node.start_mark, "this file holds too much", "divide it into several")
            return
        _look_at(node, walk)
        if isinstance(node, yaml.SequenceNode):
            todo.extend(((*path, i), child) for i, child in enumerate(node.value))
        elif isinstance(node, yaml.MappingNode):
            todo.extend(_visit_mapping(path, node, walk))


def _look_at(node: yaml.Node, walk: _Walk) -> None:
    if node.tag.removeprefix("tag:yaml.org,2002:") not in _TAGS:
        walk.problem(node.start_mark, f"`{node.tag}` is a YAML tag", "take the tag out")
    if node.tag in _NUMBERS and len(node.value) > _MOST_DIGITS:
        message = f"this number has {len(node.value):,} digits, more than {_MOST_DIGITS}"
        walk.problem(node.start_mark, message, "put quotation marks around it if it is a text")
    odd = odd_character(node.value) if isinstance(node, yaml.ScalarNode) else None
    if odd:
        walk.problem(node.start_mark, *odd[1:])


def _visit_mapping(path: Path, node: Any, walk: _Walk) -> list[tuple[Path, yaml.Node]]:
    below = []
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else None
        if name is None or name == "<<":
            walk.problem(key.start_mark, "a key must be a plain word", "write `key: value`")
            continue
        _look_at(key, walk)
        place = (*path, name)
        if place in walk.keys:
            walk.problem(
                key.start_mark,
                f"the key `{name}` stands here twice (first in line {walk.keys[place].line})",
                "keep one of the two",
            )
        walk.keys.setdefault(place, walk.origin(key.start_mark))
        below.append((place, value))
    return below


def _where(error: yaml.MarkedYAMLError) -> Any:
    """The mark of the mistake: what is never closed is missed only lines after it began."""
    begun, missed = error.context_mark, error.problem_mark
    kinds = ("simple key", "quoted scalar", "flow")
    if begun and missed and any(kind in (error.context or "") for kind in kinds):
        return min(begun, missed, key=lambda mark: mark.line)
    return missed or begun


_TAB = "YAML indents with spaces; replace the tab"
_QUOTED = "put quotation marks around a text that begins with this sign"
_ESCAPE = (
    "in double quotation marks `\\` has a meaning: write `\\\\`, or use single quotation marks"
)
_ALL_OF_IT = (
    "the text ended with its second quotation mark: put marks of the other kind around all of it"
)
_OTHERWISE = "look at this line and the one before"
_SHOWN = {"\t": "a tab", "`": "a backtick"}


def _sign_at(text: str, mark: Any) -> str:
    """The character at `mark`; empty at the end of its line."""
    # Counted as YAML counts: for it some other characters end a line, too.
    return text[mark.index : mark.index + 1] if mark else ""


def _explained(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    said = " ".join(filter(None, (error.context, error.problem)))
    if "mapping values are not allowed" in said and _is_key(text, error.problem_mark):
        hint = (
            "look at the indentation of this line and the one before, and for a missing colon there"
        )
        return f"YAML cannot be read here: {error.problem}", hint
    sign = _sign_at(text, error.problem_mark)
    if "cannot start any token" in said and sign:
        message = f"YAML cannot be read here: nothing begins with {_SHOWN.get(sign, f'`{sign}`')}"
        return message, _TAB if sign == "\t" else _QUOTED
    if "did not find expected" in said and _ends_a_quotation(text, error.problem_mark):
        return f"YAML cannot be read here: {error.problem}", _ALL_OF_IT
    hints = {
        "tab character": _TAB,
        "escape character": _ESCAPE,
        "hexdecimal number": _ESCAPE,
        "alphabetic or numeric character": _QUOTED,
        "incompatible YAML document": "take the line that begins with `%` out",
        "directive": "take the line that begins with `%` out",
        "mapping values are not allowed": "a text with a colon in it needs quotation marks around it",
        "did not find expected key": "look at the indentation, and for an open quotation mark above",
        "could not find expected ':'": "a key needs a colon and a space after it",
        "found unexpected end of stream": "a quotation mark or bracket is not closed",
        "expected <block end>": "look at the indentation of this line and the one before",
        "while scanning a quoted scalar": "a quotation mark is not closed",
        "while parsing a flow": "close the bracket, or put text that has one or a comma in quotation marks",
        "found another document": "one file holds one document: take the line `---` out",
    }
    hint = next((text for sign, text in hints.items() if sign in said), _OTHERWISE)
    return f"YAML cannot be read here: {error.problem or said}", hint


def _ends_a_quotation(text: str, mark: Any) -> bool:
    """Whether a text in quotation marks ends at `mark`, and more words follow."""
    before = re.split(r"[\r\n]", text[: mark.index])[-1] if mark else ""
    return bool(re.search(r"(?:^|[:-]) *(?:\"[^\"]*\"|'[^']*') *$", before))


def _is_key(text: str, mark: Any) -> bool:
    """Whether nothing but a key stands before `mark` in its line."""
    # Not by its line, which is counted as YAML counts: there a carriage return ends one, too.
    before = re.split(r"[\r\n]", text[: mark.index])[-1] if mark else ""
    return bool(re.fullmatch(r"\s*(?:- +)?[\w-]+", before))


def _unreadable(path: str, text: str, first_line: int, error: Exception) -> Problem:
    position = getattr(error, "position", None)
    if isinstance(position, int):
        origin = origin_at(path, text, position, first_line)
        return Problem(origin, "there is a character YAML does not allow", "take it out", "records")
    return Problem(
        Origin(path, first_line),
        "YAML cannot be read here",
        "look for brackets left open",
        "records",
    )
