"""The words that templates say, and a site's own in their place."""

from collections.abc import Iterator, Mapping
from string import Formatter

from explainer.model.form import Form
from explainer.model.problems import Origin, Problem, SiteError
from explainer.model.sources import SourceFile
from explainer.text.yaml import YamlDocument, read_yaml

_MONTHS = 12


class Words(dict[str, str]):
    """What the pages say, by key; who asks for a word that is not there stops the build with a problem."""

    def __missing__(self, key: str) -> str:
        origin = Origin("templates/words/en.yaml")
        raise SiteError(
            [Problem(origin, f"the word `{key}` is missing", f"write `{key}: …`", "records")]
        )


class ParsedWords(Form, frozen=True):
    """What templates say, by key."""

    said: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def parse_words(files: tuple[SourceFile, ...], *, language: str) -> ParsedWords:
    """English words, with those of the language and of its region in their place."""
    words: dict[str, str] = {}
    engines: dict[str, str] = {}
    problems: list[Problem] = []
    for name in dict.fromkeys(("en", language.split("-")[0], language)):
        # The engine's come before the site's own, which may be few.
        for file in (f for f in files if f.path == f"templates/words/{name}.yaml"):
            document = read_yaml(file.path, file.text)
            problems += document.problems or _problems(document, engines)
            new = {k: v for k, v in (document.value or {}).items() if isinstance(v, str)}
            words, engines = words | new, new | engines
    return ParsedWords(tuple(words.items()), tuple(problems))


def _problems(document: YamlDocument, engines: Mapping[str, str]) -> Iterator[Problem]:
    """Words that could not be said in the place of the engine's."""
    for key, value in (document.value or {}).items():
        said = _fault(key, value, engines.get(key))
        if said:
            yield Problem(document.places[key,], *said, "records")


def _fault(key: str, value: object, instead_of: str | None) -> tuple[str, str] | None:
    """What is wrong with `value`, and what would mend it."""
    if not isinstance(value, str):
        return f"`{key}` is not text", "put quotation marks around it"
    if key in ("months", "months_short") and len(value.split()) != _MONTHS:
        return f"`{key}` has {len(value.split())} words, not {_MONTHS}", "write a word for each"
    if instead_of is None:
        return None
    known, found = _filled(instead_of) or frozenset(), _filled(value)
    if found is not None and found <= known:
        return None
    filled = ", ".join(f"`{{{name}}}`" for name in sorted(known))
    hint = f"what is filled in is {filled}" if known else "write it without braces"
    return f"`{key}` has braces that nothing fills", hint


def _filled(text: str) -> frozenset[str] | None:
    """The names in braces that stand for something else; None where the braces make no sense."""
    try:
        found = [(name, form) for _, name, *form in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    # How something is filled in is not for words to say.
    return None if any(any(form) for _, form in found) else frozenset(name for name, _ in found)
