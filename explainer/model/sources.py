"""The first form: files as text, with their paths."""

from collections.abc import Mapping

from explainer.model.form import Form, field
from explainer.model.problems import Problem


class SourceFile(Form, frozen=True):
    """A text file of the site."""

    path: str
    """Relative to the site's root, with forward slashes."""
    text: str


class Sources(Form, frozen=True):
    """All files a site is made from, sorted by path."""

    site: SourceFile | None
    """site.yaml; None when it could not be read."""
    sections: tuple[SourceFile, ...] = ()
    glossary: tuple[SourceFile, ...] = ()
    actors: tuple[SourceFile, ...] = ()
    timeline: SourceFile | None = None
    charts: tuple[SourceFile, ...] = ()
    references: tuple[SourceFile, ...] = ()
    seeds: tuple[SourceFile, ...] = ()
    locks: tuple[SourceFile, ...] = ()
    articles: tuple[SourceFile, ...] = ()
    """Texts of seeds that happen to lie beside their records."""
    corrections: SourceFile | None = None
    about: SourceFile | None = None
    templates: tuple[SourceFile, ...] = ()
    """The site's own before the engine's; words/<language>.yaml among them."""
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """Files of templates/assets by path below it."""
    problems: tuple[Problem, ...] = ()
    """What could not be read."""

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of every file a problem may point into, by path."""
        single = (self.site, self.timeline, self.corrections, self.about)
        many = (self.sections, self.glossary, self.actors, self.charts, self.references)
        files = [f for f in single if f]
        files += [f for group in (*many, self.seeds, self.locks) for f in group]
        return {f.path: f.text for f in files}
