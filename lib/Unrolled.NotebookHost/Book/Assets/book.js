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

renderFormulas();
addCopyButtons();
foldContents();
followReading();
