// What a page does beyond showing itself. Without scripts everything stays readable.
"use strict";

function renderFormulas() {
  if (!window.katex)
    return;
  for (const element of document.querySelectorAll(".math"))
    katex.render(element.textContent, element, {
      displayMode: element.classList.contains("display"),
      throwOnError: false,
      strict: "ignore",
    });
}

function addCopyButtons() {
  for (const block of document.querySelectorAll("pre.code")) {
    const frame = document.createElement("div");
    frame.className = "code-frame";
    block.replaceWith(frame);
    frame.append(block, copyButton(block));
  }
}

function copyButton(block) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(block);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  return button;
}

// Beside the text the contents are always open, above it they open on demand.
function foldContents() {
  const contents = document.querySelector("details.contents");
  const wide = matchMedia("(min-width: 64rem)");
  const apply = () => {
    contents.open = wide.matches;
    if (wide.matches)
      contents.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  };
  wide.addEventListener("change", apply);
  apply();
  // Above the text they lie over it: they close when a section is chosen, and with Escape.
  const close = () => { if (!wide.matches) contents.open = false; };
  contents.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
}

function followReading() {
  const links = new Map();
  for (const link of document.querySelectorAll(".sections a"))
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  if (headings.length === 0)
    return;
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
    const current = passed.at(-1)?.id;
    for (const [id, link] of links)
      link.toggleAttribute("data-current", id === current);
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting)
      return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
}

function chooseColours() {
  const button = document.querySelector('[data-tool="theme"]');
  const root = document.documentElement;
  const choices = [["", "◐", "as the system"], ["light", "☀", "light"], ["dark", "☾", "dark"]];
  const show = () => {
    const [, icon, name] = choices.find(([theme]) => theme === (root.dataset.theme ?? ""));
    button.textContent = icon;
    button.ariaLabel = `Colours: ${name}`;
    button.title = button.ariaLabel;
  };
  button.addEventListener("click", () => {
    const at = choices.findIndex(([theme]) => theme === (root.dataset.theme ?? ""));
    const [theme] = choices[(at + 1) % choices.length];
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    keep("book-theme", theme);
    show();
  });
  show();
}

function keep(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

// Left and right lead to the neighbours, where no control and nothing that scrolls has the focus.
function turnPages() {
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented)
      return;
    const relation = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (!relation || event.target.closest("input, textarea, select, button, [tabindex='0'], [contenteditable], dialog"))
      return;
    document.querySelector(`.neighbours a[rel="${relation}"]`)?.click();
  });
}

// One switch for all code that is folded on the page.
function unfoldCode() {
  const folded = [...document.querySelectorAll(".hidden-source")];
  const title = document.querySelector("main h1");
  if (folded.length === 0 || !title)
    return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "all-code";
  const show = (open) => {
    folded.forEach((details) => { details.open = open; });
    button.textContent = open ? "Fold the code that only draws" : "Show all code";
    button.setAttribute("aria-pressed", String(open));
  };
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-pressed") !== "true";
    keep("book-all-code", open ? "yes" : "");
    show(open);
  });
  title.after(button);
  show(kept("book-all-code") === "yes");
}

// A link to something inside of folded code opens it, and so does printing.
function unfoldForReaders() {
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target || null; at; at = at.parentElement)
      if (at.localName === "details") at.open = true;
  };
  addEventListener("hashchange", open);
  open();
}

// The note of a term opens beside it, also when a mouse rests on it.
function explainTerms() {
  const DELAY = 250, GAP = 6;
  for (const term of document.querySelectorAll(".term")) {
    const note = document.getElementById(term.getAttribute("popovertarget"));
    let waiting = 0;
    note.addEventListener("toggle", () => {
      if (!note.matches(":popover-open"))
        return;
      const at = term.getBoundingClientRect(), box = note.getBoundingClientRect();
      const below = at.bottom + GAP + box.height < innerHeight;
      note.style.inset = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - box.height)}px auto auto `
        + `${Math.max(GAP, Math.min(at.left, innerWidth - box.width - GAP))}px`;
    });
    const later = (action) => { clearTimeout(waiting); waiting = setTimeout(action, DELAY); };
    const close = () => later(() => { if (note.matches(":popover-open")) note.hidePopover(); });
    for (const part of [term, note]) {
      part.addEventListener("pointerenter", (event) => {
        if (event.pointerType === "mouse")
          later(() => { if (!note.matches(":popover-open")) note.showPopover(); });
      });
      part.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") close(); });
    }
    addEventListener("scroll", () => { if (note.matches(":popover-open")) note.hidePopover(); }, { passive: true });
  }
}

// A drawing that is wider than the page keeps letters that can be read, and is moved sideways.
function keepLettersReadable() {
  const LEAST = 9;
  const fit = (svg) => {
    if (svg.closest("[data-upgraded]") || !svg.checkVisibility())
      return;
    const width = svg.viewBox.baseVal?.width || svg.width.baseVal.value;
    const sizes = [...svg.querySelectorAll("text, tspan")].map((text) => parseFloat(getComputedStyle(text).fontSize));
    const smallest = Math.min(...sizes.filter((size) => size > 0));
    if (Number.isFinite(smallest) && smallest < Infinity)
      svg.style.minWidth = `${Math.ceil(Math.min(1.2, LEAST / smallest) * width)}px`;
  };
  for (const svg of document.querySelectorAll(".output.html svg[viewBox]")) {
    fit(svg);
    svg.closest("[data-figure]")?.classList.add("moves-sideways");
  }
}

// What is moved sideways is reached with the keys, too.
function reachWhatScrolls() {
  const names = [[".math.display", "Formula"], [".output.html", "Output"], [".moves-sideways", "Figure"], ["pre.output", "Output"]];
  const mark = () => {
    for (const [selector, name] of names)
      for (const part of document.querySelectorAll(selector)) {
        const scrolls = part.scrollWidth > part.clientWidth + 1;
        if (scrolls && !part.hasAttribute("tabindex") && !part.querySelector("a, button, input, [tabindex]")) {
          part.tabIndex = 0;
          if (!part.hasAttribute("role") && part.localName !== "figure") {
            part.setAttribute("role", "group");
            part.ariaLabel = name;
          }
        }
      }
  };
  mark();
  addEventListener("resize", mark);
  addEventListener("load", () => { keepLettersReadable(); mark(); });
}

explainTerms();
renderFormulas();
addCopyButtons();
foldContents();
followReading();
chooseColours();
turnPages();
unfoldCode();
unfoldForReaders();
reachWhatScrolls();
