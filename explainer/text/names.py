"""Finding names in running text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from explainer.model.form import Form
from explainer.text.words import places_of, with_small_first, words_in

_WORD = re.compile(r"\w+")
_FEW = 12
"""So many words are sooner looked for than the words of a text are found."""
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?:;…][\"'”’)\]]*)\s*[\"'“‘(]*$")


class Name(Form, frozen=True):
    """A form that text may hold, and the record it stands for."""

    form: str
    id: str


class Found(Form, frozen=True):
    """A name in a text."""

    start: int
    end: int
    id: str


NameTable = Mapping[str, tuple[Name, ...]]
"""Names by their first word, longest first."""


def name_table(names: Iterable[Name]) -> NameTable:
    """`names` and their regular plurals, by first word, to look up as a text is read.

    Where a plural is another record's own name, that record has it.
    """
    given = {form: Name(form, n.id) for n in names if (form := _even(n.form))}
    plurals = {plural: Name(plural, n.id) for n in given.values() for plural in plurals_of(n.form)}
    table: dict[str, list[Name]] = {}
    for name in {**plurals, **given}.values():
        word = _WORD.match(name.form)
        if word:
            table.setdefault(word[0], []).append(name)
    # Longest first: with "rare earth" first, "rare earth magnets" would never be found.
    return {
        word: tuple(sorted(group, key=lambda name: (-len(name.form), name.form)))
        for word, group in table.items()
    }


@cache
def plurals_of(form: str) -> tuple[str, ...]:
    """The regular English plural of `form`; empty when it has none or is one."""
    last = form[-1:]
    if not last.isalpha() or not last.islower() or form.endswith("s"):
        return ()
    if last == "y" and form[-2:-1] not in "aeiou":
        return (form[:-1] + "ies",)
    if form.endswith(("sh", "ch", "x", "z")):
        return (form + "es",)
    return (form + "s",)


@cache
def words_of_form(form: str) -> tuple[tuple[str, ...], ...]:
    """The words a text must have, by `words_of`, to hold `form`, its plural, or it in capitals."""
    forms = (form, *plurals_of(form), form.upper())
    return tuple(words for one in forms if (words := tuple(_WORD.findall(one))))


def words_of(text: str) -> frozenset[str]:
    """The words of `text`, and each with a small first letter: what a name may begin with."""
    words = words_in(text)
    return words.exact | words.by_small.keys()


def find_names(text: str, table: NameTable) -> Iterator[Found]:
    """The names in `text` from left to right, longest first, whole words, none inside another.

    Letters stand as written, but a sentence's first one may be a capital.
    """
    if not table:
        return
    first = _first_words(text, table)
    text = _even(text)
    end = 0
    for start in places_of(text, first):
        if start < end:
            continue
        match = _WORD.match(text, start)
        assert match is not None
        word = match[0]
        found = _longest(text, start, table.get(word, ()), word)
        if not found and word[0].isupper() and _begins_sentence(text, start):
            small = with_small_first(word)
            found = _longest(text, start, table.get(small, ()), small)
        if found:
            end = start + len(found.form)
            yield Found(start, end, found.id)


def first_words(table: NameTable) -> set[str]:
    """The words one of which stands where a name does, with a capital where a sentence begins."""
    return {*table, *(word[0].upper() + word[1:] for word in table)}


def _first_words(text: str, table: NameTable) -> set[str]:
    """The words of `text` that a name may begin with; perhaps more, where there are few names."""
    if len(table) <= _FEW:
        return first_words(table)
    words = words_in(text)
    first = {words.by_small[word] for word in table.keys() & words.by_small.keys()}
    return first | (table.keys() & words.exact)


def _even(text: str) -> str:
    """`text` with one kind of apostrophe: prose is set with curly ones, records are typed."""
    return text.replace("’", "'")


def _longest(text: str, start: int, names: tuple[Name, ...], word: str) -> Name | None:
    if not names or _goes_on(text[max(0, start - 2) : start][::-1]):
        return None
    for name in names:
        end = start + len(name.form)
        rest = name.form[len(word) :]
        if text.startswith(rest, start + len(word)) and not _goes_on(text[end : end + 2]):
            return name
    return None


def _goes_on(next_two: str) -> bool:
    """Whether a word goes on past its edge: by a letter, or by a hyphen and a letter."""
    if next_two[:1] in ("-", "‑"):
        return next_two[1:].isalnum()
    return next_two[:1].isalnum()


def _begins_sentence(text: str, start: int) -> bool:
    return bool(_SENTENCE_ENDS.search(text[max(0, start - 6) : start])) or start == 0
