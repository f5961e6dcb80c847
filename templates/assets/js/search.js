/* Search opens over the page by its link, `/` or Ctrl-K; what it needs is loaded then. */

// The one policy the page allows: scripts come from this site, whoever asks for them.
self.trustedTypes?.createPolicy("default", {
  createScriptURL(address) {
    if (new URL(address, document.baseURI).href.startsWith(site)) return address;
    throw new TypeError(`a script from elsewhere: ${address}`);
  },
});

part(".search-link", (link) => {
  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = make("script", {});
      script.async = false; // the second knows what the first says
      script.onload = resolve;
      script.onerror = reject;
      script.src = `${site}assets/${name}.js`;
      document.head.append(script);
    });
  let loaded = null;
  const open = async () => {
    loaded ??= Promise.all([load("names"), load("search")]);
    try {
      await loaded;
      openSearch();
    } catch {
      location.href = link.href;
    }
  };
  link.setAttribute("aria-keyshortcuts", "/ Control+K");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  onKey("/", open);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
});
