"""What a problem looks like, whatever names and values have in them."""

from explainer.model.problems import Origin, Problem


def test_a_problem_is_one_line_and_its_hints() -> None:
    problem = Problem(Origin("a.md", 2, 3), "this is wrong", "mend it\nor leave it")
    assert str(problem) == "a.md:2:3: this is wrong\n    mend it\n    or leave it"


def test_no_name_and_no_value_speaks_to_the_terminal_or_begins_a_line() -> None:
    odd = "a\n\x1b[31mb\x9bc\u2028d\u202e\u2067e\udcff"
    problem = Problem(Origin(odd), f"no `{odd}`", f"mend `{odd}`")
    assert str(problem).isascii()
    first, *hints = str(problem).splitlines()
    assert first.startswith(r"a\n\x1b[31mb\x9bc\u2028d\u202e\u2067e\udcff:1:1: no `a\n\x1b")
    assert hints == ["    mend `a", r"    \x1b[31mb\x9bc\u2028d\u202e\u2067e\udcff`"]


def test_a_long_message_is_told_with_its_middle_left_out() -> None:
    said = str(Problem(Origin("a.md"), "x" * 5000))
    assert len(said) < 1300
    assert " … " in said
