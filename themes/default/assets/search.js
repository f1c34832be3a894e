/* The search page: what is typed is looked up at once (search-engine.js), results are a plain list of links below the
   field, and the query stays in the address. What the search knows is one script beside the pages, for a page that was
   opened from a disk may load that and nothing else; both are fetched when the field is used or the address asks. */
(function () {
  "use strict";

  /* What fits on a screen is drawn at once, so that an old phone keeps up with a person who types; the rest of a step
     of results follows when that is painted. */
  const FIRST = 5;
  const STEP = 20;
  /* Long enough for a person who types not to be interrupted by their screen reader, or to fill the history. */
  const PAUSE = 500;

  const part = document.querySelector("[data-search]");
  if (!part) return;
  const find = (name) => part.querySelector(`[data-search-${name}]`);
  const form = part.querySelector("form");
  const field = form.elements.q;
  const status = find("status");
  const summary = find("summary");
  const list = find("results");
  const more = find("more");
  const nothing = find("nothing");
  const some = find("some");
  const words = part.dataset;
  const title = document.title;

  let engine;
  let found = { pages: [] };
  let shown = 0;
  let resting;

  for (const each of document.querySelectorAll("[data-noscript-only]")) each.hidden = true;
  for (const each of document.querySelectorAll("[data-script-only]")) each.hidden = false;

  const asked = () => field.value.trim();
  /* One letter is too little to look for; a number is a reference. */
  const isEnough = (query) => query.length > 1 || /\d/.test(query);
  const inAddress = () => new URLSearchParams(location.search).get("q") || "";

  /** A sentence of the page with its places filled. */
  function say(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
  }

  /** The heading of the results; without a query there is none. */
  function summarise(sentence) {
    summary.textContent = sentence;
    summary.hidden = !sentence;
  }

  /** Fetches how to search and what the search knows, once. */
  function load() {
    if (load.begun) return;
    load.begun = true;
    Promise.all([words.engine, words.search].map(fetchScript)).then(
      () => {
        engine = window.boardplanSearch.open(window.boardplanSearchIndex);
        show();
        announce();
      },
      () => {
        load.begun = false;
        summarise(words.failed);
        status.textContent = words.failed;
        find("elsewhere").hidden = false;
      },
    );
  }

  function fetchScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  /** Shows the results for what stands in the field. */
  function show() {
    const query = isEnough(asked()) ? asked() : "";
    if (query && !engine) {
      load();
      summarise(words.loading);
      return;
    }
    found = query ? engine.find(query) : { pages: [] };
    shown = 0;
    list.replaceChildren();
    draw(FIRST);
    if (shown < found.pages.length) drawRest();
    const number = found.pages.length;
    summarise(query ? say(number > 0 ? words.found : words.none, { query, number }) : "");
    some.hidden = number === 0 || found.hasAll;
    nothing.hidden = !query || number > 0;
    find("elsewhere").hidden = nothing.hidden;
  }

  /** Draws the rest of the first step after the next painted frame, unless another key was quicker. */
  function drawRest() {
    const these = found;
    requestAnimationFrame(() => setTimeout(() => found === these && draw(STEP - shown)));
  }

  /** Adds the next results, and gives the first of them. */
  function draw(number) {
    const next = found.pages.slice(shown, shown + number).map(result);
    list.append(...next);
    shown += next.length;
    list.hidden = shown === 0;
    more.hidden = shown >= found.pages.length || shown < STEP;
    return next[0];
  }

  function result(page) {
    const { pages } = engine.index;
    const item = find("result").content.firstElementChild.cloneNode(true);
    const [link, where, about, rest] = item.children;
    link.href = pages.addresses[page];
    fill(link, pages.names[page]);
    fill(about, pages.abouts[page]);
    const above = [];
    for (let at = pages.parents[page]; at > 0; at = pages.parents[at - 1]) above.unshift(pages.names[at - 1]);
    where.textContent = [pages.kinds[pages.kind[page]], above.join(" › ")].filter(Boolean).join(": ");
    const inText = engine.wordsInText(page, found);
    rest.hidden = inText.length === 0;
    fill(rest.lastElementChild, inText.join(", "));
    for (const [language, those] of Object.entries(pages.languages)) {
      if (!those.includes(page)) continue;
      link.hreflang = language;
      for (const each of [link, about, rest.lastElementChild]) each.lang = language;
    }
    return item;
  }

  /** Puts a text into an element, the words that were looked for marked. */
  function fill(element, text) {
    element.hidden = !text;
    element.replaceChildren();
    // What stands between two marks is one text: a page of single words takes long to lay out and to paint.
    let plain = "";
    for (const piece of text.split(/([\p{L}\p{N}\p{M}]+(?:[.'\u2019][\p{L}\p{N}\p{M}]+)*)/u)) {
      if (!piece || !engine.isFound(piece, found)) {
        plain += piece;
        continue;
      }
      if (plain) element.append(plain);
      element.appendChild(document.createElement("mark")).textContent = piece;
      plain = "";
    }
    if (plain) element.append(plain);
  }

  /** Says the number of results to those who do not see them. */
  function announce() {
    status.textContent = summary.textContent;
    document.title = asked() ? `${asked()} – ${title}` : title;
  }

  /** Puts the query into the address: typing on changes it, a search after a rest is a new step back. */
  function remember() {
    clearTimeout(resting);
    if (asked() === inAddress()) return;
    const address = new URL(location.href);
    address.search = asked() ? new URLSearchParams({ q: asked() }) : "";
    address.hash = "";
    const isTyping = history.state && history.state.typing;
    history[isTyping ? "replaceState" : "pushState"]({ typing: true }, "", address);
  }

  /** Ends a search: the next one is a new step back. */
  function finish() {
    remember();
    history.replaceState({ typing: false }, "");
  }

  function fromAddress() {
    field.value = inAddress();
    show();
    announce();
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", () => {
    show();
    clearTimeout(resting);
    resting = setTimeout(() => {
      remember();
      announce();
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    finish();
    // Told again, though nothing changed: the reader asked.
    status.textContent = "";
    setTimeout(announce, 50);
  });
  more.addEventListener("click", () => draw(STEP).querySelector("a").focus());
  list.addEventListener("click", finish);
  window.addEventListener("popstate", fromAddress);

  fromAddress();
})();
