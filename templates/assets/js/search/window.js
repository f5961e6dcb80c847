/* The window over the page: a field, what was found by kind, and the keys to get there. */
const field = make("input", {
  type: "search",
  role: "combobox",
  autocomplete: "off",
  spellcheck: false,
  placeholder: words.search_hint,
  "aria-label": words.search_label,
  "aria-expanded": false,
  "aria-controls": "found",
  "aria-autocomplete": "list",
});
const found = make("div", { id: "found", class: "found", role: "listbox", "aria-label": words.search_results });
const told = make("p", { class: "search-told", role: "status" });
const closing = button("quiet", words.close, () => searching.close());
const searching = make(
  "dialog",
  { class: "search", "aria-label": words.search_label },
  make("div", { class: "ask" }, field, closing),
  told,
  found,
);
document.body.append(searching);

const openSearch = () => {
  if (searching.open) return;
  searching.showModal();
  const asked = document.querySelector(".search-here input");
  if (!asked?.value) return field.select();
  field.value = asked.value;
  asked.value = "";
  field.dispatchEvent(new Event("input"));
};

const options = () => [...found.querySelectorAll("[role=option]")];
let chosen = -1;
const choose = (number) => {
  const all = options();
  for (const one of all) one.setAttribute("aria-selected", false);
  chosen = all.length ? (number + all.length) % all.length : -1;
  const option = all[chosen];
  if (!option) return field.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", true);
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
};

const option = (href, name, hint, mark, ...excerpt) => {
  const made = make("a", { role: "option", tabindex: -1, href }, make("b", {}, name));
  if (hint) made.append(" ", make("span", { class: "meta" }, hint));
  if (mark) made.append(" ", make("span", { class: "later-mark" }, mark));
  if (excerpt.length) made.append(" ", make("span", { class: "excerpt" }, ...excerpt));
  return made;
};
const group = (id, label, list) => {
  const title = make("p", { id: `found-${id}`, class: "kind" }, label);
  return make("div", { role: "group", "aria-labelledby": title.id }, title, ...list);
};

const MOST_OF_A_KIND = 6;
const byKind = (list) =>
  [...new Set(list.map((entry) => entry.kind))].map((kind) => {
    const all = list.filter((entry) => entry.kind === kind).slice(0, MOST_OF_A_KIND);
    return group(kind, all[0].label, all.map(({ href, name, hint, mark }) => option(new URL(href, site), name, hint, mark)));
  });

const pathOf = (address) => new URL(address, site).pathname;
const kindAt = new Map(entries.map((entry) => [pathOf(entry.href), entry.label]));
const kindOf = (page) => kindAt.get(pathOf(page.url)) ?? "";
// An event is a place on a page that holds others, so its mark is not the page's.
const markAt = new Map(entries.filter(({ href }) => !href.includes("#")).map(({ href, mark }) => [pathOf(href), mark]));
/* Kinds in the order of their best page, and pages of a kind in the order the index gave them. */
const inText = (pages) =>
  [...new Set(pages.map(kindOf))].map((kind, number) => {
    const list = pages.filter((page) => kindOf(page) === kind).map((page) => {
      const best = page.sub_results?.[0] ?? page;
      return option(best.url, page.meta.title, "", markAt.get(pathOf(page.url)), ...excerptOf(best.excerpt));
    });
    return group(`text-${number}`, [words.search_text, kind].filter(Boolean).join(" · "), list);
  });

const show = (groups, isDone) => {
  found.replaceChildren(...groups);
  options().forEach((one, number) => (one.id = `found-${number}`));
  const count = options().length;
  field.setAttribute("aria-expanded", count > 0);
  choose(Math.max(0, Math.min(chosen, count - 1)));
  if (!field.value.trim()) told.textContent = isServed ? "" : words.search_only_names;
  else if (count) told.textContent = say(words.search_found, { number: count });
  else told.textContent = isDone ? words.search_none : words.search_loading;
};

let asking = 0;
let waiting = 0;
field.addEventListener("input", () => {
  const typed = field.value;
  const mine = ++asking;
  const named = namesFor(typed);
  chosen = 0;
  clearTimeout(waiting);
  show(byKind(named), !isServed);
  if (!isServed) return;
  // Names come at once; the text is asked when the typing rests.
  waiting = setTimeout(async () => {
    const pages = await textFor(typed).catch(() => []);
    if (mine === asking) show([...byKind(named), ...inText(pages)], true);
  }, 150);
});
searching.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // Enter and arrows choose among characters then.
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen - 1);
  else if (event.key === "Enter" && document.activeElement === field) options()[chosen]?.click();
  else return;
  event.preventDefault();
});
searching.addEventListener("click", (event) => {
  if (event.target === searching || event.target.closest("[role=option]")) searching.close();
});
show([], true);
