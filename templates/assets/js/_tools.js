/* What the behaviours share. Each is a `part` and a task of its own, so that a tap waits for one of them
   and not for all. One that fails leaves its page and the others alone. */
const site = new URL("../", document.currentScript.src).href;
const root = document.documentElement;
const isNarrow = matchMedia("(max-width: 61.99rem)");

const part = (selector, behave, isUrgent) => {
  const run = () => {
    for (const found of document.querySelectorAll(selector)) {
      try {
        behave(found);
      } catch (error) {
        reportError(error);
      }
    }
  };
  // At once where it changes what is on the page, which nobody should see happen.
  if (isUrgent) run();
  else setTimeout(run);
};

const make = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const button = (className, text, act) => {
  const made = make("button", { type: "button", class: className }, text);
  made.addEventListener("click", act);
  return made;
};

const say = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

/* Kept in this browser and sent nowhere; where storage is blocked, nothing is kept and nothing said. */
const kept = {
  get(name) {
    try {
      return JSON.parse(localStorage.getItem(site + name));
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(site + name, JSON.stringify(value));
    } catch {}
  },
};

/* Single keys can be switched off, since speech input types them by mistake (WCAG 2.1.4). */
const onKey = (key, act) =>
  document.addEventListener("keydown", (event) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (kept.get("keys") === false || event.target.closest("input, select, textarea, dialog")) return;
    event.preventDefault();
    act();
  });

const status = make("p", { class: "spoken", role: "status" });
const announce = (text) => {
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = text));
};
part("main", (main) => main.append(status));
