/* The field on the search's own page; what is typed there goes on in the window. */
part(".search-here", (place) => {
  const field = make("input", { type: "search", placeholder: words.search_hint, "aria-label": words.search_label });
  field.addEventListener("input", () => document.querySelector(".search-link").click());
  place.append(field);
});
