/* How much of a section is shown: in brief, its text, or everything with sources and numbers. */
part(".reading", (bar) => {
  const choices = ["brief", "text", "everything"].map((depth) => {
    const choice = button("", words[`depth_${depth}`], () => {
      set(depth);
      kept.set("depth", depth);
    });
    choice.dataset.depth = depth;
    return choice;
  });
  const set = (depth) => {
    root.dataset.depth = depth;
    for (const choice of choices) choice.setAttribute("aria-pressed", choice.dataset.depth === depth);
    for (const details of document.querySelectorAll("article details")) details.open = depth === "everything";
    showNotes(depth === "everything" ? "all" : "");
  };
  const group = make("div", { role: "group", "aria-label": words.depth }, ...choices);
  bar.prepend(group);
  for (const choice of choices) choice.setAttribute("aria-pressed", choice.dataset.depth === "text");
  // As it was in the section read before; but who follows a link to a place wants to see it.
  const before = kept.get("depth");
  if (["brief", "everything"].includes(before) && !location.hash) {
    addEventListener("DOMContentLoaded", () => set(before));
  }
  // A link into the text leads nowhere while the text is folded.
  const unfold = (hash) => {
    const place = document.getElementById(hash.slice(1));
    if (root.dataset.depth !== "brief" || !place || place.getClientRects().length) return;
    set("text");
    place.scrollIntoView();
  };
  addEventListener("hashchange", () => unfold(location.hash));
  // The address does not change when a link is followed for the second time.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href*='#']");
    if (link && link.hash === location.hash && !event.defaultPrevented) unfold(link.hash);
  });
}, true);
