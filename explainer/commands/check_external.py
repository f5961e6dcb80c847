"""`check --external`: whether the addresses outside the site still answer.

Only this and `deploy` ask the network anything; a site is made without it.
"""

import socket
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from explainer import __version__
from explainer.commands.report import as_json, tell_problems
from explainer.commands.terminal import Terminal
from explainer.model.form import Form
from explainer.model.problems import Origin, Problem
from explainer.model.site import Site
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.places import place_near

_PATIENCE = 20
"""Seconds for one answer."""
_AT_ONCE = 8
"""Hosts asked at the same time; of one host one address after the other."""
_GONE = {404, 410}


class Asked(Form, frozen=True):
    """An address outside the site, and where it is named."""

    url: str
    origin: Origin
    accessed: str = ""
    takes_copy: bool = False
    """Whether its record may name a copy of it."""
    has_copy: bool = False


class Answer(Form, frozen=True):
    """What came of asking an address."""

    said: str = ""
    """Nothing where all is well."""
    is_gone: bool = False
    was_reached: bool = True
    """Whether a server said it, and not this machine."""


def check_external(root: Path, terminal: Terminal) -> int:
    """Ask every address that records of the site in `root` name; the exit status.

    An address that is gone is a problem. One that turns programs away, as many newspapers do, or that
    is out of reach just now, may be well all the same: it is only told. Where none can be reached, it
    is this machine that has no network, and nothing is said of any of them.
    """
    site = parse_site(read_sources(root))
    asked = list(dict.fromkeys(_addresses(site)))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = [pair for pairs in pool.map(_ask_host, _by_host(asked)) for pair in pairs]
    has_network = not asked or any(answer.was_reached for _, answer in answers)
    gone = sorted(_problem(one) for one, answer in answers if answer.is_gone and has_network)
    unsure = sorted(
        f"{one.origin}: {one.url} {answer.said}"
        for one, answer in answers
        if answer.said and not (answer.is_gone and has_network)
    )
    if terminal.format == "json":
        print(as_json(gone, asked=len(asked), unsure=unsure), file=terminal.out)
    if not has_network:
        terminal.tell(f"none of {len(asked)} addresses can be reached: is there a network?")
    elif terminal.format != "json":
        tell_problems(gone, terminal, root)
        for line in unsure:
            terminal.say(line)
        terminal.say(f"{len(asked)} addresses, {len(gone)} gone, {len(unsure)} not to be judged")
    return 1 if gone or not has_network else 0


def _addresses(site: Site) -> Iterator[Asked]:
    if site.settings:
        place = site.settings.origin
        for url in (site.settings.license_url, site.settings.repository):
            if url:
                yield Asked(url, place_near(site.texts, place, url))
    for source in site.sources:
        place = source.origin
        if source.url:
            origin = place_near(site.texts, place, source.url)
            yield Asked(source.url, origin, source.accessed, True, bool(source.archived))
        if source.archived:
            yield Asked(source.archived, place_near(site.texts, place, source.archived))


def _by_host(asked: list[Asked]) -> list[list[Asked]]:
    hosts: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        hosts[urlsplit(one.url).netloc].append(one)
    return list(hosts.values())


def _ask_host(asked: list[Asked]) -> list[tuple[Asked, Answer]]:
    return [(one, _answer(one.url)) for one in asked]


def _answer(url: str) -> Answer:
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(url, method=method, headers=_HEADERS)  # noqa: S310
        try:
            with _opener().open(request, timeout=_PATIENCE):
                return Answer()
        except urllib.error.HTTPError as error:
            error.close()
            if method == "GET":
                return Answer(f"answers {error.code} to programs", error.code in _GONE)
        except urllib.error.URLError as error:
            said = f"cannot be reached: {error.reason}"
            return Answer(said, _is_nobodys(error.reason), was_reached=False)
        except (OSError, HTTPException, ValueError) as error:
            return Answer(f"does not answer: {type(error).__name__}", was_reached=False)
    return Answer()


_HEADERS = {"User-Agent": f"explainer/{__version__} (asks whether cited pages are there)"}


def _is_nobodys(reason: object) -> bool:
    """Whether there is no server of this name, unlike one that is out of reach just now."""
    return isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_NONAME


def _opener() -> urllib.request.OpenerDirector:
    """Opens web addresses, and follows them to others, but never to files or FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener


def _problem(one: Asked) -> Problem:
    if one.has_copy:
        hint = "readers still have the archived copy; look whether the page has moved"
    elif not one.takes_copy:
        hint = "look whether it has moved, and write its new address here"
    else:
        when = one.accessed.replace("-", "") or "2"
        copy = f"https://web.archive.org/web/{when}/{one.url}"
        hint = f"look whether it has moved, or whether there is a copy: `archived: {copy}`"
    return Problem(one.origin, f"{one.url} is gone", hint, "external")
