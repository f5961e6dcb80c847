"""Commands in the manuals are commands there are."""

import re
import shlex
from pathlib import Path

import pytest

from explainer.commands.line import parse
from explainer.commands.table import COMMANDS

ROOT = Path(__file__).parents[2]
MANUALS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
MANUALS += [ROOT / "explainer/starter/site/README.md"]
TYPED = re.compile(r"(?:python3? build\.py|(?<![\w./-])explainer)((?: +[^`\s|#&;)]+)*)")
PLACEHOLDERS = {"DIR": "..", "FILE": "article.txt"}


def commands() -> list[tuple[str, str]]:
    """Every command in code of a manual, with the manual's name."""
    found = []
    for manual in MANUALS:
        text = manual.read_text(encoding="utf-8")
        code = re.findall(r"(?m)^```\w*\n(.*?)^```", text, re.DOTALL)
        code += re.findall(r"`([^`\n]+)`", re.sub(r"(?ms)^```.*?^```", "", text))
        for piece in code:
            for line in piece.splitlines():
                match = re.match(TYPED, line.strip())
                if match:
                    found.append((manual.relative_to(ROOT).as_posix(), match[0]))
    return sorted(set(found))


@pytest.mark.parametrize(("manual", "typed"), commands())
def test_a_command_in_a_manual_is_understood(manual: str, typed: str) -> None:
    words = shlex.split(re.sub(r"^(python3? build\.py|explainer)", "", typed))
    # The folder a manual speaks of is its reader's.
    words = [
        ".." if before == "--root" else word
        for before, word in zip(["", *words], words, strict=False)
    ]
    parse(COMMANDS, [PLACEHOLDERS.get(word, word) for word in words], "build.py")


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_links_between_manuals_lead_somewhere(manual: Path) -> None:
    text = re.sub(r"(?ms)^```.*?^```", "", manual.read_text(encoding="utf-8"))
    for target in re.findall(r"(?<!!)\[[^\]]*\]\((?!https?:|#|mailto:)([^)\s#]+)", text):
        assert (manual.parent / target).exists(), target


@pytest.mark.parametrize("name", ["build", "check", "serve", "new", "deploy", "schema"])
def test_a_manual_shows_how_the_command_is_typed(name: str) -> None:
    assert any(name in typed.split() for _, typed in commands())
