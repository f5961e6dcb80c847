/* The contents beside a text mark the part that is being read. */
part(".on-this-page", (contents) => {
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  let here = null;
  const mark = () => {
    // What is folded away stands nowhere.
    const passed = headings.filter((heading) => heading.offsetParent && heading.getBoundingClientRect().top < innerHeight / 3);
    const link = links[passed.length - 1] ?? null;
    if (link === here) return;
    here?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    here = link;
  };
  // A heading that crosses the upper third changes what is being read; nothing runs in between.
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  headings.forEach((heading) => observer.observe(heading));
});
