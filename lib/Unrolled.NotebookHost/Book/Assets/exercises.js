// Exercises that the reader has done: a box at each, a count on the board, kept in this browser, and in a file for
// another one.
"use strict";

(() => {
  const KEPT = "book-exercises", FILE = "exercises-done.json";

  function read() {
    try {
      const done = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
      return new Set(Array.isArray(done) ? done.filter((number) => typeof number === "string") : []);
    } catch {
      return new Set();
    }
  }

  function write(done) {
    try {
      localStorage.setItem(KEPT, JSON.stringify([...done].sort()));
    } catch {
      // A browser that keeps nothing forgets them with the page.
    }
  }

  const done = read(), boxes = new Map(), watchers = [];

  function tick(number, isDone) {
    if (isDone) done.add(number);
    else done.delete(number);
    write(done);
    show();
  }

  function show() {
    for (const [number, box] of boxes) box.checked = done.has(number);
    watchers.forEach((watcher) => watcher());
  }

  for (const place of document.querySelectorAll("[data-exercise]")) {
    const number = place.dataset.exercise, label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => tick(number, box.checked));
    label.className = "exercise-done";
    boxes.set(number, box);
    if (place.localName === "li") {
      box.ariaLabel = `${number} is done`;
      label.append(box);
      place.prepend(label);
    } else {
      label.append(box, " done");
      box.ariaLabel = `Exercise ${number} is done`;
      place.prepend(label);
    }
  }

  const board = document.querySelector("[data-board]");
  if (board) {
    const count = document.createElement("p");
    count.className = "board-count";
    count.setAttribute("role", "status");
    const save = button("Save to a file", () => {
      const text = JSON.stringify({ exercisesDone: [...done].sort() }, null, 2) + "\n";
      const link = Object.assign(document.createElement("a"), { download: FILE });
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.click();
      URL.revokeObjectURL(link.href);
    });
    const file = Object.assign(document.createElement("input"), { type: "file", accept: ".json", hidden: true });
    const load = button("Read from a file", () => file.click());
    const message = document.createElement("p");
    message.setAttribute("role", "status");
    file.addEventListener("change", async () => {
      message.textContent = await take(file.files[0]);
      file.value = "";
    });
    board.append(count, save, load, file, message);
    watchers.push(() => {
      const ticked = [...boxes.keys()].filter((number) => done.has(number)).length;
      count.textContent = `${ticked} of ${boxes.size} done`;
    });
  }

  // What the file has is added to what was done here.
  async function take(chosen) {
    let numbers;
    try {
      numbers = JSON.parse(await chosen.text()).exercisesDone;
    } catch {
      numbers = null;
    }
    if (!Array.isArray(numbers) || numbers.some((number) => typeof number !== "string"))
      return `${chosen.name} is no list of exercises. Expected a file that was saved here: { "exercisesDone": ["01-1"] }.`;
    numbers.forEach((number) => done.add(number));
    write(done);
    show();
    return `${numbers.length} exercises were read from ${chosen.name}.`;
  }

  function button(text, action) {
    return Object.assign(document.createElement("button"), { type: "button", textContent: text, onclick: action });
  }

  show();
})();
