"""Who says a thing, and whether a text names them."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from explainer.model.form import Form
from explainer.model.passages import Passage
from explainer.model.site import Actor, Site
from explainer.text.roles import roles_had
from explainer.text.words import words_in

PUBLISHER = "publisher"
"""In `who`: the publication itself."""


class Speakers(Form, frozen=True):
    """Every wording by which a text may name those who speak in a site's passages."""

    by_actor: Mapping[str, tuple[str, ...]]
    """Names, by-hand forms and roles, by actor."""
    by_source: Mapping[str, tuple[str, ...]]
    """The publisher's names, by source."""
    publishers: Mapping[str, frozenset[str]]
    """Actors that are the publisher, by source."""

    def knows_all(self, ids: Iterable[str]) -> bool:
        """Whether all of `ids` are actors of the site; one that is not is told of elsewhere."""
        return all(id in self.by_actor or id == PUBLISHER for id in ids)

    def forms(self, passage: Passage, who: Iterable[str]) -> tuple[str, ...]:
        """Every wording for anybody of `who`, speakers of `passage`."""
        found: list[str] = []
        for speaker in who:
            if speaker == PUBLISHER:
                found += self.by_source.get(passage.source, ())
            else:
                found += self.by_actor.get(speaker, ())
        return tuple(dict.fromkeys(found))


def speakers_of(site: Site) -> Speakers:
    """The wordings for everybody in `site`."""
    by_actor = {actor.id: forms_of(actor) for actor in site.actors}
    by_source, publishers = {}, {}
    for source in site.sources:
        names = _publisher_names(source.publisher)
        known = [a.id for a in site.actors if {a.name, *a.aliases} & set(names)]
        publishers[source.id] = frozenset(known)
        by_source[source.id] = (*names, *(form for id in known for form in by_actor[id]))
    return Speakers(by_actor, by_source, publishers)


def forms_of(actor: Actor) -> tuple[str, ...]:
    """Every wording that says who `actor` is: names, by-hand forms and roles."""
    forms = (actor.name, *actor.aliases, *actor.by_hand, *roles_had(actor))
    return tuple(dict.fromkeys(form for form in forms if form))


def is_named(text: str, forms: tuple[str, ...]) -> bool:
    """Whether one of `forms` stands in `text` as whole words, whatever the case of its letters."""
    held = _may_stand(forms, text)
    return bool(held) and bool(_pattern(held).search(text))


