"""`check --external`: pages that are cited are asked whether they are there; here, on this machine."""

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from explainer.commands.check_external import check_external
from explainer.commands.terminal import Terminal
from tests.commands.run import ROOT, run

STATUS = {"/there": 200, "/gone": 404, "/shy": 403, "/broken": 500, "/no-head": 200}


class Outside(BaseHTTPRequestHandler):
    """The world, in five pages."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        type(self).asked.append((self.command, self.path))
        if self.path == "/to-file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
        elif self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/there")
        elif self.path == "/no-head" and self.command == "HEAD":
            self.send_response(405)
        else:
            self.send_response(STATUS.get(self.path, 404))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *said: object) -> None:
        """Nobody reads along."""


@pytest.fixture
def outside() -> Iterator[str]:
    Outside.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Outside)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def cites(site: Path, url: str, outside: str, archived: str = "") -> None:
    """Let the site name `url` and nothing else outside."""
    reference = site / "content/references/patrol-counts.yaml"
    text = reference.read_text()
    named = f"url: {url}" + (f"\narchived: {archived}" if archived else "")
    reference.write_text(text.replace("url: https://larkmere.example/toad-patrol/counts/", named))
    settings = site / "site.yaml"
    licence = "https://creativecommons.org/licenses/by/4.0/"
    settings.write_text(settings.read_text().replace(licence, f"{outside}/there"))


@pytest.mark.parametrize("path", ["/there", "/moved", "/no-head"])
def test_a_page_that_answers_is_well(site: Path, outside: str, path: str) -> None:
    cites(site, outside + path, outside)
    ran = run("check", "--external", "--root", site)
    assert (ran.status, ran.err) == (0, "")
    assert "2 addresses, 0 gone, 0 not to be judged" in ran.out


def test_a_page_that_is_gone_is_a_problem_in_its_line(site: Path, outside: str) -> None:
    cites(site, f"{outside}/gone", outside)
    ran = run("check", "--external", "--root", site)
    assert ran.status == 1
    assert f"content/references/patrol-counts.yaml:6:6: {outside}/gone is gone" in ran.err
    assert f"`archived: https://web.archive.org/web/20240314/{outside}/gone`" in ran.err


def test_a_page_that_is_gone_with_a_copy_kept_says_so(site: Path, outside: str) -> None:
    cites(site, f"{outside}/gone", outside, archived=f"{outside}/there")
    assert "readers still have the archived copy" in run("check", "--external", "--root", site).err


@pytest.mark.parametrize("path", ["/shy", "/broken"])
def test_a_page_that_turns_programs_away_is_only_told(site: Path, outside: str, path: str) -> None:
    cites(site, outside + path, outside)
    ran = run("check", "--external", "--root", site)
    assert ran.status == 0
    assert f"answers {STATUS[path]} to programs" in ran.out


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_is_out_of_reach_is_only_told(site: Path, outside: str, scheme: str) -> None:
    """Nobody listens, or nobody understands: both may be otherwise tomorrow."""
    address = "http://127.0.0.1:9/x" if scheme == "http" else outside.replace("http:", "https:")
    cites(site, address, outside)
    ran = run("check", "--external", "--root", site)
    assert (ran.status, ran.err) == (0, "")
    assert f"{address} cannot be reached: " in ran.out
    assert "2 addresses, 0 gone, 1 not to be judged" in ran.out


@pytest.fixture
def unknown_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """No name leads to a server: what is asked of numbers goes on."""
    look_up = socket.getaddrinfo

    def answer(host: str, *given: Any, **named: Any) -> Any:
        if host != "127.0.0.1":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return look_up(host, *given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", answer)


@pytest.mark.usefixtures("unknown_names")
def test_a_name_that_nobody_has_is_a_problem(site: Path, outside: str) -> None:
    cites(site, "http://nobody.example/x", outside)
    told = StringIO()
    assert check_external(site, Terminal(out=StringIO(), err=told)) == 1
    assert "http://nobody.example/x is gone" in told.getvalue()


@pytest.mark.usefixtures("unknown_names")
def test_without_a_network_nothing_is_said_of_any_page(site: Path) -> None:
    cites(site, "http://nobody.example/x", "http://elsewhere.example")
    told = StringIO()
    assert check_external(site, Terminal(out=StringIO(), err=told)) == 1
    assert told.getvalue() == "none of 2 addresses can be reached: is there a network?\n"


def test_only_a_source_is_told_to_name_a_copy(site: Path, outside: str) -> None:
    cites(site, f"{outside}/there", f"{outside}/no")
    ran = run("check", "--external", "--root", site)
    assert f"{outside}/no/there is gone" in ran.err
    assert "archived" not in ran.err


def test_nobody_is_led_to_files(site: Path, outside: str) -> None:
    cites(site, f"{outside}/to-file", outside)
    ran = run("check", "--external", "--root", site)
    assert "root:" not in ran.out + ran.err
    assert "answers 302" in ran.out


def test_each_address_is_asked_without_fetching_what_it_holds(site: Path, outside: str) -> None:
    cites(site, f"{outside}/there", outside)
    run("check", "--external", "--root", site)
    assert set(Outside.asked) == {("HEAD", "/there")}


def test_a_site_with_problems_asks_nobody(site: Path, outside: str) -> None:
    cites(site, f"{outside}/there", outside)
    (site / "site.yaml").open("a").write("titel: x\n")
    assert run("check", "--external", "--root", site).status == 1
    assert Outside.asked == []


def test_without_being_told_to_the_build_asks_nobody(site: Path, outside: str) -> None:
    cites(site, f"{outside}/gone", outside)
    assert run("--root", site).status == 0
    assert Outside.asked == []


def test_programs_get_one_json_document(site: Path, outside: str) -> None:
    cites(site, f"{outside}/gone", outside)
    said = json.loads(run("check", "--external", "--format", "json", "--root", site).out)
    assert len(said["problems"]) == 1


def test_no_engine_file_but_this_one_opens_addresses() -> None:
    users = [
        path.name
        for path in (ROOT / "explainer").rglob("*.py")
        if "urllib.request" in path.read_text() or "http.client" in path.read_text()
    ]
    assert users == ["check_external.py"]
