"""The phrases by which newspapers set apart what is not the article, in three languages."""

import re


def _phrases(*lines: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)})", re.IGNORECASE)


ADVERT = re.compile(
    r"(?:advertisement|advertorial|advert|sponsored(?: content| by .{1,40})?|promoted(?: content)?|"
    r"anzeige|werbung|publicité|annonce|paid for by .{1,40}|"
    r"(?:advertisement|ad)\W+(?:continue reading|scroll).{0,40}|"
    r"(?:the )?(?:article|story) continues (?:below|after).{0,40}|"
    r"(?:der )?artikel geht (?:unten|nach).{0,40}weiter|"
    r"la suite après (?:la|cette) publicité|continue reading(?: below)?)\W*",
    re.IGNORECASE,
)
"""A whole block."""

RELATED = re.compile(
    r"(?:read (?:more|also|next|on)|also read|more on this(?: story)?|more like this|related"
    r"(?: (?:stories|articles|topics|coverage))?|see also|recommended(?: for you)?|most "
    r"(?:read|popular|viewed)|"
    r"trending(?: now)?|top stories|further reading|you may also like|watch|listen|in "
    r"pictures|explained|"
    r"lesen sie (?:auch|mehr|hier|dazu)|mehr (?:zum thema|dazu|lesen)|auch interessant|"
    r"weiterlesen|das könnte sie(?: auch)? interessieren|"
    r"(?:à )?lire (?:aussi|également|plus)|voir aussi|sur le même (?:sujet|thème)|"
    r"notre dossier|pour aller plus loin|les plus lus)"
    r"(?:\s*(?:[:|>»→–-]\s*.{0,160})?|\W*)",
    re.IGNORECASE,
)
"""A whole block; a title may follow."""

NAVIGATION = re.compile(
    r"(?:share(?: (?:this|on|via|article|full article|options)\b.{0,30})?|(?:skip|jump) "
    r"to .{1,30}|menu|home|search|"
    r"log ?in|sign ?in|register|comments?(?: \(\d+\))?|\d+ comments?|copy link|print(?: "
    r"this)?|save|bookmark|"
    r"back to (?:top|home).{0,20}|close|show more|load more|view (?:all|gallery|comments)|"
    r"follow us.{0,30}|"
    r"facebook|twitter|x|whatsapp|linkedin|e-?mail|teilen|drucken|merken|kommentare?(?: \(\d+\))?|"
    r"zum (?:inhalt|anfang) .{0,20}|nach oben|startseite|anmelden|suche|partager(?: "
    r".{0,30})?|imprimer|"
    r"commentaires?(?: \(\d+\))?|accueil|rechercher|se connecter|haut de page|accept "
    r"(?:all )?cookies|"
    r"this (?:site|website) uses cookies.*|we (?:and our partners )?use cookies.*|"
    r"diese (?:seite|website) verwendet cookies.*|ce site utilise des cookies.*|"
    r"listen to this article.{0,30}|gift this article|\d+ min(?:ute)?s? read|reading time:?.{0,20}|"
    r"lesezeit:?.{0,20}|temps de lecture.{0,20}|lecture \d+ min.{0,5})\W*",
    re.IGNORECASE,
)
"""A whole block."""

FOOTER = _phrases(
    r"©\s*\d{0,4}",
    r"\(c\)\s*\d{4}",
    "copyright",
    r"all rights reserved",
    "alle rechte vorbehalten",
    "tous droits réservés",
    r"terms (?:of use|and conditions)",
    "privacy policy",
    "datenschutz",
    "impressum",
    "mentions légales",
    "cookie (?:policy|settings)",
    r"this article (?:was )?(?:first|originally) "
    r"(?:appeared|published)",
    r"this (?:article|story) (?:was|has been) (?:amended|updated|corrected|produced)",
    r"dieser (?:artikel|beitrag|text) (?:erschien|wurde)",
    r"cet article (?:a été|est paru)",
    r"(?:do you have|got) a (?:story|tip)",
    r"have you been affected",
    r"email your (?:story|views)",
    r"contact (?:the )?(?:newsroom|us) ",
    "hinweis der redaktion",
)
"""A block that begins so, or holds it where the block is short."""

