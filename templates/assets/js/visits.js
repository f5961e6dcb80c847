/* What has changed since this browser was last here. */
part(".section-list li[data-updated]", (entry) => {
  const seen = kept.get("seen")?.[entry.dataset.section];
  if (seen === undefined) return;
  const isNewer = entry.dataset.updated !== seen;
  const text = isNewer ? words.changed_since : words.read_already;
  entry.querySelector(".meta").append(" · ", make("span", { class: isNewer ? "is-new" : "" }, text));
}, true);

part("article[data-section]", (article) => {
  const seen = kept.get("seen") ?? {};
  const { section, updated } = article.dataset;
  if (section in seen && seen[section] !== updated) {
    article.querySelector(".head .meta").append(" · ", make("span", { class: "is-new" }, words.changed_since));
  }
  kept.set("seen", { ...seen, [section]: updated });
}, true);
