"""verify: a lock is written where record and article agree, and only there."""

from pathlib import Path

import pytest

from explainer.commands.terminal import Terminal
from explainer.commands.verify import verify
from tests.text.test_lock import ARTICLE, RECORD

LOCK = "seeds/ashby-weir.lock.yaml"


@pytest.fixture
def folder(small: Path, tmp_path: Path) -> Path:
    """The little site with a record of an article, which lies elsewhere."""
    (small / "seeds/ashby-weir.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return small


def test_the_lock_is_written_when_all_agrees(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(folder, "ashby-weir", tmp_path / "article.txt", Terminal()) == 0
    told = capsys.readouterr().out
    assert "3 passages, 1 quotation, 0 labels, 2 figures, 1 date, 1 set-aside paragraph" in told
    lock = (folder / LOCK).read_text(encoding="utf-8")
    assert verify(folder, None, tmp_path / "article.txt", Terminal()) == 0
    assert "says so already" in capsys.readouterr().out
    assert (folder / LOCK).read_text(encoding="utf-8") == lock


def test_nothing_but_problems_is_told_when_quiet(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet = Terminal(is_quiet=True)
    assert verify(folder, None, tmp_path / "article.txt", quiet) == 0
    assert capsys.readouterr() == ("", "")
    assert verify(folder, "nobody", None, quiet) == 1
    assert "there is no seed `nobody`" in capsys.readouterr().err


def test_a_text_beside_the_record_is_found(folder: Path) -> None:
    (folder / "seeds/ashby-weir.txt").write_text(ARTICLE, encoding="utf-8")
    assert verify(folder, None, None, Terminal()) == 0
    assert (folder / LOCK).exists()


def test_no_lock_is_written_when_something_differs(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = folder / "seeds/ashby-weir.yaml"
    record.write_text(RECORD.replace("for a century", "for a decade"), encoding="utf-8")
    assert verify(folder, "ashby-weir", tmp_path / "article.txt", Terminal()) == 1
    told = capsys.readouterr().err
    assert "seeds/ashby-weir.yaml:14:" in told
    assert "1 problem; no lock was written" in told
    assert not (folder / LOCK).exists()


def test_a_quotation_that_the_record_lacks_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = folder / "seeds/ashby-weir.yaml"
    quotes = "quotes: [{text: The gates had kept the eels out for a century, speaker: river-trust}]"
    assert quotes in RECORD
    record.write_text(RECORD.replace(f"  {quotes}\n", ""), encoding="utf-8")
    assert verify(folder, "ashby-weir", tmp_path / "article.txt", Terminal()) == 1
    assert "the paragraph quotes “The gates had …”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("id", "text", "told"),
    [
        ("ashby-weir", None, "the text of `ashby-weir` is not at hand"),
        ("no-such-seed", None, "there is no seed `no-such-seed`"),
        ("ashby-weir", "missing.txt", "this file cannot be read"),
        ("ashby-weir", "", "this file cannot be read"),
    ],
)
def test_what_is_missing_is_told_without_a_traceback(
    folder: Path, capsys: pytest.CaptureFixture[str], id: str, text: str | None, told: str
) -> None:
    assert verify(folder, id, None if text is None else folder / text, Terminal()) == 1
    said = capsys.readouterr().err
    assert told in said
    assert text is None or "not at hand" not in said, "the same told twice"


def test_a_record_that_cannot_be_read_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = folder / "seeds/ashby-weir.yaml"
    record.write_text(RECORD.replace("status: fact", "status: gossip", 1), encoding="utf-8")
    assert verify(folder, "ashby-weir", tmp_path / "article.txt", Terminal()) == 1
    assert "seeds/ashby-weir.yaml:" in capsys.readouterr().err
    assert not (folder / LOCK).exists()