CREDITS = re.compile(
    r"\(?(?:.{0,90} contributed (?:to this (?:report|story|article)|reporting)|"
    r"(?:additional )?(?:reporting|writing) (?:by|from)|edit(?:ing|ed) by|produced "
    r"by|compiled by|with (?:files|"
    r"inputs?|reporting) from|translated by|quelle:|source :|redaktion:|bearbeitet von|(?:übersetzt|aus "
    r"dem .{3,20} übersetzt) von|"
    r"mit material von|avec (?:l[’']?)?(?:afp|reuters|agences?)|traduit (?:de|par))(?!\w).{0,140}",
    re.IGNORECASE,
)
"""A whole block."""

CAPTION_CREDIT = re.compile(
    r"(?:\((?:\s*(?:photo|picture|image|foto|bild|file)\b.{0,60}|[^()]{0,50}(?:AFP|Getty|"
    r"AP|Reuters|REUTERS|EPA|dpa|DPA|"
    r"PA|Alamy|Shutterstock|imago|IMAGO|Keystone|Wire|Images|Press)\b[^()]{0,40}|"
    r"[A-ZÀ-Þ][^()\d]{2,40}/[A-ZÀ-Þ][^()\d]{1,40})\)"
    r"|(?:\b(?:Photo|Photograph|Photography|Picture|Image|Illustration|Foto|Bild|Grafik|"
    r"Crédit photo|Crédit|Photo d[’']archives)"
    r"(?: credit| by)?\s*[:©][^.]{2,70}|©\s?[A-ZÀ-Þ][^.\d]{2,60}))\s*\.?$"
)
"""The end of a block under a picture."""

BARE_CREDIT = re.compile(
    r"\(?\s?(?:photos?|photograph|picture|image|illustration|foto|bild|grafik|crédit(?: photo)?)"
    r"(?: credit| by)?\s*[:©]?\s(?:[\w’'.&-]+[ /]?){1,8}\)?\.?",
    re.IGNORECASE,
)
"""A whole block that says only who took a picture."""

GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|evening)|hallo|liebe[rs]?|guten (?:morgen|tag)|"
    r"sehr geehrte[rs]?|chers?|chères?|bonjour)\b[^.!?,;:]{0,60}[,!]",
    re.IGNORECASE,
)
"""A whole block with which a letter to readers begins."""

CONTACT = re.compile(
    r"\b(?:(?:write|e-?mail|talk) to us|e-?mail us|tell us|reach us|contact us|"
    r"schreiben sie (?:uns|an|mir)|écrivez[- ](?:nous|moi)|contactez[- ]nous)\b[^.!?]{0,40}\S@\S+\.\w",
    re.IGNORECASE,
)
"""In a block that tells readers where to write to."""

SAYS = re.compile(r"\b(?:said|says|told|sagte|sagt|erklärte|a déclaré|a dit|estime)\b")

CAPTION_START = re.compile(
    r"(?:caption|photo|picture|image|pictured|file photo|foto|bild|bildunterschrift|légende)\s?:\s",
    re.IGNORECASE,
)

BYLINE = re.compile(
    r"(?:by|von|par|text|words|author|autor|autorin|auteur|autrice|written by|story by|"
    r"reported by|interview|"
    r"(?:words|text|photographs) by|"
    r"propos recueillis par|interview:? |das (?:gespräch|interview) führte[n]?|the "
    r"conversation was held by)\s?:?\s+"
    r"(?:[A-ZÀ-Þ][\w’'.-]*+|and|und|et|de|von|van|der|la|le|&|in|for|à|at|our|the)"
    # Possessive: hyphens without end could be shared out among signs and words in countless ways.
    r"(?:[ ,|·•–-]++(?:[\wÀ-ÿ’'.@]++(?:-[\wÀ-ÿ’'.@]++)*+|&)){0,12}+\W*",
)
BYLINE_CASES = re.compile(r"(?:by|von|par|text|words|interview):?\s", re.IGNORECASE)

JOB = re.compile(
    r"[A-ZÀ-Þ][\w’'.-]+(?:\s(?:de|von|van|der|la|le)?\s?[A-ZÀ-Þ][\w’'.-]+){1,3}\s?(?:,|\||"
    r"–|-|·|•)?\s?(?:in\s[A-Z]\w+\s)?"
    r"(?:[\wÀ-ÿ&’' -]{0,40})?\b(?:correspondent|reporter|editor|columnist|writer|staff|"
    r"redakteur(?:in)?|"
    r"korrespondent(?:in)?|journaliste|correspondante?|envoyée? spéciale?|"
    r"reporterin)\b(?:\s(?:in|à|aus)\s\w+)?\W*",
)

