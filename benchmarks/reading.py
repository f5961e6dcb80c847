#!/usr/bin/env python3
"""What a slow phone does with the pages of the site: its longest tasks, layout shift, requests and bytes.

    python benchmarks/reading.py [--output output] [--rounds 5] [--slower 4] [PATH ...]

The pages are opened in the system's Chromium, at 360 pixels, with its processor slowed down. A task over
50 ms is a long one: a tap has to wait for it (https://www.w3.org/TR/longtasks/).
"""

import argparse
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, sync_playwright

from tests.browser.server import served

PATHS = (
    "",
    "rare-earths/",
    "glossary/tariff/",
    "actors/",
    "charts/",
    "timeline/",
    "claims/",
    "all/",
)
_BARE = "one-paragraph"
"""Opened last, to tell what is the pages' from what is the browser's and the machine's."""
_BARE_PAGE = "<!doctype html><title>One paragraph</title><p>So long takes the browser by itself."
_SETTLED = 1500
"""Milliseconds after which nothing happens any more."""
_WATCH = """
window.seen = {long: [], shift: 0};
new PerformanceObserver(list => list.getEntries().forEach(e => seen.long.push(e.duration)))
  .observe({type: "longtask", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(e => seen.shift += e.value))
  .observe({type: "layout-shift", buffered: true});
"""


def main() -> None:
    """Open every page as often as the command line asks, and print a table."""
    given = _arguments()
    print(
        "| page | longest task over 50 ms, median | rounds with one | in the worst round |"
        " layout shift | requests |"
    )
    print("|---|---:|---:|---:|---:|---:|")
    with served(given.output.resolve()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for path in [*given.paths, _BARE]:
            seen = [_seen(browser, address + path, given.slower) for _ in range(given.rounds)]
            longest = [max(one["long"], default=0) for one in seen]
            shift = max(one["shift"] for one in seen)
            told = [
                f"{statistics.median(longest):.0f} ms",
                f"{sum(map(bool, longest))} of {given.rounds}",
                f"{max(longest):.0f} ms",
                f"{shift:.3f}",
            ]
            print(f"| /{path} | {' | '.join(told)} | {seen[0]['requests']} |")
        browser.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--output", type=Path, default=Path("output"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slower", type=float, default=4, help="how many times")
    parser.add_argument("paths", nargs="*", default=PATHS)
    return parser.parse_args()


def _seen(browser: Browser, address: str, slower: float) -> dict[str, Any]:
    """What happened while the page at `address` was opened, in milliseconds."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    context.add_init_script(_WATCH)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.route(
        f"**/{_BARE}", lambda route: route.fulfill(content_type="text/html", body=_BARE_PAGE)
    )
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.wait_for_timeout(_SETTLED)
    seen: dict[str, Any] = page.evaluate("window.seen")
    context.close()
    return {**seen, "requests": len(requests)}


if __name__ == "__main__":
    main()
