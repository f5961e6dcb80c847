"""What pages say to machines: JSON-LD in schema.org's words."""

import json
from typing import Any

from explainer.stages.compose.desk import Desk


def linked_data(value: dict[str, Any]) -> str:
    """`value` as JSON that may stand in a script element: no `<` is left in it."""
    text = json.dumps({"@context": "https://schema.org", **value}, ensure_ascii=False)
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
    return linked_data(value)


def defined_term(desk: Desk, name: str, meaning: str) -> str:
    """A term of the glossary."""
    return linked_data(
        {
            "@type": "DefinedTerm",
            "name": name,
            "description": " ".join(meaning.split()),
            "url": desk.base_url + desk.here,
            "inDefinedTermSet": desk.base_url + "glossary/",
        }
    )
