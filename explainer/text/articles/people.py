"""Who is named in an article: actors the site knows, and names it has no record for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from explainer.model.form import Form
from explainer.text.date_words import date_words
from explainer.text.names import Name, NameTable, find_names, name_table
from explainer.text.placed import outside
from explainer.text.slugs import slug


class KnownActor(Form, frozen=True):
    """An actor of the site, as far as an article can name it."""

    id: str
    forms: tuple[str, ...]
    """Its name and aliases."""
    roles: tuple[str, ...] = ()
    is_person: bool = False


class Mention(Form, frozen=True):
    """Somebody named in a paragraph."""

    start: int
    end: int
    name: str
    """As it stands in the paragraph, titles apart."""
    id: str
    """Of the actor; for an unknown name what its id would be."""
    is_known: bool
    is_person: bool


class People(Form, frozen=True):
    """All names of one article."""

    language: str
    table: NameTable
    roles: NameTable
    persons: frozenset[str]
    """Ids of actors that are persons."""
    full_names: Mapping[str, str]
    """Unknown full names by their last word: later paragraphs use the last word alone."""


_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president minister senator "
    "judge justice chief herr frau "
    "monsieur madame mme m maître général king queen prince princess pope inspector "
    "detective sergeant captain coach "
    "ministerpräsident bundeskanzler kanzler bürgermeister bürgermeisterin "
    "oberbürgermeisterin le la die der das mayor "
    "councillor cllr rev reverend bishop secretary treasury commerce trade "
    "representative vice premier chancellor "
    "kollege kollegin collègue colleague "
    "professeur docteur juge professorin chairman chairwoman representative governor "
    "superintendent".split()
)
_PARTICLES = "de|von|van|den|du|la|le|da|del|bin|ibn|al|el|zu|di|d’|d'"
_WORD = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|St|[A-ZÀ-Þ])\.|[A-ZÀ-ÞŒŠŽ](?:[\w’'-]*\w)?)"
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:{_PARTICLES})\s){{0,2}}{_WORD})*")
_LONGEST = 7
"""Words of a name: more with a capital each are a headline, or a sentence in capitals."""
_NEVER = frozenset(
    "The A An In On At But And For It He She They We I You This That These Those There "
    "When While If As After Before "
    "With From By To Of Or Not No Yes So What Who Why How Where Which His Her Its Their "
    "Our My Your One Two Three Some "
    "Many Most Both Each All Last Next Now Then Since Until During Under Over Despite "
    "Although Because However Still "
    "Also Even Only Just Such Than Once Here Asked Mr Mrs Ms Dr Sir Prof Q A.M P.M GMT "
    "BST CET Le La Les Un Une Des Du "
    "Il Elle Ils Elles On Ce Cette Ces Mais Et Ou Où Dans Sur Pour Par Avec Sans Selon "
    "Depuis Après Avant Pendant Si "
    "Quand Comme En Au Aux Je Nous Vous Leur Son Sa Ses Der Die Das Ein Eine Einen Im Am "
    "Auf Aus Bei Mit Nach Von Vor "
    "Zu Zum Zur Und Oder Aber Doch Wenn Als Wie Was Wer Wir Ich Er Sie Es Man Nicht Noch "
    "Nur Auch So Für Gegen Ohne Um "
    "Seit Bis Durch Über Unter Während Denn Dass Weil Damit Herr Frau Seine Ihre Ihr "
    "Sein Diese Dieser Dieses Dort Hier "
    "Bereits Trotz Laut Every Another Several Few Much More Less Nobody Nothing Everyone "
    "Anyone Someone Whether Let "
    "Well Perhaps Maybe Today Yesterday Tomorrow Earlier Later Meanwhile Asked Speaking "
    "According Founded Built Born "
    "Pro Jahr Heute Gestern Morgen Hier Demain Aujourd'hui Alors Puis Ainsi Chez Entre Contre "
    "Vers Aucun Tout Tous Toute Rien".split()
)


def people_of(texts: Iterable[str], actors: Sequence[KnownActor], language: str) -> People:
    """The names of the article whose paragraphs are `texts`."""
    table = name_table(Name(form, actor.id) for actor in actors for form in actor.forms)
    roles = name_table(Name(role, actor.id) for actor in actors for role in actor.roles)
    people = People(language, table, roles, frozenset(a.id for a in actors if a.is_person), {})
    full: dict[str, str] = {}
    for text in texts:
        for mention in mentions(text, people):
            words = mention.name.split()
            if not mention.is_known and mention.is_person and len(words) > 1:
                full.setdefault(words[-1], mention.name)
    return People(language, table, roles, people.persons, full)


def mentions(text: str, people: People) -> tuple[Mention, ...]:
    """Everybody named in `text`, from left to right."""
    known = _known(text, people.table, people)
    others = (one for match in _NAME.finditer(text) for one in _unknown(match, text, people))
    unknown = outside(others, [(m.start, m.end) for m in known])
    return tuple(sorted((*known, *unknown), key=lambda m: m.start))


def roles_in(text: str, people: People) -> tuple[Mention, ...]:
    """Actors meant by their role alone: `the commerce secretary`."""
    return _known(text, people.roles, people)


def _known(text: str, table: NameTable, people: People) -> tuple[Mention, ...]:
    return tuple(
        Mention(f.start, f.end, text[f.start : f.end], f.id, True, f.id in people.persons)
        for f in find_names(text, table)
    )


def _unknown(match: re.Match[str], text: str, people: People) -> list[Mention]:
    words = match[0].split()
    if len(words) > _LONGEST:
        return []
    start, is_titled = match.start(), False
    while words and (_is_title(words[0]) or words[0] in _NEVER or words[0].islower()):
        is_titled = is_titled or words[0].rstrip(".").lower() in _OF_PERSONS
        start += len(words[0]) + 1
        words = words[1:]
    roles = [at for at, word in enumerate(words[:-2]) if _is_role(word)]
    for word in words[: roles[-1] + 1 if roles else 0]:
        start += len(word) + 1
        words = words[1:]
    while words and (words[-1] in _NEVER or words[-1].islower()):
        words = words[:-1]
    name = re.sub(r"[’']s?$", "", " ".join(words)).rstrip(".,;:")
    # "26 Standorten Pollen": German nouns that happen to meet are no name.
    if people.language == "de" and re.search(r"\d\s$", text[:start]):
        return []
    if not name or (not is_titled and _is_no_name(name, text, start, people)):
        return []
    full = people.full_names.get(name, name)
    is_person = is_titled or (len(full.split()) > 1 and not _BODY.search(full))
    return [Mention(start, start + len(name), name, slug(full), False, is_person)]


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in _TITLES


def _is_role(word: str) -> bool:
    """Whether `word` tells what somebody does: `Prosecutor`, `Kammerpräsidentin`."""
    return word not in _FIRST_NAMES and bool(_ROLE.search(word.lower()))


_OF_PERSONS = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady herr frau monsieur madame mme judge".split()
)
_ROLE = re.compile(
    r"(?:ist|loge|login|eur|euse|trice|erin|entin|meister|meisterin|chef|chefin|leiter|sprecher|"
    r"minister|präsident|direktor|"
    r"rat|rätin|mann|frau|man|woman|or|er|ian|ant|head|chief|"
    r"aise?|ienne?|aine?|ane|oise?|ande?|ique)$"
)
_FIRST_NAMES = frozenset(
    "Peter Walter Oliver Roger Christopher Jennifer Victor Hector Eleanor Vincent "
    "Alexander Xavier Heather Esther Amber "
    "Werner Günter Rainer Dieter Igor Viktor Baptist Herman Norman Christian Adrian "
    "Julian Ian Brian Vivian Sebastian "
    "Fabian Damian Florian Grant Spencer Cooper Tyler Parker Skyler Theodor Conor Connor "
    "Trevor Taylor Jasper Casper".split()
)
_BODIES = (
    "university|council|ministry|department|court|office|agency|institute|company|group|"
    "party|union|committee|house|"
    "street|road|park|river|bank|times|hospital|school|college|law|firm|association|"
    "society|press|club|united|city|"
    "universität|ministerium|amt|stadt|landkreis|gericht|université|ministère|tribunal|"
    "mairie|conseil|rue|place|"
    "station|bridge|museum|theatre|airport|police|authority|commission|federation|centre|"
    "center|trust|service|board|"
    "league|cup|championship|stadium|north|south|east|west|lake|mount|island|sea|valley|"
    "bay|gazette|echo|"
    "post|news|herald|bote|zeitung|journal|le|la|voies|water|town|rovers|line"
)
_BODY = re.compile(rf"\b(?:{_BODIES})\b", re.IGNORECASE)


def _is_no_name(name: str, text: str, start: int, people: People) -> bool:
    words = name.split()
    if len(words) == 1 and re.search(r"(?:ese|ish|[ie]an|ican|mans?)$", name):
        return True  # "Chinese", "British", "Canadian"
    if len(name) < 2 or name in _calendar(people.language) or re.fullmatch(r"[IVX]+", name):
        return True
    if len(words) > 1 or name in people.full_names or (name.isupper() and len(name) > 1):
        return False
    before = text[:start].rstrip()
    is_sentence_start = not before or before[-1] in '.!?:…"“„«‹»”('
    if is_sentence_start:
        return True
    # German writes every noun with a capital: a single one is a name only behind a title.
    last = before.split()[-1].rstrip(".").lower()
    return people.language == "de" and last not in _TITLES - {"die", "der", "das"}


@lru_cache(maxsize=8)
def _calendar(language: str) -> frozenset[str]:
    words = date_words(language)
    return frozenset((*words.months, *words.weekdays))
