"""What the preview refuses: it answers this machine's browser, and tells it of the site alone."""

import asyncio
import socket
import threading
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from tests.commands.preview import Preview

OUT = [
    "/toads/../../../etc/passwd",
    "/toads/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/toads/%252e%252e/%252e%252e/etc/passwd",
    "/toads/..%2f..%2f..%2fetc%2fpasswd",
    "/toads/..%5c..%5cetc%5cpasswd",
    "/toads/..\\..\\etc\\passwd",
    "/toads/%00",
    "/toads/index.html%00.css",
    "/toads//etc/passwd",
    "//etc/passwd",
    "/etc/passwd",
    "/toads/file:///etc/passwd",
    "/toads/%c0%ae%c0%ae/etc/passwd",
    "/toads/%ff%fe",
    "/toads/site.yaml",
    "/toads/../site.yaml",
    "/toads/seeds/mill-lane.yaml",
    "/toads/.git/config",
    "/toads/templates/base.html",
    "/../toads/../site.yaml",
]


@pytest.mark.parametrize("path", OUT)
def test_no_path_leads_out_of_the_site(still: Preview, path: str) -> None:
    answer = still.get(path)
    assert answer.status == 404
    assert b"root:" not in answer.body
    assert b"kind: seed" not in answer.body


@pytest.mark.parametrize("path", ["", "closure/", "/", "/livereload.js", "/livereload", "nowhere"])
@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"]
)
def test_a_foreign_host_is_refused_everywhere(still: Preview, path: str, host: str) -> None:
    """A name that leads here only since a moment ago (DNS rebinding) is still a foreign name."""
    assert still.get(path, Host=host).status == 403


def test_two_hosts_are_none(still: Preview) -> None:
    host = f"127.0.0.1:{still.port}"
    asked = f"GET /toads/ HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n"
    assert raw(still, asked.encode()).startswith((b"HTTP/1.1 403", b"HTTP/1.1 400"))


def test_a_request_without_a_host_is_refused(still: Preview) -> None:
    answer = raw(still, b"GET /toads/ HTTP/1.0\r\n\r\n")
    assert answer.startswith((b"HTTP/1.1 403", b"HTTP/1.0 403", b"HTTP/1.1 400"))


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", "file://"])
def test_a_page_from_elsewhere_is_refused(still: Preview, origin: str) -> None:
    assert still.get("closure/", Origin=origin).status == 403


def test_this_machines_names_are_both_answered(still: Preview) -> None:
    for name in ("127.0.0.1", "localhost", "LOCALHOST"):
        host = f"{name}:{still.port}"
        assert still.get("closure/", Host=host, Origin=f"http://{host}").status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_a_foreign_page_gets_no_socket(still: Preview, origin: str) -> None:
    """livereload itself lets every page in the browser listen."""
    address = f"ws://127.0.0.1:{still.port}/livereload"
    with pytest.raises(HTTPClientError) as refused:
        in_a_loop(connect(address, {"Origin": origin}))
    assert refused.value.code == 403


def test_a_foreign_host_gets_no_socket(still: Preview) -> None:
    address = f"ws://127.0.0.1:{still.port}/livereload"
    with pytest.raises(HTTPClientError) as refused:
        in_a_loop(connect(address, {"Host": "evil.example", "Origin": "http://evil.example"}))
    assert refused.value.code == 403


@pytest.mark.parametrize(
    "message", ["{", "[]", "null", '"x"', "{}", '{"command": 1}', "x" * 15_000]
)
def test_nonsense_on_the_socket_harms_nobody(still: Preview, message: str) -> None:
    async def talk() -> None:
        origin = f"http://127.0.0.1:{still.port}"
        socket = await connect(f"ws://127.0.0.1:{still.port}/livereload", {"Origin": origin})
        await socket.write_message(message)  # type: ignore[attr-defined]
        socket.close()  # type: ignore[attr-defined]

    in_a_loop(talk())
    assert still.get("closure/").status == 200
    assert not any("Traceback" in line for line in still.printed)


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "X"]
)
@pytest.mark.parametrize("path", ["/toads/", "/livereload.js", "/livereload"])
def test_only_get_and_head_are_answered(still: Preview, method: str, path: str) -> None:
    assert still.get(path, method=method).status == 405


