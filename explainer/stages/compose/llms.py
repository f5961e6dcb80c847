"""What a language model should read first."""

from explainer.stages.compose.data import DATA, SCHEMAS
from explainer.stages.compose.desk import Desk
from explainer.stages.compose.prose import bare_text
from explainer.stages.compose.signposts import name_of
from explainer.text.addresses import address_of


def llms(desk: Desk) -> str:
    """The text of llms.txt: a plain table of contents in Markdown (llmstxt.org)."""
    settings, words = desk.settings, desk.words
    lines = [f"# {settings.title}", "", f"> {settings.description}", "", settings.question, ""]
    lines += [f"## {words['page_sections']}", ""]
    lines += [
        f"- [{name_of(s)}]({desk.base_url}{address_of(s)}): {bare_text(s.answer)}"
        for s in desk.linked.site.sections
    ]
    for heading, paths in (("JSON", DATA), ("JSON Schema", SCHEMAS)):
        lines += ["", f"## {heading}", ""]
        lines += [f"- [{_name(path)}]({desk.base_url}{path})" for path in paths]
    return "\n".join(lines) + "\n"


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".json")
