"""All that is found in an article's passages, before a writer has said anything about them."""

from collections.abc import Sequence

from explainer.model.form import Form
from explainer.text.articles import Article, Paragraph
from explainer.text.articles.blocks import as_double_marks
from explainer.text.articles.measures import FoundDay, FoundFigure, days_of, figures_of
from explainer.text.articles.people import KnownActor, People, mentions, people_of
from explainer.text.articles.speaking import Before, Spoken
from explainer.text.articles.speech import Speech, speech_of


class FoundPassage(Form, frozen=True):
    """A paragraph and what stands in it."""

    paragraph: Paragraph
    quotes: tuple[Spoken, ...]
    labels: tuple[str, ...]
    figures: tuple[FoundFigure, ...]
    dates: tuple[FoundDay, ...]
    """Those with an empty `date` cannot be told without the day of publication."""
    actors: tuple[str, ...]
    """Ids of the site's actors named in it."""
    unknown: tuple[str, ...]
    """Names no record explains."""

    @property
    def id(self) -> str:
        return self.paragraph.id


def find_in(
    article: Article, actors: Sequence[KnownActor], published: str
) -> tuple[FoundPassage, ...]:
    """What stands in each passage of `article`, written on the day `published` (ISO, or empty)."""
    texts = as_double_marks(paragraph.text for paragraph in article.paragraphs)
    people = people_of(texts, actors, article.language)
    found: list[FoundPassage] = []
    before = Before()
    for paragraph, text in zip(article.paragraphs, texts, strict=True):
        speech = speech_of(text, people, before)
        # Who stands in a picture is not who the next paragraph means by "she".
        before = before if paragraph.id.startswith("caption") else speech.after
        found.append(_find(paragraph, text, people, speech, published))
    return tuple(found)


def _find(
    paragraph: Paragraph, text: str, people: People, speech: Speech, published: str
) -> FoundPassage:
    named = mentions(text, people)
    return FoundPassage(
        paragraph=paragraph,
        quotes=speech.quotes,
        labels=speech.labels,
        figures=figures_of(text, people.language),
        dates=days_of(text, published, people.language),
        actors=tuple(dict.fromkeys(m.id for m in named if m.is_known)),
        unknown=tuple(
            dict.fromkeys(m.name for m in named if not m.is_known and m.name not in speech.labels)
        ),
    )
