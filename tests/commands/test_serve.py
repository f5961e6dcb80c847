"""`serve`: the preview follows every save and shows nothing half-made."""

import importlib
import os
import re
import shutil
import signal
import socket
import sys
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from explainer.commands.serve.builder import Builder
from explainer.commands.terminal import Terminal
from explainer.model.options import Options
from tests.commands.preview import Preview, Tab, preview
from tests.commands.run import ROOT, run

CLOSURE = "content/sections/10-closure.md"


def change(site: Path, path: str, before: str, after: str) -> None:
    """Replace words in a file of the site; they must be there."""
    file = site / path
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))


@pytest.fixture
def site(site: Path) -> Path:
    """The fresh explainer without its chart, which takes longer to draw than all else to make."""
    shutil.rmtree(site / "content/charts")
    change(site, "content/sections/20-count.md", "[[toads-counted|counted as well]]", "counted too")
    return site


@pytest.fixture
def shown(site: Path) -> Iterator[Preview]:
    """A preview of the fresh explainer."""
    with preview(site) as running:
        yield running


def test_the_site_is_shown_below_the_path_it_will_have(still: Preview) -> None:
    assert still.base == "/toads/"
    assert still.get("closure/").status == 200
    assert still.get("/closure/").status == 404


def test_the_first_address_leads_to_the_site(still: Preview) -> None:
    answer = still.get("/")
    assert (answer.status, answer.headers["Location"]) == (302, "/toads/")


def test_a_folder_without_its_slash_leads_to_it_as_pages_does(still: Preview) -> None:
    answer = still.get("closure")
    assert (answer.status, answer.headers["Location"]) == (301, "/toads/closure/")


def test_an_unknown_address_shows_the_sites_own_404(still: Preview) -> None:
    answer = still.get("nowhere/at/all/")
    assert answer.status == 404
    assert 'href="/toads/"' in answer.text
    assert "<h1" in answer.text


def test_every_file_of_the_site_is_shown_as_it_is_built(shown: Preview, site: Path) -> None:
    assert run("--root", site, "-q").status == 0
    output = site / "output"
    for file in output.rglob("*"):
        path = file.relative_to(output).as_posix()
        if file.is_file() and not path.endswith(".html") and not path.startswith("pagefind/"):
            # The preview makes no full-text index, and its search says so.
            if path in ("data/manifest.json", "assets/names.js") or path.startswith("."):
                continue
            assert shown.get(path).body == file.read_bytes(), path


def test_pages_come_without_their_policy_and_with_live_reload_in_the_head(still: Preview) -> None:
    page = still.get("closure/").text
    assert "Content-Security-Policy" not in page
    head = page.split("</head>")[0]
    address = rf"/livereload\.js\?port={still.port}&amp;snipver=\d+"
    assert re.search(f'<script src="{address}"></script>', head)
    assert still.get("/livereload.js").status == 200


def test_a_save_is_shown_and_the_tab_told(shown: Preview, site: Path) -> None:
    tab = Tab(shown)
    change(site, CLOSURE, "## What was decided", "## What the council decided")
    shown.wait_for("What the council decided", "closure/")
    shown.wait_until(lambda: tab.told == ["*"], "a reload")


def shown_since(page: str) -> int:
    """The state of which the page tells livereload's script that it shows it."""
    found = re.search(r"snipver=(\d+)", page)
    assert found
    return int(found[1])


def test_a_tab_that_missed_a_save_while_it_was_loading_is_told(shown: Preview, site: Path) -> None:
    before = shown_since(shown.get("closure/").text)
    change(site, CLOSURE, "## What was decided", "## What the council decided")
    shown.wait_for("What the council decided", "closure/")
    after = shown_since(shown.get("closure/").text)
    time.sleep(0.3)
    late, current = Tab(shown, before), Tab(shown, after)
    shown.wait_until(lambda: late.told == ["*"], "a reload")
    assert current.told == []


def test_two_saves_one_second_apart_are_both_told(shown: Preview, site: Path) -> None:
    """livereload itself takes no notice of the second for three seconds."""
    tab = Tab(shown)
    change(site, CLOSURE, "## What was decided", "## First heading")
    shown.wait_for("First heading", "closure/")
    time.sleep(1)
    change(site, CLOSURE, "## First heading", "## Second heading")
    shown.wait_for("Second heading", "closure/")
    shown.wait_until(lambda: tab.told == ["*", "*"], "two reloads")


