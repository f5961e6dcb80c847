"""Who deals with whom, as a picture: the sides face each other, and a line joins those who dealt.

The people stand first, delegations before the rest; below them governments and offices, with the
companies between. In a narrow place there are two columns: the sides, then offices and companies.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from explainer.model.form import Form, replace
from explainer.text.drawings.shapes import LEADING, rule, shape, side_mark, svg, words
from explainer.text.fitting import BOLD, lines_of, width_of

_WIDE, _NARROW = 840, 336
_SMALL, _ROLE = 6.6, 6.1
"""Pixels a letter takes: of a title, at 12 px, and of a role, at 11."""
_GAP, _PAD = 10, 7


class Party(Form, frozen=True):
    """Somebody with a place in the picture."""

    id: str
    name: str
    role: str
    """Said below the name; empty for none."""
    side: str
    zone: str
    """`delegation`, `people`, `states`, `offices` or `companies`."""


class Tie(Form, frozen=True):
    """That two deal with each other, and how."""

    first: str
    second: str
    how: str


class Names(Form, frozen=True):
    """The words of the picture."""

    sides: tuple[tuple[str, str], ...]
    """Id and name; the first stands left, the second right."""
    delegation: str
    people: str
    offices: str
    companies: str
    others: str


class _Box(Form, frozen=True):
    """A party in its place, in pixels."""

    party: Party
    form: "_Form"
    column: int
    x: float
    y: float
    lines: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def width(self) -> float:
        return self.form.box

    @property
    def height(self) -> float:
        return 2 * _PAD + LEADING * len(self.lines) + LEADING * len(self.roles) - 1

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


class _Form(Form, frozen=True):
    """Measures of one of the two pictures, in pixels."""

    picture: int
    box: float
    apart: float
    below_title: float
    below_zone: float
    size: int
    """Of a name."""
    indent: int
    """Of a name, behind its mark."""

    @property
    def letter(self) -> float:
        """What a letter of a name takes."""
        return self.size * BOLD / 13


_FOR_WIDE = _Form(_WIDE, 232.0, 72.0, 30, 26, size=13, indent=25)
_FOR_NARROW = _Form(_NARROW, 140.0, 56.0, 28, 24, size=12, indent=21)


def dealings_wide(parties: Sequence[Party], ties: Sequence[Tie], names: Names) -> str:
    """The picture for a wide place: three columns, companies in the middle one."""
    form = _FOR_WIDE
    left, right = (side for side, _ in names.sides[:2])
    columns = {left: 0, right: 2}
    parts, boxes, y = _people(parties, ties, names, columns, form, 36.0)
    rest = [p for p in parties if p.zone in ("states", "offices", "companies")]
    if rest:
        middle = form.box + form.apart
        parts += _title(y, names.offices, form.picture)
        parts += _title(y, names.companies, form.box, middle)
        parts += _other_mark(y, names.others, middle + form.box) if _has_others(rest, names) else []
        stacks = _stacks(
            rest, ties, lambda p: 1 if p.zone == "companies" else columns.get(p.side, 1)
        )
        # Companies begin lower, so that a line from side to side passes above them.
        placed = _placed(stacks, y + form.below_title, form, lower={1: 72.0})
        boxes += _settled(placed, ties)
        y = _below(boxes)
    return svg(_WIDE, y + 4, [*parts, *_lines(boxes, ties, is_told=True), *map(_box, boxes)])


def dealings_narrow(parties: Sequence[Party], ties: Sequence[Tie], names: Names) -> str:
    """The picture for a phone: two columns, first the sides, then offices and companies."""
    form = _FOR_NARROW
    columns = {names.sides[0][0]: 0, names.sides[1][0]: 1}
    parts, boxes, y = _people(parties, ties, names, columns, form, 32.0)
    rest = [p for p in parties if p.zone in ("states", "offices", "companies")]
    if rest:
        parts += _title(y, names.offices, form.box)
        parts += _title(y, names.companies, form.box, form.box + form.apart)
        parts += _other_mark(y, names.others, form.picture) if _has_others(rest, names) else []
        stacks = _stacks(rest, ties, lambda p: int(p.zone == "companies"))
        boxes += _placed(stacks, y + form.below_title, form)
        y = _below(boxes)
    return svg(_NARROW, y + 4, [*parts, *_lines(boxes, ties, is_told=False), *map(_box, boxes)])


def _people(
    parties: Sequence[Party],
    ties: Sequence[Tie],
    names: Names,
    columns: Mapping[str, int],
    form: _Form,
    y: float,
) -> tuple[list[str], list[_Box], float]:
    """The sides' names, below them the delegations and other people; and where the rest may begin."""
    step = form.box + form.apart
    parts = [_head(columns[side] * step, side, name) for side, name in names.sides[:2]]
    boxes: list[_Box] = []
    for zone, title in (("delegation", names.delegation), ("people", names.people)):
        inside = [p for p in parties if p.zone == zone]
        if inside:
            parts += _title(y, title, form.picture)
            stacks = _stacks(inside, ties, lambda p: columns.get(p.side, 1))
            placed = _placed(stacks, y + form.below_title, form)
            boxes += placed
            y = _below(placed) + form.below_zone
    return parts, boxes, y


def _head(x: float, side: str, name: str) -> str:
    return side_mark(side, x + 6, 9) + words(x + 20, 14, [name], font_size=13, font_weight="600")


def _has_others(parties: Iterable[Party], names: Names) -> bool:
    """Whether some belong to neither of the two sides."""
    sides = {side for side, _ in names.sides[:2]}
    return any(party.side not in sides for party in parties)


