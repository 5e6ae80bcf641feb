// Runs the code cells of a page: a runtime that is loaded once, a session in a worker, and a button at each cell.
"use strict";

// A module with one instruction on a vector of 128 bits, which the runtime needs.
const vectorModule = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

const live = (() => {
  if (!globalThis.DecompressionStream || !globalThis.WebAssembly?.validate(new Uint8Array(vectorModule))) {
    const note = document.createElement("p");
    note.className = "live-status";
    note.textContent = "The cells of this page do not run in this browser: it has no WebAssembly with SIMD.";
    document.querySelector("main .cell")?.before(note);
    return undefined;
  }

  const manifest = JSON.parse(document.getElementById("live-manifest").textContent);
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

  // ---- Files ----

  // Pages of the file system cannot read their neighbours, but load them as scripts.
  const packScripts = new Map();
  globalThis.unrolledPack = (name, base64) => packScripts.set(name, base64);

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = manifest.root + address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${address} could not be loaded.`));
      document.head.append(script);
    });
  }

  async function packFromScript(pack, tell) {
    tell(0);
    await loadScript(`${pack.file}.js`);
    const text = atob(packScripts.get(pack.file));
    packScripts.delete(pack.file);
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    tell(bytes.length);
    return new Blob([bytes]);
  }

  async function packFromNetwork(pack, tell) {
    const answer = await fetch(`${manifest.root}${pack.file}.pack`);
    if (!answer.ok)
      throw new Error(`${pack.file}.pack could not be loaded: ${answer.status} ${answer.statusText}.`);
    const parts = [], reader = answer.body.getReader();
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      tell(size += part.value.length);
    }
    return new Blob(parts);
  }

  async function loadPack(pack, tell) {
    const load = location.protocol === "file:" ? packFromScript : packFromNetwork;
    const packed = await load(pack, tell);
    return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
  }

  async function fileOf(blob, wanted) {
    const length = new DataView(await blob.slice(0, 4).arrayBuffer()).getUint32(0, true);
    const index = JSON.parse(await blob.slice(4, 4 + length).text());
    const [, offset, size] = index.find(([name]) => name === wanted);
    return blob.slice(4 + length + offset, 4 + length + offset + size).text();
  }

  // Where a server gives the page, its files are kept for all pages of the book.
  if (location.protocol !== "file:" && navigator.serviceWorker)
    navigator.serviceWorker.register(manifest.root + manifest.cache).catch(() => {});

  let loading;
  function loadFiles(tell) {
    const total = manifest.packs.reduce((sum, pack) => sum + pack.bytes, 0);
    const loaded = manifest.packs.map(() => 0);
    const show = () => tell(`Loading C#: ${megabytes(loaded.reduce((a, b) => a + b))} of ${megabytes(total)}`);
    loading ??= Promise.all(manifest.packs.map((pack, i) => loadPack(pack, (size) => { loaded[i] = size; show(); })))
      .then(async (packs) => ({ packs, worker: await fileOf(packs[0], "web/worker.js") }))
      .catch((error) => { loading = undefined; throw error; });
    return loading;
  }

  // ---- The session ----

  class Session {
    #worker;
    #waiting = new Map();
    #count = 0;

    constructor({ packs, worker }, hear) {
      const address = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
      this.#worker = new Worker(address);
      this.#worker.onmessage = ({ data }) => data.type === "reply" ? this.#answer(data) : hear(data);
      this.#worker.onerror = (event) => this.#fail(new Error(event.message || "The worker could not start."));
      this.started = this.#request("start", { packs, notebook: manifest.notebook, page: manifest.page });
      this.started.catch(() => {});
    }

    ask(request) { return this.#request("ask", { request }); }

    outputs() { return this.#request("outputs", {}); }

    end() {
      this.#worker.terminate();
      this.#fail(new Stopped());
    }

    #request(type, more) {
      const id = ++this.#count;
      return new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        this.#worker.postMessage({ type, id, ...more });
      });
    }

    #answer({ id, reply, error }) {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined)
        resolve(reply);
      else
        reject(new Error(error));
    }

    #fail(error) {
      for (const { reject } of this.#waiting.values())
        reject(error);
      this.#waiting.clear();
    }
  }

  class Stopped extends Error {}

  // One session at work, and one in reserve, so that a stop does not wait for a start.
  let current, reserve;
  function hear({ type, cell, ...message }) {
    const shown = cells.find((one) => one.id === cell);
    if (type === "show")
      shown.show(message.first, message.html);
    else
      shown.tell(message.text);
  }

  async function session(tell) {
    const files = await loadFiles(tell);
    if (!current) {
      current = reserve ?? new Session(files, hear);
      reserve = undefined;
      tell("Starting C#");
    }
    const wanted = current;
    await wanted.started;
    return wanted;
  }

  async function warmReserve() {
    if (current && !reserve)
      reserve = new Session(await loading, hear);
  }

  function stop() {
    current?.end();
    forget();
  }

  // After a stop, or when the runtime itself has failed, nothing has run.
  function forget() {
    current = undefined;
    count = 0;
    for (const cell of cells)
      cell.forget();
  }

  // ---- Cells ----

  let count = 0;
  let running = false;

  class Cell {
    constructor(element) {
      this.element = element;
      this.id = element.id;
      this.code = element.querySelector("pre.code code");
      this.hasRun = false;
      this.bar = document.createElement("div");
      this.bar.className = "live-bar";
      this.button = button("Run", () => running ? stop() : run(this));
      this.status = document.createElement("span");
      this.status.className = "live-status";
      this.status.setAttribute("role", "status");
      this.recorded = element.querySelector(".outputs");
      this.switch = button("Recorded output", () => this.showRecorded(this.recorded.hidden));
      this.switch.hidden = true;
      this.bar.append(this.button, button("Edit", () => this.edit()), this.switch, this.status);
      const seconds = recall(this);
      if (seconds > 1)
        this.tell(`Took ${seconds.toFixed(0)} s here`);
      // Below a fold, so that folded code can be run too.
      (this.code.closest("details") ?? this.code.closest(".source")).after(this.bar);
    }

    get source() { return this.editor?.text ?? this.code.textContent; }

    // Run with the text that it has now?
    get isCurrent() { return this.hasRun && this.ranSource === this.source; }

    get isEdited() { return this.editor !== undefined && this.source !== this.code.textContent; }

    async edit() {
      if (!this.editor) {
        const open = await editorOf();
        this.editor ??= open({
          code: this.code.closest("pre"),
          run: () => run(this),
          ask: (question) => current && !running ? current.ask(question) : undefined,
        });
      }
      this.editor.focus();
    }

    tell(text) { this.status.textContent = text; }

    show(first, html) {
      const outputs = this.outputs;
      while (outputs.children.length > first)
        outputs.lastElementChild.remove();
      for (const one of html)
        outputs.append(elementOf(one));
    }

    // What the book shows stays beside what the cell shows here.
    get outputs() {
      if (!this.own) {
        this.own = document.createElement("div");
        this.own.className = "outputs";
        this.element.append(this.own);
        this.switch.hidden = !this.recorded;
        this.showRecorded(false);
      }
      return this.own;
    }

    showRecorded(recorded) {
      if (!this.recorded)
        return;
      this.recorded.hidden = !recorded;
      this.own.hidden = recorded;
      this.switch.textContent = recorded ? "My output" : "Recorded output";
    }

    begin(text) {
      this.ranSource = text;
      if (this.own)
        this.showRecorded(false);
      this.element.dataset.live = "running";
      this.button.textContent = "Stop";
    }

    end(failed, seconds) {
      this.hasRun = true;
      this.failed = failed;
      this.element.dataset.live = failed ? "failed" : "done";
      this.button.textContent = "Run";
      if (!failed)
        remember(this, seconds);
      this.tell(failed ? "Failed" : `Ran here in ${seconds.toFixed(seconds < 10 ? 2 : 0)} s`);
    }

    forget() {
      this.hasRun = false;
      this.button.textContent = "Run";
      if (this.element.dataset.live === "running")
        this.tell("Stopped. What ran before is forgotten; the next run starts with the first cell.");
      delete this.element.dataset.live;
    }
  }

  // How long a cell took in this browser, to say so beforehand; some browsers keep nothing for pages of the file system.
  function recall(cell) {
    try {
      return Number(localStorage.getItem(`unrolled-time ${manifest.page} ${cell.id}`));
    } catch {
      return 0;
    }
  }

  function remember(cell, seconds) {
    try {
      localStorage.setItem(`unrolled-time ${manifest.page} ${cell.id}`, seconds.toFixed(1));
    } catch {
      // It will not be known next time.
    }
  }

  function button(text, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  }

  // Scripts in assigned HTML do not run; those that outputs share are loaded once.
  const loadedScripts = new Set([...document.scripts].map((script) => script.src).filter(Boolean));
  function elementOf(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const element = template.content.firstElementChild ?? document.createElement("div");
    // The recorded figure keeps the address.
    element.querySelector("figure[id]")?.removeAttribute("id");
    for (const script of element.querySelectorAll("script")) {
      if (script.src && loadedScripts.has(script.src)) {
        script.remove();
        continue;
      }
      if (script.src)
        loadedScripts.add(script.src);
      const fresh = document.createElement("script");
      for (const { name, value } of script.attributes)
        fresh.setAttribute(name, value);
      fresh.textContent = script.textContent;
      script.replaceWith(fresh);
    }
    return element;
  }

  let editorReady;
  function editorOf() {
    editorReady ??= manifest.editor
      ? loadScript(manifest.editor).then(() => globalThis.unrolledEditor)
      : Promise.resolve(plainEditor);
    return editorReady;
  }

  // Without the editor's bundle: a field for the text.
  function plainEditor({ code, run: press }) {
    const field = document.createElement("textarea");
    field.className = "live-editor";
    field.spellcheck = false;
    field.value = code.textContent;
    field.rows = field.value.split("\n").length + 1;
    field.setAttribute("aria-label", "Code");
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.shiftKey) {
        event.preventDefault();
        press();
      }
    });
    code.hidden = true;
    code.after(field);
    return { get text() { return field.value; }, focus: () => field.focus() };
  }

  // ---- What a cell needs ----

  // No member behind a dot, unless it is that of a range, and no name of an argument.
  const usedName = /(?<!(?<!\.)\.|[\p{L}\p{N}_])[\p{L}_][\p{L}\p{N}_]*(?![\p{L}\p{N}_]|:(?!:))/gu;

  // Names in unindented lines: what such a line assigns counts as declared. Too many names only run too many cells.
  function namesOf(source) {
    const variables = new Set(), functions = new Set();
    for (const line of source.split("\n").filter((text) => /^\S/.test(text))) {
      const type = /\b(?:class|record|struct|enum|interface)\s+(?:struct\s+|class\s+)?(\w+)/.exec(line);
      const method = /^(?!return\b|await\b|new\b)[^=;]*[\w>\])?]\s+(\w+)(?:<[\w, ]+>)?\(/.exec(line);
      if (type || method)
        functions.add((type ?? method)[1]);
      for (const [, name] of line.matchAll(/(\w+)\s*=(?![=>])/g))
        variables.add(name);
      for (const [, list] of line.matchAll(/\(([^()]*)\)\s*=(?![=>])/g))
        for (const [name] of list.matchAll(/\w+/g))
          variables.add(name);
      for (const [, name] of line.matchAll(/[\w>\])?]\s+(\w+)\s*;/g))
        variables.add(name);
    }
    return { variables, functions, words: new Set(source.match(usedName)) };
  }

  // Above a cell: what declares a name that it uses, and every cell that shares a variable with it, since each may change
  // the variable; and likewise for those. A directive, or a using, concerns all.
  function neededBy(target) {
    const above = cells.slice(0, cells.indexOf(target) + 1);
    const names = new Map(above.map((cell) => [cell, namesOf(cell.source)]));
    const needed = new Set([target, ...above.filter((cell) => /^(#|using\s)/m.test(cell.source))]);
    for (const cell of needed)
      for (const other of above) {
        const { variables, functions } = names.get(other);
        const used = [...names.get(cell).words];
        if (used.some((word) => variables.has(word) || functions.has(word)))
          needed.add(other);
        for (const word of used.filter((one) => variables.has(one)))
          for (const third of above.filter((one) => names.get(one).words.has(word)))
            needed.add(third);
      }
    return above.filter((cell) => needed.has(cell));
  }

  // ---- Running ----

  // What the cell needs of those above runs first, in their order, unless it has run as it is now. Where that was not
  // enough for the compiler, all of them run.
  async function run(target) {
    if (running)
      return;
    running = true;
    let cell = target;
    try {
      target.begin(target.source);
      const at = await session((text) => target.tell(text));
      const above = cells.slice(0, cells.indexOf(target) + 1);
      const runAll = async (wanted) => {
        const todo = wanted.filter((one) => one === target || !one.isCurrent);
        for (cell of todo) {
          if (cell !== target)
            target.tell(`First the cells above: ${todo.indexOf(cell) + 1} of ${todo.length - 1}`);
          if (!await runOne(at, cell))
            return false;
        }
        return true;
      };
      const needed = examining ? above : neededBy(target);
      if (!await runAll(needed) && needed.length < above.length && /CompilationError/.test(cell.outputs.textContent)
          && !cell.isEdited)
        await runAll(above);
      if (cell !== target) {
        target.forget();
        target.tell("A cell above failed, so this one did not run.");
        cell.element.scrollIntoView({ block: "nearest" });
      }
    } catch (error) {
      if (!(error instanceof Stopped)) {
        stop();
        cell.tell(`C# stopped in this page: ${error.message} The next run starts it again.`);
      }
    } finally {
      running = false;
    }
    setTimeout(warmReserve, 300);
  }

  async function runOne(at, cell) {
    const text = cell.source, start = performance.now();
    cell.begin(text);
    const clock = setInterval(() => {
      const seconds = (performance.now() - start) / 1000;
      if (!cell.status.textContent.startsWith("step"))
        cell.tell(`Running, ${seconds.toFixed(0)} s`);
    }, 1000);
    try {
      const reply = await at.ask({ $type: "execute", Number: ++count, Id: cell.id, Source: text });
      clearInterval(clock);
      const failed = reply.Result.Error !== null;
      cell.end(failed, (performance.now() - start) / 1000);
      await judge(at, cell);
      return !failed || cell.mayFail;
    } finally {
      clearInterval(clock);
    }
  }

  // ---- Sentences and exercises ----

  // The tested sentences behind a cell and before the next one, once something above them has been changed. A page that
  // is examined evaluates all of them, and keeps what each cell showed.
  async function judge(at, cell) {
    report(cell);
    if (examining)
      cell.shown = await at.outputs();
    else if (!cells.slice(0, cells.indexOf(cell) + 1).some((one) => one.isEdited))
      return;
    for (const claim of claims.filter((one) => one.behind === cell))
      claim.show((await at.ask({ $type: "evaluate", Condition: claim.condition })).Result);
  }

  class Claim {
    constructor(element, behind) {
      this.element = element;
      this.behind = behind;
      this.condition = element.querySelector(".tested-note code").textContent;
    }

    show({ Holds: holds, Error: problem }) {
      const words = problem ? `cannot be evaluated here: ${problem}` : holds ? "holds here" : "does not hold here";
      this.verdict = problem ? "unknown" : holds ? "holds" : "fails";
      this.element.dataset.live = this.verdict;
      let note = this.element.querySelector(".live-verdict");
      if (!note) {
        note = document.createElement("span");
        note.className = "live-verdict";
        this.element.querySelector(".tested-note").prepend(note);
      }
      note.textContent = `As you ran it, this sentence ${words}.`;
      const mark = this.element.querySelector("button");
      mark.textContent = this.verdict === "holds" ? "✓" : this.verdict === "fails" ? "✗" : "?";
      mark.setAttribute("aria-label", note.textContent);
    }
  }

  // A right answer ticks the exercise on the page, and so on the board; whoever listens learns of every verdict.
  function report(cell) {
    const exercise = /Exercise\.Check\(\s*"(\d\d-\d+)"/.exec(cell.source)?.[1];
    if (!exercise)
      return;
    const verdict = cell.outputs.textContent.trim(), right = /^"?right\b/.test(verdict);
    const done = document.querySelector(`[data-exercise="${exercise}"] input[type="checkbox"]`);
    if (right && done && !done.checked)
      done.click();
    document.dispatchEvent(new CustomEvent("unrolled:verdict", {
      detail: { exercise, right, verdict },
    }));
  }

  // ---- The page ----

  const cells = [], claims = [];
  let examining = false;
  for (const element of document.querySelectorAll("main .cell, main .tested")) {
    if (!element.matches(".cell"))
      claims.push(new Claim(element, cells.at(-1)));
    else if (element.querySelector("pre.code"))
      cells.push(new Cell(element));
  }
  for (const cell of cells)
    cell.mayFail = manifest.mayFail.includes(cell.id);

  return {
    cells,
    claims,
    run,
    stop,
    examine() { examining = true; },
    neededBy,
  };
})();
