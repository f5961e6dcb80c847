"""Which work is done how: told by the names of functions, which are to be those of the engine."""

import ast
from collections import Counter

from explainer.memory import keys
from tests.commands.run import ROOT


def test_every_name_is_that_of_one_function_of_the_engine() -> None:
    """Renamed, a function would be run elsewhere, or its answers kept that no disk may be asked for."""
    named = keys._QUICK | keys._ASIDE | keys._FORGOTTEN
    count: Counter[str] = Counter()
    for file in (ROOT / "explainer").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        count.update(one.name for one in tree.body if isinstance(one, ast.FunctionDef))
    assert {name: count[name] for name in named} == dict.fromkeys(named, 1)
