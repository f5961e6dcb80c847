"""`check --external`: whether the addresses outside the site still answer.

Only this and `deploy` ask the network anything; a site is made without it.
"""

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
    has_copy: bool = False


def check_external(root: Path, terminal: Terminal) -> int:
    """Ask every address that records of the site in `root` name; the exit status.

    An address that is gone is a problem. One that turns programs away, as many newspapers do, may be
    well all the same: it is only told.
    """
    site = parse_site(read_sources(root))
    asked = list(dict.fromkeys(_addresses(site)))
    gone, unsure = [], []
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for answers in pool.map(_ask_host, _by_host(asked)):
            for one, answer in answers:
                if answer == "gone":
                    gone.append(_problem(one))
                elif answer:
                    unsure.append(f"{one.origin}: {one.url} {answer}")
    if terminal.format == "json":
        print(as_json(sorted(gone), asked=len(asked), unsure=sorted(unsure)), file=terminal.out)
        return 1 if gone else 0
    tell_problems(sorted(gone), terminal, root)
    for line in sorted(unsure):
        terminal.say(line)
    terminal.say(f"{len(asked)} addresses, {len(gone)} gone, {len(unsure)} not to be judged")
    return 1 if gone else 0


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
            yield Asked(source.url, origin, source.accessed, bool(source.archived))
        if source.archived:
            yield Asked(source.archived, place_near(site.texts, place, source.archived))


def _by_host(asked: list[Asked]) -> list[list[Asked]]:
    hosts: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        hosts[urlsplit(one.url).netloc].append(one)
    return list(hosts.values())


def _ask_host(asked: list[Asked]) -> list[tuple[Asked, str]]:
    return [(one, _answer(one.url)) for one in asked]


def _answer(url: str) -> str:
    """Nothing when `url` answers, `gone` when it is not there, else what it said."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(url, method=method, headers=_HEADERS)  # noqa: S310
        try:
            with _opener().open(request, timeout=_PATIENCE):
                return ""
        except urllib.error.HTTPError as error:
            error.close()
            if method == "GET":
                return "gone" if error.code in _GONE else f"answers {error.code} to programs"
        except urllib.error.URLError as error:
            return f"does not answer: {error.reason}" if _is_slow(error.reason) else "gone"
        except (OSError, HTTPException, ValueError) as error:
            return f"does not answer: {type(error).__name__}"
    return ""


_HEADERS = {"User-Agent": f"explainer/{__version__} (asks whether cited pages are there)"}


def _is_slow(reason: object) -> bool:
    return isinstance(reason, TimeoutError)


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
    else:
        when = one.accessed.replace("-", "") or "2"
        copy = f"https://web.archive.org/web/{when}/{one.url}"
        hint = f"look whether it has moved, or whether there is a copy: `archived: {copy}`"
    return Problem(one.origin, f"{one.url} is gone", hint, "external")
