"""What must hold of every problem, whatever it is about."""

from collections.abc import Iterable, Mapping

from explainer.model.problems import Problem


def assert_told(problems: Iterable[Problem], texts: Mapping[str, str]) -> None:
    """Each of `problems` names one of the files `texts` and a line that is in it, and says something."""
    for problem in problems:
        origin = problem.origin
        assert origin.path in texts, f"there is no such file: {problem}"
        lines = texts[origin.path].count("\n") + 1
        assert 1 <= origin.line <= lines, f"there are {lines} lines: {problem}"
        assert origin.column >= 1, problem
        assert problem.message.strip(), problem


def as_read(text: str) -> str:
    """`text` as stages are given it: no byte order mark, and lines end in one way."""
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
