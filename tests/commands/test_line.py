"""What may be typed, and what is said of what may not."""

from pathlib import Path

import pytest

from explainer.commands.line import _WITH_VALUE, MisunderstoodError, parse, parser_of
from explainer.commands.table import COMMANDS
from tests.commands.run import run


def test_the_help_fits_one_screen_and_ends_with_examples() -> None:
    shown = run("--help")
    lines = shown.out.splitlines()
    assert shown.status == 0
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert "examples:" in lines


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_help_and_has_a_help_of_its_own(name: str) -> None:
    assert f"\n  {name}" in run("--help").out
    own = run(name, "--help")
    assert own.status == 0
    assert f"usage: build.py {name}" in own.out


def test_no_command_at_all_means_build() -> None:
    assert parse(COMMANDS, [], "build.py")[0] == "build"
    assert parse(COMMANDS, ["--portable"], "build.py")[1].portable


def test_options_may_stand_before_the_command(tmp_path: Path) -> None:
    name, given = parse(COMMANDS, ["--root", str(tmp_path), "-q", "check"], "build.py")
    assert (name, given.root, given.quiet) == ("check", tmp_path, True)


@pytest.mark.parametrize(
    ("typed", "said", "hint"),
    [
        ("biuld", "`biuld` is not a command", "did you mean `build`?"),
        ("chekc", "`chekc` is not a command", "did you mean `check`?"),
        ("frobnicate", "`frobnicate` is not a command", "`build.py --help` shows what there is"),
        ("--drfts", "`--drfts` is not an option of `build`", "did you mean `--drafts`?"),
        ("build --base-ulr=x", "`--base-ulr` is not an option of `build`", "did you mean `--base-url`?"),
        ("check -o x", "`-o` is not an option of `check`", "it is one of `build`"),
        ("build extra", "`build` has no use for `extra`", "`build.py build --help` shows what it takes"),
        ("check --format jsn", "--format: `jsn` is not known: did you mean `json`?", "shows its options"),
        ("build --jobs many", "--jobs: `many` is no number from 0 to 256", "shows its options"),
        ("build -b example.org", "`example.org` is no web address", "shows its options"),
        ("build -b https://[::1/x", "`https://[::1/x` is no web address", "shows its options"),
        ("build -b https://me:pw@a.example", "is no web address", "shows its options"),
        ("build --output", "-o/--output: expected one argument", "shows its options"),
        ("build --root /nowhere/at/all", "there is no folder /nowhere/at/all", "shows its options"),
    ],
)  # fmt: skip
def test_what_is_misspelt_is_told_with_what_comes_near(typed: str, said: str, hint: str) -> None:
    with pytest.raises(MisunderstoodError) as caught:
        parse(COMMANDS, typed.split(), "build.py")
    assert said in str(caught.value)
    assert hint in caught.value.hint


def test_a_command_not_understood_ends_with_status_2_and_no_traceback() -> None:
    ran = run("biuld")
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err == "build.py: `biuld` is not a command\n    did you mean `build`?\n"


def test_options_may_stand_between_words() -> None:
    _, given = parse(COMMANDS, ["new", "term", "--id", "dusk", "Night", "closure"], "build.py")
    assert (given.what, given.id, given.name) == ("term", "dusk", ["Night", "closure"])


@pytest.mark.parametrize("typed", [("help", "serve"), ("--help", "serve"), ("serve", "-h")])
def test_help_with_a_command_is_the_commands_own(typed: tuple[str, str]) -> None:
    assert run(*typed).out.startswith("usage: build.py serve")


def test_an_address_gets_its_slash() -> None:
    assert parse(COMMANDS, ["-b", "https://a.example/x"], "x")[1].base_url == "https://a.example/x/"


def test_the_version_is_told() -> None:
    assert run("--version").out.startswith("explainer 0.")


@pytest.mark.parametrize("folder", ["content", ".", "output/old", ".output-work/site", ".cache"])
def test_a_site_is_never_written_where_other_things_of_it_are(folder: str) -> None:
    ran = run("--output", folder)
    assert ran.status == 2
    assert "is no place for a site" in ran.err


def test_a_command_may_stand_behind_every_option_that_takes_a_value() -> None:
    for name, command in COMMANDS.items():
        for action in parser_of(name, command, "build.py")._actions:
            if action.option_strings and action.nargs is None:
                assert set(action.option_strings) <= _WITH_VALUE, action.option_strings
