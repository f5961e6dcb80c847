"""A writer's own specification, drawn in a process of its own.

One of a few words may ask for a hundred million marks: what draws it then dies with all its process.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from explainer.text.charts.fonts import NO_FONTS

_MOST_SECONDS = 30
"""Of the processor's time; a picture takes one or two."""
_LONGEST = 300
"""Seconds by the clock, where the system counts none of the processor's."""
_CODE = """
import json, sys
try:
    import resource
    most = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except (ImportError, OSError, ValueError):
    pass
import vl_convert
try:
    svg = vl_convert.vegalite_to_svg(**json.load(sys.stdin))
except ValueError as error:
    sys.exit(json.dumps(str(error)))
sys.stdout.write(json.dumps(svg))
"""


def draw_apart(asked: Mapping[str, Any]) -> str:
    """The SVG that vl-convert makes of what is `asked`; `ValueError` with the reason if it makes none."""
    try:
        done = subprocess.run(  # noqa: S603 (our own words)
            [sys.executable, "-c", _CODE, str(_MOST_SECONDS)],
            input=json.dumps(asked).encode(),
            env={**os.environ, **NO_FONTS, "PYTHONUTF8": "1"},
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ValueError(_TOO_MUCH) from None
    if not done.returncode:
        return str(json.loads(done.stdout))
    raise ValueError(_reason(done.stderr.decode(errors="replace")))


_TOO_MUCH = "it takes too long, or more memory than there is"


def _reason(said: str) -> str:
    """What the process last said, if it is a reason of vl-convert's."""
    try:
        return str(json.loads(said.strip().splitlines()[-1]))
    except (ValueError, IndexError):
        return _TOO_MUCH