def _other_mark(y: float, name: str, end: float) -> list[str]:
    """What the mark of others means, at the end of a title."""
    told = words(end, y + 17, [name], text_anchor="end", fill="var(--text-soft)")
    return [side_mark("other", end - width_of(name, _SMALL) - 12, y + 13, 4.5), told]


def _title(y: float, title: str, width: float, x: float = 0) -> list[str]:
    return [
        rule(x, y, x + width, y),
        words(x, y + 17, lines_of(title, width, _SMALL)[:1], fill="var(--text-soft)"),
    ]


def _stacks(
    parties: Iterable[Party], ties: Sequence[Tie], column: Callable[[Party], int]
) -> dict[int, list[Party]]:
    """The parties of each column, in an order in which few lines cross."""
    stacks: dict[int, list[Party]] = {}
    for party in parties:
        stacks.setdefault(column(party), []).append(party)
    for _ in range(3):
        for number in sorted(stacks):
            places = {
                party.id: place / max(1, len(stack))
                for other, stack in stacks.items()
                for place, party in enumerate(stack)
                if other != number
            }
            stacks[number] = sorted(
                stacks[number], key=lambda p: (p.zone != "states", _mean(p, ties, places))
            )
    return stacks


def _mean(party: Party, ties: Sequence[Tie], places: dict[str, float]) -> float:
    """How high those stand whom `party` deals with; those who deal with nobody here stand last."""
    pairs = [(tie.first, tie.second) for tie in ties]
    others = [b if a == party.id else a for a, b in pairs if party.id in (a, b)]
    found = [places[other] for other in others if other in places]
    return sum(found) / len(found) if found else 2.0


def _placed(
    stacks: dict[int, list[Party]], top: float, form: _Form, lower: dict[int, float] | None = None
) -> list[_Box]:
    boxes = []
    for column, stack in sorted(stacks.items()):
        y = top + (lower or {}).get(column, 0)
        for party in stack:
            room = form.box - form.indent - 5
            lines = tuple(lines_of(party.name, room, form.letter))
            roles = tuple(lines_of(party.role, room, _ROLE)) if party.role else ()
            box = _Box(party, form, column, column * (form.box + form.apart), y, lines, roles)
            boxes.append(box)
            y += box.height + _GAP
    return boxes


def _settled(boxes: Sequence[_Box], ties: Sequence[Tie]) -> list[_Box]:
    """The offices moved down to the height of the companies they deal with."""
    between = {box.party.id: box.middle for box in boxes if box.column == 1}
    settled, free = [], dict.fromkeys((0, 1, 2), 0.0)
    for box in boxes:
        names = {tie.second if tie.first == box.party.id else tie.first
                 for tie in ties if box.party.id in (tie.first, tie.second)}  # fmt: skip
        heights = [between[name] for name in sorted(names) if name in between]
        y = max(box.y, free[box.column])
        if heights and box.column != 1 and box.party.zone == "offices":
            y = max(y, sum(heights) / len(heights) - box.height / 2)
        settled.append(replace(box, y=y))
        free[box.column] = y + box.height + _GAP
    return settled


def _below(boxes: Iterable[_Box]) -> float:
    return max(box.y + box.height for box in boxes)


def _box(box: _Box) -> str:
    x, first = box.x + box.form.indent, box.y + _PAD + 11
    return "".join(
        [
            shape("rect", x=box.x, y=box.y, width=box.width, height=box.height,
                  fill="var(--ground-raised)", stroke="var(--line)"),
            side_mark(box.party.side, box.x + box.form.indent / 2, first - 4, 4.5),
            words(x, first, box.lines, font_size=box.form.size, font_weight="600"),
            words(x, first + LEADING * (len(box.lines) - 1) + 14, box.roles, font_size=11,
                  fill="var(--text-soft)") if box.roles else "",
        ]
    )  # fmt: skip


def _lines(boxes: Sequence[_Box], ties: Sequence[Tie], *, is_told: bool) -> list[str]:
    """The ties, from side to side or round the edge for two of one column; and above them what is told."""
    by_id = {box.party.id: box for box in boxes}
    parts, told = [], []
    for tie in ties:
        one, other = by_id[tie.first], by_id[tie.second]
        if one.column > other.column or (one.column == other.column and one.y > other.y):
            one, other = other, one
        look: dict[str, str | float] = {"fill": "none", "stroke": "var(--text-soft)"}
        parts.append(shape("path", d=_course(one, other), **look))
        if is_told and other.column - one.column == 2 and abs(one.middle - other.middle) < 4:
            middle = (one.x + one.width + other.x) / 2
            # A rim of the ground's colour keeps the words clear of lines that cross them.
            told.append(
                words(middle, one.middle - 6, [tie.how], text_anchor="middle",
                      fill="var(--text-soft)", font_size=11, stroke="var(--ground)",
                      stroke_width=5, stroke_linejoin="round", paint_order="stroke")
            )  # fmt: skip
    return [*parts, *told]


def _course(one: _Box, other: _Box) -> str:
    y, y2 = one.middle, other.middle
    if one.column == other.column:
        # On the side that faces the other column.
        is_left = one.column == 0
        x = one.x + one.width if is_left else one.x
        bend = x + (26 if is_left else -26)
        return f"M{x:.1f} {y:.1f}C{bend:.1f} {y:.1f} {bend:.1f} {y2:.1f} {x:.1f} {y2:.1f}"
    x, x2 = one.x + one.width, other.x
    middle = (x + x2) / 2
    return f"M{x:.1f} {y:.1f}C{middle:.1f} {y:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
