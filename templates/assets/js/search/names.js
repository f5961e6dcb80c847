/* The names that fit what was typed: every word of it is in the name, its other names or its hint. */
const whole = { ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i" };
const folded = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßœæøłđı]/g, (letter) => whole[letter]);

const entries = names.flatMap(([kind, label, list]) =>
  list.map(([name, href, hint, also, mark]) => {
    const called = ` ${folded(name)}`;
    const others = folded(also).split(", ");
    return { kind, label, name, href, hint, mark, called, others, whole: `${called} ${folded(also)} ${folded(hint)}` };
  }),
);

const fits = (text, word) =>
  text.includes(` ${word}`) || text.includes(`-${word}`) || (word.length > 3 && text.includes(word));

/* Lower is better: the name itself, another name, its beginning, words of it. */
const rank = (entry, asked, all) => {
  if (entry.called === ` ${asked}`) return 0;
  if (entry.others.includes(asked)) return 1;
  if (entry.called.startsWith(` ${asked}`)) return 2;
  return all.every((word) => fits(entry.called, word)) ? 3 : 4;
};

const namesFor = (typed) => {
  const asked = folded(typed.trim());
  const all = asked.split(/\s+/).filter(Boolean);
  if (!all.length) return [];
  return entries
    .filter((entry) => all.every((word) => fits(entry.whole, word)))
    .map((entry) => ({ entry, at: rank(entry, asked, all) }))
    .sort((one, other) => one.at - other.at || one.entry.name.length - other.entry.name.length)
    .map(({ entry }) => entry);
};
