/* The three forms of a page's citation, each to be copied. */
part(".cite-page", (cite) => {
  for (const form of cite.querySelectorAll(".plain, pre")) {
    const name = form.dataset.form;
    form.after(button("quiet", say(words.copy_form, { name }), () => copy(form.textContent, words.copied_citation, form)));
  }
});
