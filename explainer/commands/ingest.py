"""`ingest`: an article's text becomes a record, ready for its writer."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from explainer.commands.terminal import Terminal
from explainer.disk.files import replace_file
from explainer.model.site import Site
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources
from explainer.text.articles import Article, read_article
from explainer.text.articles.found import FoundPassage, find_in
from explainer.text.articles.merge import FlowStyleError, differences, merge
from explainer.text.articles.people import KnownActor
from explainer.text.articles.record import Head, counts, record_text, scalar
from explainer.text.lock import text_hash
from explainer.text.yaml import read_yaml

_ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".md", ".markdown")
_LARGEST = 8_000_000


class _CannotError(Exception):
    """What keeps the command from its work, in a writer's words; `status` is its exit status."""

    def __init__(self, message: str, hint: str = "", status: int = 1) -> None:
        super().__init__(f"{message}\n    {hint}" if hint else message)
        self.status = status


def ingest(
    root: Path,
    file: Path,
    *,
    id: str,
    publisher: str = "",
    published: str = "",
    url: str = "",
    language: str = "",
    terminal: Terminal | None = None,
) -> int:
    """The exit status of making or renewing `seeds/<id>.yaml` of the site in `root` from `file`.

    A record that is there already keeps every word a writer put into it: passages that are new in
    the article are added, and what has moved, changed or gone is told.
    """
    terminal = terminal or Terminal()
    try:
        _check_options(id, published, url, language)
        text = _decoded(file, _read(file))
        site = parse_site(read_sources(root), drafts=True)
        _check_free(site, id)
        article = read_article(text, file.suffix.lower(), language=language)
        record = root / "seeds" / f"{id}.yaml"
        sha256 = text_hash(text)
        if os.path.lexists(record):
            return _renew(root, record, article, site, (file.name, sha256), terminal)
        head = Head(
            publisher or article.publisher,
            url or article.url,
            published or article.published,
            file.name,
            sha256,
            article.language,
        )
        return _start(root, record, article, site, head, terminal)
    except _CannotError as error:
        terminal.tell(str(error))
        return error.status


def _start(
    root: Path, record: Path, article: Article, site: Site, head: Head, terminal: Terminal
) -> int:
    found = find_in(article, _known_actors(site), head.published)
    if not found:
        raise _CannotError(
            f"{head.file}: no paragraph of an article is in it",
            "save the page as text, one blank line between paragraphs",
        )
    _write(root, record, record_text(head, found, article.set_aside))
    place = record.relative_to(root).as_posix()
    terminal.say(f"{place}: {counts(found)}")
    for line in _findings(article, found, head.published):
        terminal.say(line)
    terminal.say(
        f"Now say in {place} what each passage tells, in your own words; `build.py check` names "
        f"what is missing.\n`build.py verify {record.stem}` looks for the article beside the record,"
        f" as seeds/{head.file}."
    )
    return 0


def _renew(
    root: Path,
    record: Path,
    article: Article,
    site: Site,
    file: tuple[str, str],
    terminal: Terminal,
) -> int:
    """Hold the record against `article`, whose file has this name and SHA-256."""
    name, sha256 = file
    place = record.relative_to(root).as_posix()
    text = _decoded(record, _read(record))
    document = read_yaml(place, text)
    if document.problems:
        raise _CannotError("\n".join(map(str, document.problems)))
    head = document.value if isinstance(document.value, dict) else {}
    found = find_in(article, _known_actors(site), str(head.get("published") or article.published))
    if head.get("sha256") == sha256:
        terminal.say(f"{place}: the article is the one it was made from; nothing is changed")
        _say_all(differences(document, text, found), terminal)
        return 0
    try:
        merged = merge(document, text, found, {"file": scalar(name), "sha256": sha256})
    except FlowStyleError:
        raise _CannotError(
            f"{place}: the passages stand in brackets, so that none can be added",
            "write each as a line that begins with `- id:`",
        ) from None
    if merged.text != text:
        _write(root, record, merged.text)
    terminal.say(f"{place}: the article has changed since it was recorded")
    _say_all(merged.report or ("every passage is as it was",), terminal)
    return 0


