"""audit: what must be so in the finished pages."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from explainer.model.each import Each, Lazily
from explainer.model.form import Form, replace
from explainer.model.output import Facts, OutputFile
from explainer.model.problems import Origin, Problem
from explainer.text.phrases import several


class _Finished(Form, frozen=True):
    """What there is for links to lead to."""

    is_page: Mapping[str, bool]
    """Every file, by its path."""
    ids: Mapping[str, frozenset[str]]
    """Those of each page: apart, for most links ask for none."""


class _Followed(Form, frozen=True):
    """A page whose links were followed, and what was found wrong with it so far."""

    path: str
    facts: Facts
    problems: tuple[Problem, ...]
    reached: frozenset[str]
    """Other pages that its links lead to."""


def audit_output(files: Iterable[OutputFile], each: Each = map) -> Iterator[Problem]:
    """Links that lead nowhere or would break below a sub-path, pages nobody reaches, and structure.

    Before all that, files of which there are two: the engine makes some that templates/assets/ may
    have too.
    """
    listed = tuple(files)
    all_facts = {file.path: file.facts for file in listed}
    if len(all_facts) < len(listed):
        for path, count in Counter(file.path for file in listed).items():
            if count > 1:
                yield _problem(path, f"there are {count} files of this name", _TWICE)
    pages = {path: facts for path, facts in all_facts.items() if facts}
    there = _Finished(
        {path: path in pages for path in all_facts},
        {path: frozenset(facts.ids) for path, facts in pages.items()},
    )
    reached: set[str] = set()
    found: list[Problem] = []
    for audited in each(audit_page, Lazily(_followed, tuple(pages.items()), there)):
        found += audited.problems
        reached |= audited.reached
    yield from _told_once(found)
    for path, facts in pages.items():
        if path not in reached and path != "404.html" and not facts.is_redirect:
            yield _problem(path, "no link reaches this page", "link to it, or take it out")


def _told_once(found: Iterable[Problem]) -> Iterator[Problem]:
    """The first of those that say the same of several pages: most come from one template."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in found:
        alike.setdefault((problem.message, problem.hint), []).append(problem)
    for first, *others in alike.values():
        count = len(others)
        same = f"; the same on {several(count, 'other page')}" if others else ""
        yield replace(first, message=first.message + same)


def audit_page(page: _Followed) -> _Followed:
    """`page` with everything that is wrong with it."""
    return replace(page, problems=(*page.problems, *_structure(page.path, page.facts)))


def _followed(there: _Finished, page: tuple[str, Facts]) -> _Followed:
    path, facts = page
    problems = []
    reached = set()
    for link in facts.links:
        problem, target = _follow(path, link, there)
        if problem:
            problems.append(problem)
        if target:
            reached.add(target)
    return _Followed(path, facts, tuple(problems), frozenset(reached))


def _follow(path: str, link: str, there: _Finished) -> tuple[Problem | None, str]:
    """What is wrong with `link` on the page `path`, and the page it leads to, if it is another."""
    root = "../" * path.count("/")
    # Nearly all links go by the root, and from there the same ones stand on many pages.
    goes_by_root = bool(root) and link.startswith(root)
    to = _led_to("", link[len(root) :]) if goes_by_root else _led_to(path, link)
    if to is None:
        return None, ""
    target, fragment = to
    if target.startswith("/"):
        if path == "404.html":
            return None, ""
        return _problem(path, f"`{link}` breaks below a sub-path", "link relatively"), ""
    is_page = there.is_page.get(target)
    if is_page is None:
        return _problem(path, f"`{link}` leads nowhere", "mend the link, or what it names"), ""
    if fragment and is_page and fragment not in there.ids[target]:
        return _problem(path, f"`{link}` leads to no place on its page", "mend the fragment"), ""
    return None, target if target != path else ""


@lru_cache(maxsize=100_000)
def _led_to(path: str, link: str) -> tuple[str, str] | None:
    """The file and the fragment that `link` on the page `path` means; None outside the site.

    An address from the server's root is given back as it is, with its slash.
    """
    link = link.replace("&amp;", "&")
    if link.startswith("#"):
        # So do two in three of those that are not the same on many pages.
        return path, unquote(link[1:])
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    fragment = unquote(parts.fragment)
    page = unquote(parts.path)
    if page.startswith("/"):
        return page, fragment
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), page)) if page else path
    if page.endswith(("/", "..", ".")) or target in (".", ""):
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    return target, fragment


_TWICE = "the build makes one by itself: give the one in templates/assets/ another name"
_RANKS = "leave no level out: below `##` stands `###`"
_BESIDE = "take it into a file in templates/assets/js/ or css/: what stands in a page does not run"
_ELSEWHERE = "copy the file into templates/assets/"


def _structure(path: str, facts: Facts) -> Iterator[Problem]:
    in_template = f"look at {facts.template or 'its template'}, and at what that asks for"
    for id, count in Counter(facts.ids).items():
        if count > 1:
            yield _problem(path, f"the id `{id}` stands {count} times", "ids are unique on a page")
    if not facts.language:
        yield _problem(path, "the page has no `lang`", "add it in templates/base.html")
    if not facts.title.strip():
        yield _problem(path, "the page has no title", "add it in templates/base.html")
    for inline in facts.inline:
        yield _problem(path, f"`{inline}` stands in the page itself", _BESIDE)
    for address in facts.fetched:
        yield _problem(path, f"`{address}` asks another server", _ELSEWHERE)
    if facts.is_redirect:
        return
    if facts.headings.count(1) != 1:
        yield _problem(path, f"the page has {facts.headings.count(1)} `h1`, not one", in_template)
    elif facts.headings[0] != 1:
        first = facts.headings[0]
        yield _problem(path, f"a heading of level {first} stands before the `h1`", in_template)
    for before, after in zip(facts.headings, facts.headings[1:], strict=False):
        if after > before + 1:
            yield _problem(
                path, f"a heading of level {after} follows one of level {before}", _RANKS
            )
            break
    if facts.landmarks.count("main") != 1:
        count = facts.landmarks.count("main")
        yield _problem(path, f"the page has {count} `main`, not one", "look at templates/base.html")
    if facts.images_without_alt:
        yield _problem(path, "a picture has no `alt`", "describe it, or leave `alt` empty")


def _problem(path: str, message: str, hint: str) -> Problem:
    return Problem(Origin(f"output/{path}"), message, hint, "output")