def _may_stand(forms: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those of `forms` whose letters stand in `text` in a row: to make a pattern takes far longer."""
    folded = _folded(text)
    return tuple(form for form in forms if _folded(form) in folded)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """`text` with every two letters equal that `re.IGNORECASE` takes for each other."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def speaker_words(text: str) -> frozenset[str]:
    """The words of `text`, among which are those of every speaker it names."""
    return words_in(_folded(text)).exact


_SAYS = (
    r"(?:(?:has|have|had|also|later|then|once|publicly|repeatedly)\s){0,2}"
    r"(?:said|says|told|claim(?:s|ed)|insist(?:s|ed)|argue[sd]|warn(?:s|ed)|denie[sd]|accuse[sd]|"
    r"announce[sd]|promise[sd]|declare[sd]|predict(?:s|ed)|demand(?:s|ed)|vow(?:s|ed)|admit(?:s|ted)|"
    r"sagte?|erklärte?|behauptete?|meinte?|betonte?|(?:a\s)?(?:dit|affirmé|assuré|déclaré|expliqué|promis)|"
    r"affirme|assure|déclare|estime|explique|raconte)"
)
_ARTICLE = r"(?:(?:the|der|die|das|la|le|les)\s|l[’'])?"
_CLAIMS = (
    r"(?:(?:still|now|always|never|often|flatly|simply)\s)?"
    rf"(?:{_SAYS}|say|argue(?!\s(?:about|over|with)\b)|insist|believe[sd]?|thinks?(?!\s(?:about|of)\b)|den(?:y|ies)|reject(?:s|ed)?|dismisse[sd]|blame[sd]|"
    r"dispute[sd]|contend(?:s|ed)|assert(?:s|ed)|allege[sd]|complain(?:s|ed)|suggest(?:s|ed)|"
    r"sagt|erklärt|behauptet|meinte?|betonte?|bestreitet|bestritt|warnte?|"
    r"(?:a\s)?(?:dit|déclaré|affirmé|estimé|rejeté)|déclare|affirme|estime|rejette)"
)
"""How framing of our own could have somebody hold a thing true."""
_INVERTED = (
    r"(?:said|says|argue[sd]|insist(?:s|ed)|wrote|writes|"
    r"sagte?|meinte?|erklärte?|dit|affirme|estime|(?<=,\s)so)"
)
_ACCORDING = rf"(?:according\sto|laut|selon|d[’']après)\s(?:dem\s)?{_ARTICLE}"
_CALLS = r"(?:call(?:s|ed)|describe[sd]|hail(?:s|ed)|nannte|nennt|appelle)"
_VIEW = r"(?:view|opinion|eyes|words|judge?ment|account|telling|reading|mind)"
_TELLING = tuple(
    (
        re.compile(rf"(?<!\w)(?:{before})$" if before else "$", re.IGNORECASE),
        re.compile(after, re.IGNORECASE),
    )
    for before, after in (
        ("", rf"\s(?:{_CLAIMS}|zufolge)(?!\w)"),
        (rf"(?:{_INVERTED}|(?<=,\s){_SAYS})\s{_ARTICLE}", ""),
        (_ACCORDING, ""),
        (rf"in\sthe\s{_VIEW}\sof\s(?:the\s)?", ""),
        (r"(?:in|to|by)\s(?:the\s)?", rf"(?:[’']s?)?\s(?:own\s)?{_VIEW}(?!\w)"),
        (
            r"as\s(?:the\s)?",
            r"\s(?:sees?|saw|puts?|tells?|told|has|had)\s(?:it|this|things)(?!\w)",
        ),
    )
)
"""What stands before and behind whoever is told to hold a thing true."""
_ASKED = re.compile(
    r"(?<!\w)(?:what|whatever|whether|was|ob|ce\sque)\s(?:(?:the|der|die|das|la|le)\s|l[’'])?$",
    re.IGNORECASE,
)
"""What stands before them where nothing is told of it: what the ministry says stands below."""
_LONGEST = 40
"""Characters that may stand before them for it."""


def told_by(text: str, forms: tuple[str, ...]) -> tuple[int, int] | None:
    """Where `text` has one of `forms` say something: `the ministry said`."""
    held = _may_stand(forms, text)
    for who in _pattern(held).finditer(text) if held else ():
        ahead = text[max(0, who.start() - _LONGEST) : who.start()]
        for before, after in _TELLING:
            behind = after.match(text, who.end())
            led = before.search(ahead) if behind else None
            if led and behind and (led[0] or not _ASKED.search(ahead)):
                return who.start() - len(led[0]), behind.end()
    return None


def told_at(text: str, start: int, end: int, forms: tuple[str, ...]) -> bool:
    """Whether one of `forms` says what stands from `start` to `end`: `…”, Mr Greer said`.

    Or it stands beside them without such a word: `According to Mr Greer, “…`, `Mr Greer: “…`.
    """
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    held = _may_stand(forms, before + after)
    if not held:
        return False
    who = _pattern(held).pattern
    says = rf"{who}(?:,\s[^,.;:!?]{{1,60}},)?\s{_SAYS}"
    by = rf"{_ACCORDING}{who}(?![’'])"
    behind = rf",?\s(?:(?:[\w’'-]+\s){{0,3}}?(?:{says}|(?:{_SAYS}|so)\s{_ARTICLE}{who})|{by})(?!\w)"
    calls = rf"{who}\s{_CALLS}(?:\s[\w’'-]+){{1,5}}"
    alone = rf"(?:^|[.!?]\s){_ARTICLE}{who}\s?:"
    says_that = rf"{says}(?:,\s(?:is|are|was|were)|(?:\s[\w’'-]+){{0,2}})"
    led = rf"(?:{says_that}|{by}(?:\s(?:ist|sei|war|wird))?)(?:,|\s?:)?"
    ahead = rf"(?:{led}|{calls}|{alone})\s?$"
    return bool(re.match(behind, after, re.IGNORECASE) or re.search(ahead, before, re.IGNORECASE))


def _publisher_names(publisher: str) -> tuple[str, ...]:
    """The publisher's name as it is, without its article, and what stands in brackets alone."""
    plain = re.sub(r"\s*\([^()]*\)", "", publisher)
    brief = re.findall(r"\(([^()]*)\)", publisher)
    names = (publisher, plain, *brief)
    bare = (re.sub(r"^(?:The|Der|Die|Das|Le|La|Les)\s", "", name) for name in names)
    return tuple(dict.fromkeys(name for name in (*names, *bare) if name))


@lru_cache(maxsize=2048)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
