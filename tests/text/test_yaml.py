"""YAML as writers mean it, with the place of everything."""

import pytest

from explainer.text.yaml import read_yaml


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("2025-06-10", "2025-06-10"),
        ("1e3", "1e3"),
        ("true", True),
        ("~", None),
        ("-7", -7),
        ("34.5", 34.5),
        ("'12'", "12"),
    ],
)
def test_values_are_read_as_they_are_written(written: str, meant: object) -> None:
    assert read_yaml("a.yaml", f"key: {written}\n").value == {"key": meant}


def test_everything_knows_its_place() -> None:
    document = read_yaml("a.yaml", "a:\n- b: 1\n  c: |\n    x\n    y\n", first_line=3)
    assert str(document.places["a", 0, "b"]) == "a.yaml:4:6"
    assert str(document.keys["a", 0, "c"]) == "a.yaml:5:3"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", "the key `a` stands here twice (first in line 1)"),
        ("a: &x 1\nb: *x\n", "`x` is a YAML alias or anchor"),
        ("a: !!python/object:os.system 1\n", "`tag:yaml.org,2002:python/object:os.system` is"),
        ("a: !thing 1\n", "`!thing` is a YAML tag"),
        ("? !!binary\n: 1\n", "`tag:yaml.org,2002:binary` is a YAML tag"),
        ('"a\\0": 1\n', "there is a NUL character here"),
        ("a: 1\u2028b: 2\n", "the character U+2028 here ends a line for some programs"),
        ("? [a]\n: 1\n", "a key must be a plain word"),
        ("<<: {a: 1}\n", "a key must be a plain word"),
    ],
)
def test_what_a_record_does_not_need_is_refused(text: str, message: str) -> None:
    document = read_yaml("a.yaml", text)
    assert document.value is None
    assert document.problems[0].message.startswith(message)


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{b}: &{b} [{', '.join(['*' + a] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert (
        read_yaml("a.yaml", "\n".join(lines)).problems[0].message.startswith("`a` is a YAML alias")
    )


@pytest.mark.parametrize("text", ["{{", "a: [", "a: 'b", "a: 1\nb: ["])
def test_what_is_missed_at_the_end_is_missed_in_the_last_line(text: str) -> None:
    (problem,) = read_yaml("a.yaml", text).problems
    lines = text.split("\n")
    assert (problem.origin.line, problem.origin.column) <= (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize("text", ["\r" * 9 + "a: b: c", "a:\r- \tb: c", "a: b\r: c: @d"])
def test_a_line_may_end_in_a_carriage_return_alone(text: str) -> None:
    """Found by trying: YAML counts more lines there than the file has."""
    (problem,) = read_yaml("a.yaml", text).problems
    assert problem.message.startswith("YAML cannot be read here")
    assert problem.hint
