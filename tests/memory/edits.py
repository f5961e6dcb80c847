"""Random work on a site: what writers do in weeks, in a second, and repeatable by its seed."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT

Files = dict[str, bytes]

_WORDS = "eels river trust water night mill fish weir gates long sea unharmed".split()
_TEMPLATES = ("base.html", "pages/term.html", "parts/terms.html", "pages/section.html")


class Writer:
    """Edits the site in `root` at random; what it did is in `done`."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root = root
        self.chance = chance
        self.done: list[str] = []
        self.states: list[Files] = [self._files()]
        self._good = self.states[0]

    def edit(self) -> str:
        """Change something; what was done."""
        edits: list[Callable[[], str]] = [
            self._swap_words, self._swap_letters_unseen, self._add_paragraph, self._add_paragraph,
            self._add_term, self._add_term, self._drop_term, self._rename_section, self._delete,
            self._touch, self._change_template, self._spoil_template, self._change_style,
            self._change_settings, self._go_back, self._go_back, self._go_back,
        ]  # fmt: skip
        said = self.chance.choice(edits)()
        self.done.append(said)
        self.states.append(self._files())
        return said

    def is_good(self) -> None:
        """Remember the site as it is now: it has no problems."""
        self._good = self._files()

    def mend(self) -> None:
        """Put the site back to where it last had no problems."""
        self._put(self._good)
        self.done.append("back to the last good state")

    def _files(self) -> Files:
        tops = ("content", "seeds", "templates")
        paths = [p for top in tops for p in (self.root / top).rglob("*") if p.is_file()]
        paths.append(self.root / "site.yaml")
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in sorted(paths)}

    def _any(self, start: str = "content/") -> Path:
        files = self._files()
        # Deletions may have left nothing there.
        names = [name for name in files if name.startswith(start)] or list(files)
        return self.root / self.chance.choice(names)

    def _swap_words(self) -> str:
        path = self._any()
        text = path.read_text("utf-8")
        one, other = self.chance.sample(_WORDS, 2)
        path.write_text(text.replace(one, other, 1), "utf-8")
        return f"{path.name}: {one} becomes {other}"

    def _swap_letters_unseen(self) -> str:
        """An edit that leaves size and time as they were."""
        path = self._any("content/sections/")
        info = path.stat()
        text = path.read_text("utf-8")
        path.write_text(text.replace("river", "rivre", 1), "utf-8")
        os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
        return f"{path.name}: letters change places and the time is put back"

    def _add_paragraph(self) -> str:
        path = self._any("content/sections/")
        words = " ".join(self.chance.choices(_WORDS, k=self.chance.randint(2, 12)))
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nThe river trust said so: {words}. [@p2]\n")
        return f"{path.name}: a paragraph more"

    def _add_term(self) -> str:
        path = self._any("content/glossary/")
        id = f"term-{self.chance.randint(1, 30)}"
        also = self.chance.choice(_WORDS)
        with path.open("a", encoding="utf-8") as file:
            file.write(
                f"- id: {id}\n  name: {id}\n  aliases: [{also}]\n  meaning: A {also}. {{context}}\n"
            )
        return f"{path.name}: the term {id}, also called {also}"

    def _drop_term(self) -> str:
        path = self._any("content/glossary/")
        head, *terms = path.read_text("utf-8").split("- id: ")
        if len(terms) > 1:
            terms.pop(self.chance.randrange(len(terms)))
        path.write_text("- id: ".join([head, *terms]), "utf-8")
        return f"{path.name}: a term less"

    def _rename_section(self) -> str:
        path = self._any("content/sections/")
        new = path.with_name(f"{self.chance.randint(10, 99)}-{self.chance.choice(_WORDS)}.md")
        path.rename(new)
        return f"{path.name} becomes {new.name}"

    def _delete(self) -> str:
        path = self._any()
        path.unlink()
        return f"{path.name} is deleted"

    def _touch(self) -> str:
        path = self._any("")
        path.touch()
        return f"{path.name} is saved as it was"

    def _template(self, change: Callable[[str], str]) -> str:
        name = self.chance.choice(_TEMPLATES)
        path = self.root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / "templates" / name).read_text("utf-8")
        path.write_text(change(text), "utf-8")
        return f"templates/{name}"

    def _change_template(self) -> str:
        note = f"{{# {self.chance.random()} #}}"
        mark = f'<p class="odd">{self.chance.randint(0, 9)}</p>'
        return self._template(lambda text: note + text.replace("</main>", f"{mark}</main>"))

    def _spoil_template(self) -> str:
        return self._template(lambda text: text + "{% if %}") + " is spoilt"

    def _change_style(self) -> str:
        path = self.root / "templates/assets/css/parts/own.css"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f".own {{ order: {self.chance.randint(0, 99)}; }}\n", "utf-8")
        return "a style"

    def _change_settings(self) -> str:
        path = self.root / "site.yaml"
        text = path.read_text("utf-8")
        title = " ".join(self.chance.choices(_WORDS, k=3))
        path.write_text(text.replace(text.splitlines()[0], f"title: {title}"), "utf-8")
        return f"site.yaml: the title becomes {title}"

    def _go_back(self) -> str:
        """To some earlier state; later ones are as likely, for most of them have no problems."""
        number = self.chance.choice([0, self.chance.randrange(len(self.states))])
        self._put(self.states[number])
        return f"back to state {number}"

    def _put(self, files: Files) -> None:
        for name in self._files():
            (self.root / name).unlink()
        for name, content in files.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_bytes(content)
