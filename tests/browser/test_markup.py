"""The Nu HTML checker, which WHATWG and W3C use, on every kind of page as a server sends it."""

import json
import subprocess
from pathlib import Path

from tests.browser.test_access import PAGES


def test_the_nu_checker_finds_no_error_and_no_warning(nu: Path, site: str) -> None:
    addresses = [site + path for path in PAGES.values()]
    # It refuses addresses of the machine itself, where our server is, unless told otherwise.
    allowed = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
    command = ["java", "-Xss2m", allowed, "-jar", str(nu), "--format", "json", *addresses]
    ran = subprocess.run(command, capture_output=True, text=True)
    messages = json.loads(ran.stderr)["messages"]
    told = [
        f"{m.get('url')}:{m.get('lastLine')}: {m.get('subType', m['type'])}: {m['message']}"
        for m in messages
    ]
    assert told == []
    assert ran.returncode == 0