def test_many_files_saved_at_once_are_not_a_build_each(shown: Preview, site: Path) -> None:
    """livereload itself would build once for each file."""
    before, saves = len(shown.builds), 0
    for _ in range(10):
        for file in (site / "content").rglob("*.yaml"):
            file.write_text(file.read_text() + "# seen\n")
            saves += 1
    change(site, CLOSURE, "## What was decided", "## The last of all")
    shown.wait_for("The last of all", "closure/")
    assert saves > 40
    # How many builds there are depends on how long a slow machine takes to save all that.
    assert len(shown.builds) - before < saves / 2


WAITING = """
import sys
import time
from pathlib import Path

sys.path.insert(0, {root!r})
from explainer import pipeline
from explainer.commands.main import main

made = pipeline.make
signs = Path({signs!r})

def make_when_told(*given, **named):
    (signs / "begun").touch()
    while not (signs / "go").exists():
        time.sleep(0.01)
    return made(*given, **named)

pipeline.make = make_when_told
sys.exit(main(sys.argv[1:]))
"""
"""A build.py whose builds begin, and go on when they are told to."""


def test_pages_are_answered_while_a_build_runs(site: Path, tmp_path: Path) -> None:
    """livereload itself answers nobody while a task runs."""
    begun, go = tmp_path / "begun", tmp_path / "go"
    waiting = tmp_path / "waiting.py"
    waiting.write_text(WAITING.format(root=str(ROOT), signs=str(tmp_path)))
    go.touch()
    with preview(site, build=waiting) as shown:
        go.unlink()
        begun.unlink()
        change(site, CLOSURE, "## What was decided", "## What the council decided")
        shown.wait_until(begun.exists, "the build's beginning")
        assert "What was decided" in shown.get("closure/").text
        go.touch()
        shown.wait_for("What the council decided", "closure/")


def test_problems_stand_in_page_title_and_terminal_over_the_last_good_site(
    shown: Preview, site: Path
) -> None:
    tab = Tab(shown)
    change(site, CLOSURE, "she said. [@p3]", "she said. [@p9]")
    shown.wait_for("preview-problems", "closure/")
    page = shown.get("closure/").text
    assert "<title>(2 problems) " in page or "<title>(1 problem) " in page
    assert "<code>content/sections/10-closure.md:22:" in page
    assert "`mill-lane` has no passage `p9`" in page
    assert "<pre>Ines Vallow leads the toad patrol." in page
    assert "Between dusk and dawn" in page
    shown.wait_to_print("has no passage `p9`")
    shown.wait_until(lambda: tab.told == ["*"], "a reload")
    assert shown.get("count/").status == 200


def test_mending_the_problems_clears_them(shown: Preview, site: Path) -> None:
    change(site, CLOSURE, "she said. [@p3]", "she said. [@p9]")
    shown.wait_for("preview-problems", "closure/")
    change(site, CLOSURE, "she said. [@p9]", "she said. [@p3]")
    shown.wait_until(lambda: "preview-problems" not in shown.get("closure/").text, "the site")


def test_what_problems_quote_cannot_become_markup(shown: Preview, site: Path) -> None:
    change(site, CLOSURE, "she said. [@p3]", "<script>alert(1)</script>. [@<b>]")
    (site / "site.yaml").write_text("<script>alert(2)</script>: 1\n")
    shown.wait_for("preview-problems")
    assert "<script>alert" not in shown.get().text


def test_a_site_that_never_was_good_lists_its_problems(site: Path) -> None:
    change(site, CLOSURE, "she said. [@p3]", "she said. [@p9]")
    with preview(site, waits=False) as shown:
        shown.wait_for("has no passage `p9`")
        assert shown.get().status == 503
        change(site, CLOSURE, "she said. [@p9]", "she said. [@p3]")
        shown.wait_for("Why does Larkmere close a lane")


@pytest.mark.parametrize(
    "text", ["---\nquestion: [\n---\n", "---\n", "", "\0", "\udcff", "---\n- a\n---\n"]
)
def test_bad_front_matter_never_ends_the_preview(shown: Preview, site: Path, text: str) -> None:
    file = site / CLOSURE
    good = file.read_text()
    file.write_bytes(text.encode(errors="surrogateescape"))
    shown.wait_for("preview-problems")
    file.write_text(good)
    shown.wait_until(lambda: "preview-problems" not in shown.get().text, "the site")


