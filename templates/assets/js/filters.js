/* A list narrowed by what its entries say of themselves; the choice stands in the address. */
part("form.filters", (form) => {
  const choices = [...form.querySelectorAll("select")];
  const entries = [...document.querySelectorAll(form.dataset.entries)];
  const groups = [...document.querySelectorAll(".era")];
  const count = form.querySelector("output");
  const values = (entry, name) => (entry.dataset[name] ?? "").split("|");
  const narrow = () => {
    const chosen = choices.filter((choice) => choice.value);
    for (const entry of entries) {
      const isOut = !chosen.every((choice) => values(entry, choice.name).includes(choice.value));
      if (entry.hidden !== isOut) entry.hidden = isOut;
    }
    for (const group of groups) group.hidden = !group.querySelector("li[id]:not([hidden])");
    const shown = entries.filter((entry) => !entry.hidden).length;
    count.textContent = say(words.shown_of, { number: shown, total: entries.length });
  };
  const remember = () => {
    const address = new URL(location.href);
    for (const { name, value } of choices) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    try {
      history.replaceState(null, "", address);
    } catch {} // From a folder some browsers allow no change of the address.
  };
  const given = new URLSearchParams(location.search);
  for (const choice of choices) {
    const value = given.get(choice.name);
    if ([...choice.options].some((option) => option.value === value)) choice.value = value;
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    narrow();
    remember();
  });
  // A link to an entry that is filtered out would lead nowhere.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("[hidden]")) return;
    form.reset();
    narrow();
    remember();
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  narrow();
  reveal();
  form.classList.add("is-ready");
}, location.search || location.hash);
