"""Words that stand in every text, whatever it is about: English, German, French."""

FUNCTION_WORDS = frozenset(
    "of in on at to and or for from by with as than that which who whose were was is are "
    "had has have the a an this per "
    "after before since until when while but so not out into more less it he she they we "
    "you if between during over under "
    "through against about around along ago each every will would could can may might "
    "must should did do does be been "
    "von vom im in am auf aus bei mit nach zu zum zur und oder als der die das den dem "
    "des ein eine war waren ist sind hat "
    "haben hatte hatten wurde wurden werden für um bis seit vor gegen pro je ab an wie nicht mehr "
    "de du des et ou à au aux en dans sur pour par avec sans que qui le la les un une "
    "est sont a ont était étaient avait "
    "contre entre depuis selon plus moins mais pas ne se s ce cette".split()
)
