"""What may be typed: the commands, their options, and what is said of a misspelt one."""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from explainer.model.form import Form
from explainer.model.web import names_a_server
from explainer.text.phrases import did_you_mean

Typed = argparse.Namespace
"""A command's options by name."""


class MisunderstoodError(Exception):
    """What was typed is no command: what is so, and what would mend it."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.hint = hint
        super().__init__(message)


class Parser(argparse.ArgumentParser):
    """Reads one command's options; raises `MisunderstoodError` instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        said = message.removeprefix("argument ")
        raise MisunderstoodError(said, f"`{self.prog} --help` shows its options")


class Command(Form, frozen=True):
    """One thing people type."""

    usage: str
    """The command with what has to follow it."""
    summary: str
    """What it does, in less than a line."""
    options: Callable[[Parser], None]
    """Adds its own options."""
    run: Callable[..., int]
    """Takes what was typed and the terminal; the exit status."""
    examples: Sequence[str] = ()
    """What may follow the program's name, each with two spaces before what it does."""


def parse(commands: dict[str, Command], argv: Sequence[str], program: str) -> tuple[str, Typed]:
    """The command in `argv`, `build` when it names none, and its options.

    Raises `MisunderstoodError` for what is not known, with the nearest thing that is.
    """
    place = _place_of_command(argv)
    name = argv[place] if place is not None else "build"
    if name not in commands:
        raise MisunderstoodError(f"`{name}` is not a command", _near(name, list(commands), program))
    rest = [word for i, word in enumerate(argv) if i != place]
    parser = parser_of(name, commands[name], program)
    given, unknown = parser.parse_known_intermixed_args(rest)
    for word in unknown:
        raise _unknown(word, name, parser, commands, program)
    return name, given


def parser_of(name: str, command: Command, program: str) -> Parser:
    """Reads what may follow the command `name`."""
    examples = "".join(f"\n  {program} {example}" for example in command.examples)
    parser = Parser(
        prog=f"{program} {name}",
        description=command.summary[0].upper() + command.summary[1:] + ".",
        epilog=f"examples:{examples}\n" if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.options(parser)
    common = parser.add_argument_group("for every command")
    common.add_argument("--root", type=folder, metavar="DIR", help="the site's folder")
    common.add_argument("-q", "--quiet", action="store_true", help="tell of problems only")
    common.add_argument("-v", "--verbose", action="store_true", help="tell the time by stage")
    return parser


def help_text(commands: dict[str, Command], program: str) -> str:
    """What `--help` shows: all commands on one screen of 80 by 24."""
    listed = "\n".join(f"  {c.usage:<21} {c.summary}" for c in commands.values())
    return f"""\
usage: {program} [COMMAND] [OPTIONS]

{listed}

  --root DIR   the site's folder       -q   tell of problems only
  --version    the engine's version    -v   tell the time by stage
  `{program} COMMAND --help` shows the options of one command.

examples:
  {program}                      build the site
  {program} serve --open         write with a preview beside you
  {program} check --format json  problems for another program
  {program} new ../harbour       begin an explainer of your own"""


# What follows these is a value and never the command.
_WITH_VALUE = {"--root", "--output", "-o", "--base-url", "-b", "--jobs", "--format", "--port"}
_WITH_VALUE |= {"--id", "--in", "--text", "--remote", "--branch", "--manual"}
_WITH_VALUE |= {"--publisher", "--published", "--url", "--language"}


def _place_of_command(argv: Sequence[str]) -> int | None:
    """Where in `argv` the command stands: the first word that is no option and no option's value."""
    is_value = False
    for place, word in enumerate(argv):
        if not is_value and not word.startswith("-"):
            return place
        is_value = word in _WITH_VALUE
    return None


def _unknown(
    word: str, name: str, parser: Parser, commands: dict[str, Command], program: str
) -> MisunderstoodError:
    if not word.startswith("-"):
        return MisunderstoodError(
            f"`{name}` has no use for `{word}`", f"`{program} {name} --help` shows what it takes"
        )
    option = word.split("=")[0]
    elsewhere = [
        other
        for other, command in commands.items()
        if other != name and option in _options_of(parser_of(other, command, program))
    ]
    if elsewhere:
        return MisunderstoodError(
            f"`{option}` is not an option of `{name}`",
            f"it is one of {' and '.join(f'`{other}`' for other in elsewhere)}",
        )
    known = _options_of(parser)
    return MisunderstoodError(
        f"`{option}` is not an option of `{name}`", _near(option, known, f"{program} {name}")
    )


def _options_of(parser: Parser) -> list[str]:
    return [option for action in parser._actions for option in action.option_strings]


def _near(word: str, known: list[str], program: str) -> str:
    return did_you_mean(word, known) or f"`{program} --help` shows what there is"


# What options may hold


def folder(text: str) -> Path:
    """A folder that is there."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return path


def address(text: str) -> str:
    """A web address that ends in a slash."""
    is_one = re.fullmatch(r"https?://[^\s<>\"'`\\{}|^?#@]+", text) and names_a_server(text)
    if not is_one or {".", ".."} & {*text.split("/")}:
        raise argparse.ArgumentTypeError(f"`{text}` is no web address: begin it with https://")
    return text if text.endswith("/") else text + "/"


def whole_number(most: int) -> Callable[[str], int]:
    """Reads a number from 0 to `most`."""

    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text) or int(text) > most:
            raise argparse.ArgumentTypeError(f"`{text}` is no number from 0 to {most}")
        return int(text)

    return read


def one_of(*names: str) -> Callable[[str], str]:
    """Reads one of `names`, and suggests one for what is misspelt."""

    def read(text: str) -> str:
        if text in names:
            return text
        meant = did_you_mean(text, names) or "it can be " + ", ".join(names)
        raise argparse.ArgumentTypeError(f"`{text}` is not known: {meant}")

    return read


def add_format(parser: Any) -> None:
    """The option that says for whom problems are told."""
    parser.add_argument(
        "--format",
        type=one_of("text", "json", "github"),
        default="text",
        metavar="FORMAT",
        help="tell problems as text, json, or github (text and annotations)",
    )
