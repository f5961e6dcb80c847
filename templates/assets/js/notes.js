/* Source notes: `s` shows and hides them all; a number opens its own, where the text is narrow in place. */
const showNotes = (which) => {
  root.dataset.notes = which;
  tellNotes();
};
const areNotesShown = () => root.dataset.notes === "all" || (!root.dataset.notes && !isNarrow.matches);
const tellNotes = () => document.querySelector(".notes-toggle")?.setAttribute("aria-pressed", areNotesShown());

part("main", (main) => {
  if (!main.querySelector("aside.note")) return;
  const toggle = () => {
    const isHiding = areNotesShown();
    showNotes(isHiding ? "none" : "all");
    announce(isHiding ? words.notes_hidden : words.notes_shown);
  };
  onKey("s", toggle);
  const all = button("notes-toggle", words.notes, toggle);
  all.setAttribute("aria-keyshortcuts", "s");
  document.querySelector(".reading")?.append(all);
  tellNotes();
  isNarrow.addEventListener("change", () => {
    tellNotes();
    for (const cite of main.querySelectorAll("a.cite[aria-expanded=true]")) fold(cite);
  });

  const fold = (cite) => {
    cite.note?.remove();
    cite.setAttribute("aria-expanded", false);
    document.getElementById(cite.hash.slice(1)).classList.remove("is-open");
  };
  const openInPlace = (cite, note) => {
    const open = note.cloneNode(true);
    open.removeAttribute("id");
    open.classList.add("is-open");
    open.querySelector(".back")?.remove();
    const block = cite.closest("p, li, dd, td, th, figcaption, blockquote");
    const close = button("quiet", words.close, () => {
      fold(cite);
      cite.focus();
    });
    open.append(close);
    cite.note = open;
    if (block.matches("p")) block.after(open);
    else block.append(open);
  };
  main.addEventListener("click", (event) => {
    const cite = event.target.closest("a.cite");
    const note = cite && document.getElementById(cite.hash.slice(1));
    if (!note?.matches("aside") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isInPlace = isNarrow.matches && root.dataset.notes !== "all";
    if (root.dataset.notes === "none" && !isNarrow.matches) showNotes("");
    event.preventDefault();
    const isOpening = cite.getAttribute("aria-expanded") !== "true";
    cite.setAttribute("aria-expanded", isOpening);
    cite.note?.remove();
    if (isInPlace) {
      if (isOpening) openInPlace(cite, note);
      return;
    }
    note.classList.toggle("is-open", isOpening);
    if (isOpening) note.scrollIntoView({ block: "nearest" });
  });
});