def test_a_new_file_is_seen_and_so_is_its_end(shown: Preview, site: Path) -> None:
    new = site / "content/sections/30-bakery.md"
    new.write_text((site / CLOSURE).read_text().replace("Why is Mill", "Where is Mill"))
    shown.wait_for("Where is Mill Lane", "bakery/")
    new.unlink()
    shown.wait_until(lambda: shown.get("bakery/").status == 404, "its end")


def test_a_renamed_file_is_seen(shown: Preview, site: Path) -> None:
    change(site, "content/sections/20-count.md", "question:", "id: count\nquestion:")
    (site / "content/sections/20-count.md").rename(site / "content/sections/05-count.md")
    shown.wait_until(
        lambda: (
            0 < shown.get().text.find('href="count/"') < shown.get().text.find('href="closure/"')
        ),
        "the new order",
    )


def test_editors_that_replace_the_file_are_followed(shown: Preview, site: Path) -> None:
    for heading in ("One", "Two"):
        new = site / "content/sections/.10-closure.md.new"
        text = (ROOT / "explainer/starter/site" / CLOSURE).read_text()
        new.write_text(text.replace("What was decided", f"Heading {heading}"))
        new.replace(site / CLOSURE)
        shown.wait_for(f"Heading {heading}", "closure/")


def test_what_editors_leave_beside_a_file_is_neither_read_nor_followed(
    shown: Preview, site: Path
) -> None:
    file = site / CLOSURE
    before = len(shown.printed)
    left = ".{}.swp", "{}~", "#{}#", ".{}.tmp", "4913"
    for name in left:
        file.with_name(name.format(file.name)).write_text("no front matter")
    file.with_name(f".#{file.name}").symlink_to("ada@larkmere.4711")
    change(site, CLOSURE, "## What was decided", "## What the council decided")
    shown.wait_for("What the council decided", "closure/")
    time.sleep(1.5)
    told = shown.printed[before:]
    assert 1 <= len(told) <= 2
    assert all(line.endswith(" 0 problems") for line in told)


def test_a_change_of_the_settings_is_seen(shown: Preview, site: Path) -> None:
    change(site, "site.yaml", "title: Toads on", "title: Frogs on")
    shown.wait_for("Frogs on Mill Lane")


def test_a_seeds_record_is_watched(shown: Preview, site: Path) -> None:
    change(site, "seeds/mill-lane.yaml", "route is older than the road", "path is older than it")
    shown.wait_for("path is older than it", "sources/mill-lane/")


def test_a_template_that_comes_while_the_preview_runs_is_seen(shown: Preview, site: Path) -> None:
    part = site / "templates/parts"
    part.mkdir(parents=True)
    shutil.copy(ROOT / "templates/parts/frame.html", part)
    time.sleep(0.2)
    change(site, "templates/parts/frame.html", 'class="site-foot"', 'class="site-foot toads"')
    shown.wait_for('class="site-foot toads"')


def test_a_change_of_style_alone_loads_no_page_again(site: Path) -> None:
    style = site / "templates/assets/css/parts/toads.css"
    style.parent.mkdir(parents=True)
    style.write_text("@layer parts { .a { color: green } }")
    with preview(site) as shown:
        tab = Tab(shown)
        style.write_text("@layer parts { .a { color: olive } }")
        shown.wait_for("olive", "assets/site.css")
        shown.wait_until(lambda: tab.told == ["assets/site.css"], "the style")


def test_a_save_that_changes_nothing_loads_nothing_again(shown: Preview, site: Path) -> None:
    tab = Tab(shown)
    before = len(shown.builds)
    since = shown_since(shown.get("closure/").text)
    os.utime(site / CLOSURE)
    shown.wait_until(lambda: len(shown.builds) > before, "a build")
    time.sleep(0.3)
    assert tab.told == []
    assert shown_since(shown.get("closure/").text) == since


