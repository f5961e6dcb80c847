/* What is copied: the link to a place, and a citation. */
const select = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
};

const copy = async (text, done, shown) => {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
    return true;
  } catch {
    // Without leave to write, what is to be copied is marked, ready for the keyboard.
    select(shown);
    announce(words.copy_by_hand);
    return false;
  }
};

/* One button for all places, so that nobody has to pass by a hundred: it stands at the end of the place that
   is pointed at, touched or holds the focus. A heading that holds nothing to focus leads to itself. */
part("link[rel=canonical]", (canonical) => {
  const places = "article :is(p, h2, h3)[id], :is(.events, .passages) > li[id]";
  for (const heading of document.querySelectorAll("article :is(h2, h3)[id]")) {
    if (!heading.querySelector("a")) heading.append(make("a", { href: `#${heading.id}` }, ...heading.childNodes));
  }
  let place = null;
  const link = button("copy", "", async () => {
    if (!(await copy(`${canonical.href}#${place.id}`, words.copied_link, place))) return;
    link.classList.add("is-done");
    setTimeout(() => link.classList.remove("is-done"), 1500);
  });
  const come = ({ target }) => {
    const here = target.closest(places);
    if (!here || here === place || link.matches(":focus-visible")) return;
    place?.classList.remove("has-copy");
    place = here;
    const title = place.matches("p") ? null : (place.querySelector("h3, .place") ?? place);
    link.setAttribute("aria-label", title ? say(words.copy_heading, { name: title.textContent.trim() }) : words.copy_paragraph);
    link.classList.remove("is-done");
    place.classList.add("has-copy");
    place.append(link);
  };
  document.addEventListener("pointerover", come);
  document.addEventListener("focusin", come);
});