DATE_LABEL = re.compile(
    r"(?:published|updated|last (?:updated|modified)|posted|first published|date|stand|"
    r"veröffentlicht(?: am)?|"
    r"aktualisiert(?: am)?|erstellt(?: am)?|publié(?:e)?(?: le)?|mis à jour(?: le)?|"
    r"modifié(?: le)?|le)(?![\w-])",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?:\s?(?:am|pm|a\.m\.|p\.m\.|Uhr|GMT|BST|CET|CEST|ET|EDT|EST|"
    r"UTC))*|\d+ (?:min(?:utes?)?|hours?)"
    r" (?:ago|read)|\b(?:GMT|BST|CET|CEST|ET|UTC|Uhr|à|at|um|am|den|le|on)\b",
    re.IGNORECASE,
)

DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-ÞŒ][A-ZÀ-ÞŒ.’'-]+(?:[ /,][A-ZÀ-ÞŒ][A-Za-zÀ-ÿ.’'-]*){0,4}|"
    r"[A-ZÀ-Þ][\wÀ-ÿ.-]+(?:[ /][A-ZÀ-Þ][\wÀ-ÿ.-]+){0,2})"
    r"(?P<state>, [A-Z][A-Za-z. ]{1,20}?)?(?P<date>,? "
    r"[^()–—:.]{0,28}\d{1,2}\.?[^()–—:.]{0,16})?(?P<agency> \([A-Za-zÀ-ÿ/. -]{2,30}\))?"
    r"\s?(?:—|–|--|-|:)\s+(?=[\"“„«‹A-ZÀ-Þ])"
)
"""`LONDON, 10 June (Wire) —` before an article's first words."""

APPEAL_ASKS = _phrases(
    r"your (?:support|donation|contribution|subscription|inbox|e-?mail|generosity|trial)",
    r"you can (?:help|support|donate)",
    r"(?:please )?(?:consider )?(?:support|donate|subscribe|sign up|join us|become an?)\b",
    r"(?:start|get) (?:your )?(?:free|unlimited|full)",
    r"support (?:us|our|independent|quality)",
    r"for (?:just|only|as little as) [£$€]\d",
    r"chip in",
    r"delivered (?:straight )?to",
    r"unterstützen sie",
    r"ihre (?:spende|unterstützung)",
    r"spenden sie",
    r"(?:jetzt|hier) (?:abonnieren|spenden|anmelden|testen|lesen)",
    r"abonnieren sie",
    r"melden sie sich",
    r"bestellen sie",
    r"in ihr postfach",
    r"werden sie (?:mitglied|unterstützer\w*)",
    r"soutenez",
    r"abonnez-vous",
    r"inscrivez-vous",
    r"faites un don",
    r"votre (?:don|soutien|abonnement|boîte)",
    r"s[’']abonner",
    r"je m[’']abonne",
    r"recevez",
    r"rejoignez",
)
"""Speaks to the reader, who is to give or to sign something."""

APPEAL_MEANS = _phrases(
    r"donat\w+",
    r"contribut\w+",
    r"subscri\w+",
    r"newsletters?",
    r"paywalls?",
    r"member(?:ship)?s?",
    r"free trial",
    r"sign up",
    r"[£$€]\d+(?:\.\d\d)? (?:a|per) (?:month|week|year)",
    r"supporters?",
    r"inbox",
    r"\w*spenden?",
    r"abo(?:nnement|s)?\b",
    r"probeabo\w*",
    r"mitglied\w*",
    r"postfach",
    r"dons?\b",
    r"abonn\w+",
    r"infolettre",
    r"adhér\w+",
    r"boîte mail",
    r"cancel (?:at )?any ?time",
    r"jederzeit kündbar",
    r"sans engagement",
)

APPEAL_PRESS = _phrases(
    r"(?:our|quality|independent|trusted|local|investigative) (?:journalism|reporting|"
    r"journalists|reporters|newsroom|coverage|work|news)",
    r"journalism",
    r"reporters on the ground",
    r"sending journalists",
    r"the stories that matter",
    r"top stories",
    r"breaking news",
    r"headlines",
    r"unsere (?:arbeit|redaktion|recherchen|berichterstattung)",
    r"wichtigsten nachrichten",
    r"(?:notre|un|le) (?:journalisme|rédaction|travail)",
    r"presse (?:libre|indépendante)",
    r"l[’']essentiel de l[’']actu\w*",
    r"unlimited access",
    r"full access",
    r"alle artikel",
    r"tous (?:nos|les) articles",
    r"every (?:morning|week|day|friday)",
    r"jeden (?:morgen|tag|freitag)",
    r"chaque (?:matin|semaine|jour|vendredi)",
)