def _known_actors(site: Site) -> tuple[KnownActor, ...]:
    """The actors of `site` under every form an article may use."""
    return tuple(
        KnownActor(
            actor.id,
            (actor.name, *actor.aliases, *actor.by_hand),
            tuple(role for role in (actor.role, *actor.roles) if role),
            actor.kind == "person",
        )
        for actor in site.actors
    )


def _findings(article: Article, found: tuple[FoundPassage, ...], published: str) -> Iterator[str]:
    """What a writer should know of a new record, line by line."""
    if article.headline:
        yield f"headline: {article.headline}"
    if not published:
        yield "no date of publication is known: give `--published`, and dates can be told"
    if article.set_aside:
        yield "set aside:"
    for one in article.set_aside:
        yield f"  line {one.line}: {one.reason} ({len(one.text.split())} words)"
    unknown = dict.fromkeys(name for passage in found for name in passage.unknown)
    if unknown:
        yield f"names no record explains: {', '.join(unknown)}"
    silent = [passage.id for passage in found for quote in passage.quotes if not quote.speaker]
    if silent:
        yield f"quotations whose speaker is not named beside them: {', '.join(silent)}"


def _say_all(lines: Iterable[str], terminal: Terminal) -> None:
    for line in lines:
        terminal.say(f"  {line}")


def _check_options(id: str, published: str, url: str, language: str) -> None:
    if not re.fullmatch(r"[a-z0-9-]+", id):
        raise _CannotError(f"`--id {id}` is no id", "an id is made of a–z, 0–9 and hyphens", 2)
    if published and not _is_date(published):
        raise _CannotError(f"`--published {published}` is no date", "write 2025-06-10", 2)
    if url and not re.fullmatch(r"https?://[^\s<>\"'`\\{}|^]+", url):
        raise _CannotError(f"`--url {url}` is no web address", "begin it with https://", 2)
    if language and not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", language):
        raise _CannotError(f"`--language {language}` is no language", "write en, de or fr", 2)


def _is_date(text: str) -> bool:
    """Whether `text` is a day, a month or a year there is, as ISO 8601 writes it."""
    try:
        year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
        return bool(re.fullmatch(r"\d{4}(-\d\d){0,2}", text)) and bool(date(year, month, day))
    except ValueError:
        return False


def _check_free(site: Site, id: str) -> None:
    taken = next((r for r in site.records() if r.id == id and r not in site.sources), None)
    if taken:
        raise _CannotError(f"the id `{id}` is taken: {taken.origin}", "choose another", 2)


def _read(file: Path) -> bytes:
    if file.suffix.lower() not in (*_ENDINGS, ".yaml"):
        raise _CannotError(
            f"{file}: an article is a file of text, HTML or Markdown", "name it .txt, .html or .md"
        )
    try:
        if file.stat().st_size > _LARGEST:
            raise _CannotError(f"{file}: more than {_LARGEST:,} bytes", "keep only the article")
        return file.read_bytes()
    except OSError as error:
        raise _CannotError(f"{file}: cannot be read: {error.strerror}") from error


def _decoded(file: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _CannotError(
            f"{file}:{line}: this file is not UTF-8", "save it as UTF-8 in your editor"
        ) from error


def _write(root: Path, record: Path, text: str) -> None:
    """Write `text` whole or not at all, inside `root`."""
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        if not record.parent.resolve().is_relative_to(root.resolve()):
            raise _CannotError(f"{record.parent}: leads out of the site", "make it a folder")
        replace_file(record, text.encode())
    except OSError as error:
        raise _CannotError(f"{record}: cannot be written: {error.strerror}") from error
