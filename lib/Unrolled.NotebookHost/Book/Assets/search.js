// Search over the whole book, without a server: the index is a script beside this one, read when the search is opened.
"use strict";

(() => {
  const root = document.currentScript.dataset.root;
  const SHOWN = 30, IN_HEADING = 8, FREQUENT = 2.5, ONCE = 1;
  const CHINESE = /[\u3400-\u9fff]/;
  let dialog, input, list, status, words;

  // The rules by which SearchIndex.cs parts texts into words; the last word of a question may be the beginning of one.
  function wordsOf(text) {
    const found = [];
    for (const [run] of text.toLowerCase().matchAll(/[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}_])+/gu)) {
      if (!CHINESE.test(run[0])) found.push(run);
      else for (let i = 0; i < Math.max(1, run.length - 1); i++) found.push(run.slice(i, i + 2));
    }
    return found;
  }

  function load() {
    if (window.bookSearchIndex) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}assets/search-index.js`;
      script.onload = resolve;
      script.onerror = () => reject(new Error("The search index could not be read."));
      document.head.append(script);
    });
  }

  function postings(text) {
    let section = 0;
    return text.split(",").map((item) => {
      section += parseInt(item, 10);
      return [section, item.endsWith("!") ? IN_HEADING : item.endsWith("*") ? FREQUENT : ONCE];
    });
  }

  // Rare words count more; every word of the question must be there.
  function search(question) {
    const { sections } = window.bookSearchIndex;
    words ??= window.bookSearchIndex.words.split("\n").map((line) => line.split(" "));
    const asked = wordsOf(question);
    let scores = null;
    asked.forEach((word, i) => {
      const matches = words.filter(([known]) => i === asked.length - 1 ? known.startsWith(word) : known === word);
      const found = new Map();
      for (const [known, text] of matches) {
        const places = postings(text), rarity = Math.log(1 + sections.length / places.length);
        for (const [section, weight] of places) {
          const score = weight * rarity * (known === word ? 1 : 0.5);
          found.set(section, Math.max(found.get(section) ?? 0, score));
        }
      }
      scores = scores === null ? found : new Map([...scores]
        .filter(([section]) => found.has(section))
        .map(([section, score]) => [section, score + found.get(section)]));
    });
    return [...scores ?? []].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([section]) => sections[section]);
  }

  // What is typed before the index has come is searched for when it comes.
  function show() {
    const asked = window.bookSearchIndex ? input.value.trim() : "";
    const found = asked === "" ? [] : search(asked);
    list.replaceChildren(...found.slice(0, SHOWN).map(([page, anchor, heading, chapter, excerpt]) => {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = root + page.split("/").map(encodeURIComponent).join("/") + (anchor ? `#${anchor}` : "");
      link.append(element("strong", heading), element("span", heading === chapter ? "" : chapter), element("small", excerpt));
      item.append(link);
      return item;
    }));
    status.textContent = asked === ""
      ? "Words, terms, names from code; 中文也可以。"
      : found.length === 0 ? "Nothing has all of these words." : found.length === 1 ? "1 section" : `${found.length} sections`;
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function build() {
    dialog = document.createElement("dialog");
    dialog.className = "search";
    dialog.ariaLabel = "Search the book";
    input = Object.assign(document.createElement("input"), { type: "search", ariaLabel: "Search for", autocomplete: "off" });
    status = element("p", "");
    status.setAttribute("role", "status");
    list = document.createElement("ol");
    const close = Object.assign(element("button", "Close"), { type: "button", onclick: () => dialog.close() });
    const bar = element("div", "");
    bar.append(input, close);
    dialog.append(bar, status, list);
    document.body.append(dialog);
    input.addEventListener("input", show);
    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
  }

  // Up and down move through what was found; Enter in the field opens the first.
  function move(event) {
    const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (event.key === "Enter" && event.target === input) links[0]?.click();
    else if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (at <= 0 ? input : links[at - 1]).focus();
    else return;
    event.preventDefault();
  }

  async function open() {
    if (!dialog) build();
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    try {
      await load();
      show();
    } catch (problem) {
      status.textContent = problem.message;
    }
  }

  document.querySelector('[data-tool="search"]').addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
})();
