/* A term's meaning, shown where the term stands: by hover, focus or a first tap. */
part("main", (main) => {
  const card = make("div", { class: "card", id: "card", popover: "manual" });
  if (!card.showPopover || !main.querySelector("[data-card]")) return;
  main.append(card);
  let link = null;
  let timer = 0;
  let pointer = "";

  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const hide = () => {
    clearTimeout(timer);
    if (!link) return;
    link.removeAttribute("aria-describedby");
    link = null;
    card.hidePopover();
  };
  const fill = (meaning) => {
    const entry = meaning.querySelector("dt a");
    const text = meaning.querySelector("dd").cloneNode(true);
    for (const inner of text.querySelectorAll("[id], [data-card]")) {
      inner.removeAttribute("id");
      inner.removeAttribute("data-card");
    }
    const said = make("div", { id: "card-text" }, ...text.childNodes);
    const more = make("a", { href: entry.href }, say(words.card_more, { name: entry.textContent }));
    const off = button("", words.cards_off, () => {
      kept.set("cards", false);
      hide();
      announce(words.cards_are_off);
      document.dispatchEvent(new Event("switched"));
    });
    card.replaceChildren(make("p", { class: "card-name" }, entry.textContent), said, make("p", { class: "card-foot" }, more, off));
  };
  const place = () => {
    const line = link.getClientRects()[0];
    const room = root.clientWidth - card.offsetWidth - 8;
    const isBelow = line.bottom + card.offsetHeight + 12 < innerHeight || line.top < card.offsetHeight + 12;
    const top = isBelow ? line.bottom + 6 : line.top - card.offsetHeight - 6;
    card.style.left = `${Math.max(8, Math.min(line.left, room)) + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };
  const show = (term) => {
    clearTimeout(timer);
    const meaning = document.getElementById(`card-${term.dataset.card}`);
    if (term === link || !meaning || kept.get("cards") === false) return term === link;
    hide();
    link = term;
    fill(meaning);
    card.showPopover();
    place();
    link.setAttribute("aria-describedby", "card-text");
    return true;
  };
  const termOf = (event) => event.target.closest?.("a[data-card]");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const term = termOf(event);
    if (term) later(() => show(term), term === link ? 0 : 500);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (link !== document.activeElement) later(hide, 300);
  });
  addEventListener("resize", () => link && place());
  document.addEventListener("focusin", (event) => {
    const term = termOf(event);
    if (term?.matches(":focus-visible")) show(term);
    else if (link && !card.contains(event.target)) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (link && !card.contains(event.target) && termOf(event) !== link) hide();
  });
  document.addEventListener("click", (event) => {
    const term = termOf(event);
    if (term && pointer === "touch" && term !== link && show(term)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    pointer = "";
    if (event.key !== "Escape" || !link) return;
    const term = link;
    const wasInside = card.contains(document.activeElement);
    hide();
    if (wasInside) term.focus({ focusVisible: false });
  });
});
