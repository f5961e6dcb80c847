/* A link to every paragraph and heading, copied by the button beside it. */
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

part("link[rel=canonical]", (canonical) => {
  const places = "article :is(p, h2, h3)[id], .events > li[id] h3, .passages > li[id] .place";
  const add = (place) => {
    const id = place.closest("[id]").id;
    const isHeading = place.matches("h2, h3, h4");
    const name = isHeading ? say(words.copy_heading, { name: place.textContent.trim() }) : words.copy_paragraph;
    const link = button("copy", "", async () => {
      if (!(await copy(`${canonical.href}#${id}`, words.copied_link, place))) return;
      link.classList.add("is-done");
      setTimeout(() => link.classList.remove("is-done"), 1500);
    });
    link.setAttribute("aria-label", name);
    place.classList.add("has-copy");
    place.append(link);
  };
  // A few at a time, when the browser has nothing else to do: nobody copies in the first moment.
  const waiting = [...document.querySelectorAll(places)];
  const addSome = () => {
    waiting.splice(0, 10).forEach(add);
    if (waiting.length) soon(addSome);
  };
  const soon = self.requestIdleCallback ?? setTimeout;
  soon(addSome);
});