def test_200_saves_in_ten_seconds_end_in_the_last_state(shown: Preview, site: Path) -> None:
    good = (site / CLOSURE).read_text()
    # In letters: a number in a heading would have to rest on a passage.
    states = [
        "State " + str(number).translate(str.maketrans("0123456789", "abcdefghij"))
        for number in range(200)
    ]
    for number, state in enumerate(states):
        text = good.replace("What was decided", state)
        (site / CLOSURE).write_text(text if number % 7 else text[: number * 5])
        time.sleep(0.05)
    shown.wait_for(states[-1], "closure/")
    assert "preview-problems" not in shown.get("closure/").text


class Gone(StringIO):
    """A terminal whose reader has gone."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_terminal_that_has_gone_keeps_nothing_from_being_shown(site: Path) -> None:
    builder = Builder(site, Options(), Terminal(out=Gone(), err=Gone()))
    builder.build()
    assert "closure/index.html" in builder.shown.files
    (site / CLOSURE).write_text("no front matter")
    builder.build()
    assert [line.problem.message for line in builder.shown.problems] == ["there is no front matter"]


def test_after_a_change_of_the_engine_nothing_the_old_one_answered_is_kept(site: Path) -> None:
    builder = Builder(site, Options(), Terminal(out=StringIO()))
    before = sys.modules.copy()
    try:
        builder.build()
        good, memory = builder.shown.files, builder.memory
        builder.forget_engine()
        assert builder.memory is not memory
        builder.build()
        assert builder.shown.files == good
    finally:
        sys.modules.update(before)


def test_an_engine_saved_half_is_told_and_the_next_save_is_shown(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = Builder(site, Options(), Terminal(out=StringIO(), err=StringIO()))
    before = sys.modules.copy()

    def half_saved(name: str) -> object:
        raise SyntaxError(f"invalid syntax in {name}")

    try:
        builder.build()
        good = builder.shown.files
        with monkeypatch.context() as spoilt:
            spoilt.setattr(importlib, "import_module", half_saved)
            builder.forget_engine()
            builder.build()
            builder.rest()
        (line,) = builder.shown.problems
        assert line.problem.message.startswith("the engine crashed: SyntaxError")
        builder.forget_engine()
        builder.build()
        assert (builder.shown.files, builder.shown.problems) == (good, ())
    finally:
        sys.modules.update(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_in_a_files_place_stops_nothing(site: Path) -> None:
    (site / CLOSURE).unlink()
    os.mkfifo(site / CLOSURE)
    builder = Builder(site, Options(), Terminal(out=StringIO(), err=StringIO()))
    builder.build()
    first, *_ = builder.shown.problems
    assert (first.problem.message, first.text) == ("this is not a file", "")


def test_ctrl_c_ends_it_and_leaves_nothing_behind(site: Path) -> None:
    before = sorted(site.rglob("*"))
    with preview(site) as shown:
        Tab(shown)
        begun = time.monotonic()
        assert shown.stop(signal.SIGINT) == 0
        assert time.monotonic() - begun < 5
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", shown.port))
    kept = [path for path in sorted(site.rglob("*")) if ".cache" not in path.parts]
    assert kept == before
    assert not any("Traceback" in line for line in shown.printed)


def test_the_system_may_end_it_too(shown: Preview) -> None:
    assert shown.stop(signal.SIGTERM) == 0


def test_a_taken_port_gives_way_to_the_next(site: Path) -> None:
    with preview(site, waits=False) as first, preview(site, "--port", str(first.port)) as second:
        assert first.port < second.port < first.port + 10
        assert second.get().status == 200


def test_it_listens_to_this_machine_alone(still: Preview) -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in others - {"127.0.0.1"}:
        with socket.socket() as other:
            other.settimeout(2)
            assert other.connect_ex((str(address), still.port)) != 0


def test_a_crash_of_the_engine_is_shown_and_outlived(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "engine"
    shutil.copytree(
        ROOT / "explainer", copy / "explainer", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "templates", copy / "templates")
    shutil.copy(ROOT / "build.py", copy)
    stage = copy / "explainer/stages/audit.py"
    good = stage.read_text()
    with preview(site, build=copy / "build.py") as shown:
        stage.write_text(good + "\n1 / 0\n")
        shown.wait_for("the engine crashed: ZeroDivisionError")
        shown.wait_to_print("Traceback")
        stage.write_text(good)
        shown.wait_until(lambda: "preview-problems" not in shown.get().text, "the site")
