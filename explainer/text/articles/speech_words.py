"""How one says in English, German and French that somebody speaks."""

import re

VERBS = (
    r"said|says|say|saying|told|tells|telling|adds|added|adding|asked|asks|replied|"
    r"replies|wrote|writes|argued|argues|"
    r"insisted|insists|warned|warns|warning|explained|explains|continued|continues|noted|"
    r"notes|stated|states|announced|"
    r"claimed|claims|recalled|recalls|remarked|observed|admitted|admits|conceded|stressed|"
    r"stresses|joked|jokes|tweeted|"
    r"posted|declared|declares|described|describes|describing|called|calls|calling|"
    r"complained|suggested|suggests|"
    r"predicted|predicts|testified|ruled|commented|responded|confirmed|promised|concluded|"
    r"concludes|urged|acknowledged|"
    r"quipped|shouted|laughs|laughed|put it|according to|thinks|believes|accused|thanked|"
    r"praised|criticised|dismissed|"
    r"sagte|sagt|sagten|erklärte|erklärt|betonte|betont|meinte|meint|ergänzte|schrieb|"
    r"schreibt|kritisierte|forderte|fordert|"
    r"warnte|warnt|berichtete|berichtet|erzählte|erzählt|räumte|bekräftigte|urteilte|"
    r"befand|nannte|nennt|findet|fand|rief|"
    r"fügte|teilte|lobte|laut|zufolge|so|begründete|versicherte|hieß|sprach|spricht|"
    r"freute|freut|mahnte|"
    r"dit|déclaré|déclare|affirmé|affirme|expliqué|explique|ajouté|ajoute|souligné|"
    r"souligne|estimé|estime|raconté|raconte|"
    r"confié|confie|selon|d[’']après|regretté|regrette|assuré|assure|précisé|précise|"
    r"rappelé|rappelle|prévenu|prévient|"
    r"répondu|répond|lancé|lance|résumé|résume|poursuivi|poursuit|insisté|insiste|indiqué|"
    r"indique|commenté|commente|"
    r"sourit|reconnu|reconnaît|promis|promet|jugé|juge|écrit|salué|salue|dénoncé|dénonce|"
    r"qualifié|parlé|parle|évoqué|évoque|"
    r"amuse|étonne|inquiète|souvient|félicite|agace|souffle|glisse|soupire|plaide|tranche|martèle"
)
VERB = re.compile(rf"(?<![\w-])(?:{VERBS})(?:-t)?(?:-(?:il|elle|on))?(?!\w)")
"""A verb of speech."""
SOMEBODY = re.compile(
    r"(?<![\w-])(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|das|der|die|"
    r"[Ee]in(?:e)?|la|le|[Uu]ne?)\s"
    rf"(?:[\w’'-]+\s){{1,3}}(?:{VERBS})(?!\w)|\b(?:{VERBS})\s(?:the|a|an|its|das|der|die|ein|eine|le|la)\s"
)
"""Somebody who speaks and is told by what they are: `the company said`, `teilte das Amt mit`."""
