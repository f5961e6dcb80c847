"""What pages say to machines: JSON-LD in schema.org's words."""

import json
from collections.abc import Iterable
from typing import Any

from explainer.model.passages import Passage, Source
from explainer.model.prose import PassageRef
from explainer.model.site import Correction, Event
from explainer.stages.compose.desk import Desk
from explainer.text.addresses import LISTS, address_of, correction_address, passage_address

as_json = json.JSONEncoder(ensure_ascii=False).encode
"""A value as JSON with letters as they are. `json.dumps` would make an encoder for each."""


def _linked_data(value: dict[str, Any]) -> str:
    """`value` as JSON that may stand in a script element: no `<` is left in it."""
    text = as_json({"@context": "https://schema.org", **value})
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def article(desk: Desk, headline: str, description: str, updated: str = "") -> str:
    """A section, or the whole site, as background to the news."""
    settings = desk.settings
    value: dict[str, Any] = {
        "@type": "BackgroundNewsArticle",
        "headline": headline,
        "description": " ".join(description.split()),
        "url": desk.base_url + desk.here,
        "inLanguage": settings.language,
        "temporalCoverage": settings.as_of,
        "license": settings.license_url,
        "publisher": {"@type": "Organization", "name": settings.publisher},
        "isPartOf": {"@type": "WebSite", "name": settings.title, "url": desk.base_url},
    }
    if updated:
        value["dateModified"] = updated
    return _linked_data(value)


def graph(items: Iterable[dict[str, Any]]) -> str:
    """Several things side by side."""
    return _linked_data({"@graph": list(items)})


def event(desk: Desk, record: Event) -> dict[str, Any]:
    """An event of the timeline."""
    return {
        "@type": "Event",
        "@id": desk.base_url + address_of(record),
        "name": record.title,
        "description": " ".join(record.text.text.split()),
        "startDate": record.date,
        "endDate": record.end,
    }


def claim(desk: Desk, source: Source, passage: Passage) -> dict[str, Any]:
    """What somebody asserts in a source (schema.org/Claim)."""
    names = [speaker.name for speaker in desk.speakers(source, passage.who)]
    ref = PassageRef(source.id, passage.id)
    return {
        "@type": "Claim",
        "@id": desk.base_url + passage_address(ref),
        "text": " ".join(part.says.text for part in passage.parts),
        "author": [{"@type": "Thing", "name": name} for name in names],
    }


def correction(desk: Desk, record: Correction) -> dict[str, Any]:
    """A dated correction (schema.org/CorrectionComment)."""
    return {
        "@type": "CorrectionComment",
        "@id": desk.base_url + correction_address(record),
        "datePublished": record.date,
        "text": " ".join(record.now.text.split()),
    }


def term_set(desk: Desk, name: str, ids: Iterable[str]) -> str:
    """The glossary; each of its terms is the one that the term's own page tells of."""
    terms = [desk.signpost(id) for id in ids]
    return _linked_data(
        {
            "@type": "DefinedTermSet",
            "@id": desk.base_url + desk.here,
            "name": name,
            "hasDefinedTerm": [
                {"@type": "DefinedTerm", "@id": desk.base_url + term.address, "name": term.name}
                for term in terms
            ],
        }
    )


def defined_term(desk: Desk, name: str, meaning: str) -> str:
    """A term of the glossary."""
    return _linked_data(
        {
            "@type": "DefinedTerm",
            "@id": desk.base_url + desk.here,
            "name": name,
            "description": " ".join(meaning.split()),
            "url": desk.base_url + desk.here,
            "inDefinedTermSet": desk.base_url + LISTS["glossary"],
        }
    )
