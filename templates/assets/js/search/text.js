/* The text, searched by Pagefind, where the site is served and its text was indexed. */
const isServed = hasText && location.protocol !== "file:";
let index = null;

const textFor = async (typed) => {
  if (!isServed || typed.trim().length < 2) return [];
  index ??= import(`${site}pagefind/pagefind.js`).then(async (pagefind) => {
    await pagefind.options({ baseUrl: new URL(site).pathname, excerptLength: 18 });
    return pagefind;
  });
  const found = await (await index).search(typed);
  return Promise.all(found.results.slice(0, 8).map((result) => result.data()));
};

const signs = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#x27": "'" };
const plain = (text) => text.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (_, sign) => signs[sign]);

/* An excerpt as text and marks, made one by one: nothing of it is read as markup. */
const excerptOf = (html) =>
  html.split(/(<mark>.*?<\/mark>)/s).map((piece) => {
    const marked = /^<mark>(.*)<\/mark>$/s.exec(piece);
    return marked ? make("mark", {}, plain(marked[1])) : plain(piece);
  });