def test_nobody_can_force_a_reload(still: Preview) -> None:
    assert still.get("/forcereload").status == 404


def test_head_has_the_headers_of_get_and_no_body(still: Preview) -> None:
    got, head = still.get("closure/"), still.get("closure/", method="HEAD")
    assert head.body == b""
    assert head.status == 200
    assert head.headers["Content-Length"] == got.headers["Content-Length"] == str(len(got.body))


@pytest.mark.parametrize("path", ["closure/", "assets/site.css", "nowhere", "/livereload.js", "/"])
def test_nothing_is_kept_or_guessed(still: Preview, path: str) -> None:
    headers = still.get(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Etag" not in headers
    assert "Access-Control-Allow-Origin" not in headers
    assert "Server" not in headers


def test_files_say_what_they_are(still: Preview) -> None:
    kinds = {
        "": "text/html; charset=utf-8",
        "assets/site.css": "text/css; charset=utf-8",
        "assets/site.js": "text/javascript; charset=utf-8",
        "assets/favicon.svg": "image/svg+xml",
        "sitemap.xml": "application/xml",
        "robots.txt": "text/plain; charset=utf-8",
    }
    assert {path: still.get(path).headers["Content-Type"] for path in kinds} == kinds


def test_a_redirect_never_leads_to_another_server(still: Preview) -> None:
    for path in ("//evil.example/closure", "/toads//evil.example", "/toads/closure%0d%0aX: y"):
        answer = still.get(path.replace(" ", "%20"))
        assert answer.status == 404
        assert "Location" not in answer.headers


def test_half_open_requests_block_nobody(still: Preview) -> None:
    slow = [socket.create_connection(("127.0.0.1", still.port)) for _ in range(60)]
    for one in slow:
        one.sendall(b"GET /toads/ HTTP/1.1\r\nHost: 127")
    assert still.get("closure/").status == 200
    for one in slow:
        one.close()


def test_a_request_that_is_too_large_is_refused_alone(still: Preview) -> None:
    huge = b"GET /toads/ HTTP/1.1\r\nX: " + b"x" * 200_000 + b"\r\n\r\n"
    assert b" 200 " not in raw(still, huge)[:20]
    body = (
        f"GET /toads/ HTTP/1.1\r\nHost: 127.0.0.1:{still.port}\r\nContent-Length: 9999999\r\n\r\n"
    )
    assert b" 200 " not in raw(still, body.encode())[:20]
    assert still.get("closure/").status == 200


def test_a_thousand_requests_of_fifty_readers_are_all_answered(still: Preview) -> None:
    paths = ["", "closure/", "count/", "glossary/", "assets/site.css"]
    with ThreadPoolExecutor(50) as readers:
        seen = list(readers.map(lambda n: still.get(paths[n % len(paths)]).status, range(1000)))
    assert seen == [200] * 1000


def test_requests_are_answered_while_others_wait_in_line(still: Preview) -> None:
    idle = [socket.create_connection(("127.0.0.1", still.port)) for _ in range(100)]
    answered = threading.Event()

    def ask() -> None:
        assert still.get().status == 200
        answered.set()

    threading.Thread(target=ask, daemon=True).start()
    assert answered.wait(20)
    for one in idle:
        one.close()


def in_a_loop(talk: Coroutine[None, None, object]) -> object:
    """What comes of `talk`, in a thread of its own: the browser of other tests has a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, talk).result()


async def connect(address: str, headers: dict[str, str]) -> object:
    return await websocket_connect(HTTPRequest(address, headers=headers))


def raw(still: Preview, asked: bytes) -> bytes:
    """What comes back for bytes that no well-behaved client sends."""
    with socket.create_connection(("127.0.0.1", still.port), timeout=20) as connection:
        connection.sendall(asked)
        time.sleep(0.1)
        try:
            return connection.recv(65_536)
        except ConnectionResetError:
            return b""
