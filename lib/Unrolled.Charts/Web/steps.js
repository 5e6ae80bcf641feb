// Turns the frames of a step diagram into one frame with a slider over all steps, from the canonical data inside the SVG
// and the layout in data-layout of the diagram's root element. The values of a step are written into the elements of the
// frame that name them in data attributes. A diagram asks for its upgrade by pushing its digest to
// window.unrolledSteps, which is a plain array until this file has run. Where anything fails, the frames stay; they are
// also printed.
(function () {
  "use strict";

  if (window.unrolledSteps && window.unrolledSteps.upgrade) return;

  const INK = "#1f2328", PAPER = "#ffffff", MUTED = "#57606a";
  const FONT = "12.5px 'DejaVu Sans', Verdana, 'Segoe UI', Helvetica, Arial, sans-serif";
  const PAUSE = 1600;
  const USED = 0.39, MIDDLE_LUMINANCE = 0.36, ENLARGED = 1.35, SMALLEST = 1;

  function upgrade(digest) {
    document.querySelectorAll(`[data-figure="${digest}"]:not([data-stepping])`).forEach(start);
  }

  function start(root) {
    root.setAttribute("data-stepping", "pending");
    try {
      const view = viewOf(root);
      root.querySelector(":scope > svg").after(view.controls, view.live);
      view.show();
      root.style.maxWidth = `max(${root.style.maxWidth}, ${view.controls.style.maxWidth})`;
      hideOn("screen", root.querySelector(":scope > svg"));
      root.setAttribute("data-stepping", "done");
      if (view.plays) playWhenSeen(view);
    } catch (problem) {
      root.querySelectorAll(":scope > .steps-live").forEach(part => part.remove());
      root.setAttribute("data-stepping", "failed");
      console.warn("A drawing stays a picture:", problem);
    }
  }

  function viewOf(root) {
    const template = root.querySelector("template");
    const data = JSON.parse(root.querySelector("svg > metadata").textContent);
    const layout = JSON.parse(root.dataset.layout);
    const view = {
      data,
      quantities: new Map(data.quantities.map(quantity => [quantity.key, quantity])),
      colours: layout.colours.map(channels),
      plays: layout.plays === true && data.steps > 1,
      live: part("div", "overflow-x:auto"),
      controls: part("div", `display:flex;flex-wrap:wrap;align-items:center;gap:.4em .8em;box-sizing:border-box;padding:10px 16px 4px;font:${FONT};color:${INK};color-scheme:light`),
    };
    view.live.append(document.importNode(template.content.querySelector("svg"), true));
    const svg = view.live.firstChild;
    const width = layout.frameWidth, widest = Math.round(ENLARGED * width);
    // On a narrow page the frame keeps readable numbers, and is moved sideways.
    svg.style.cssText = `display:block;width:100%;max-width:${widest}px;min-width:${Math.round(SMALLEST * width)}px;height:auto`;
    svg.removeAttribute("height");
    svg.setAttribute("role", "img");
    // What is wider than the page is also moved with the keys.
    Object.assign(view.live, { tabIndex: 0, role: "group", ariaLabel: data.title });
    view.controls.style.maxWidth = widest + "px";
    addControls(view);
    view.show = () => show(view, Number(view.step.value), Number(view.unit.value));
    return view;
  }

  function addControls(view) {
    const { data } = view;
    view.step = input("range", "step", 0, data.steps - 1, data.shown[0]);
    view.step.style.cssText = "flex:1 1 12em;min-width:8em;margin:0;accent-color:#0072b2";
    view.unit = input("number", "unit", data.firstUnit, data.firstUnit + data.units - 1, data.unit);
    view.unit.style.cssText = `width:4em;font:${FONT};color:${INK};background:#fff;border:1px solid #8c959f;border-radius:3px`;
    view.place = document.createElement("output");
    view.place.style.cssText = "min-width:9em";
    const back = button("◀", "one step back", () => { pause(view); move(view, -1); });
    const on = button("▶", "one step on", () => { pause(view); move(view, 1); });
    view.player = button("play", "run through the steps", () => view.timer ? pause(view) : play(view));
    if (data.steps > 1) view.controls.append(view.player, back, view.step, on, view.place);
    if (data.units > 1) view.controls.append(labelled("unit", view.unit));
    view.step.addEventListener("input", () => { pause(view); view.show(); });
    view.unit.addEventListener("input", () => view.unit.validity.valid && view.unit.value !== "" && view.show());
  }

  function play(view) {
    const last = view.data.steps - 1, next = () => {
      view.step.value = Number(view.step.value) === last ? 0 : Number(view.step.value) + 1;
      view.show();
    };
    view.timer = setInterval(next, PAUSE);
    name(view.player, "pause", "stop at this step");
  }

  function pause(view) {
    if (!view.timer) return;
    clearInterval(view.timer);
    view.timer = 0;
    name(view.player, "play", "run through the steps");
  }

  // By itself it moves only while it is seen, and not for readers who ask for less motion.
  function playWhenSeen(view) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let moves = true;
    view.controls.addEventListener("pointerdown", () => { moves = false; });
    view.controls.addEventListener("keydown", () => { moves = false; });
    new IntersectionObserver(([seen]) => {
      if (!moves) return;
      if (seen.isIntersecting && !view.timer) play(view);
      else if (!seen.isIntersecting) pause(view);
    }, { threshold: 0.4 }).observe(view.live);
  }

  function move(view, by) {
    view.step.value = Number(view.step.value) + by;
    view.show();
  }

  function show(view, step, unit) {
    const { data, live } = view, svg = live.firstChild;
    const heading = `t = ${step + 1}` + (data.symbols.length ? `: ${data.symbols[step]}` : "") + (data.allUnits > 1 ? `, unit ${unit}` : "");
    view.place.textContent = `t = ${step + 1} of ${data.steps}`;
    svg.querySelectorAll("[data-heading]").forEach(text => text.textContent = heading);
    svg.querySelectorAll("[data-symbol]").forEach(text => text.textContent = data.symbols[step]);
    svg.setAttribute("aria-label", `${data.title}, ${heading}`);
    view.step.setAttribute("aria-valuetext", heading);
    svg.querySelectorAll("[data-text]").forEach(text => text.textContent = textOf(valueOf(view, text.dataset.text, step, unit).value));
    svg.querySelectorAll("[data-plain]").forEach(text => text.textContent = plain(textOf(valueOf(view, text.dataset.plain, step, unit).value)));
    svg.querySelectorAll("[data-fill]").forEach(shape => shape.setAttribute("fill", hex(colourOf(view, shape.dataset.fill, step, unit))));
    svg.querySelectorAll("[data-ink]").forEach(text => text.setAttribute("fill", inkOn(colourOf(view, text.dataset.ink, step, unit))));
    svg.querySelectorAll("[data-unit-from]").forEach(mark =>
      mark.setAttribute("x", Number(mark.dataset.unitFrom) + (unit - data.firstUnit) * Number(mark.dataset.unitWidth)));
  }

  // "f" is the chosen unit of f, and "f:3" its element 3.
  function valueOf(view, name, step, unit) {
    const cut = name.lastIndexOf(":");
    const quantity = view.quantities.get(cut < 0 ? name : name.slice(0, cut));
    const element = cut >= 0 ? Number(name.slice(cut + 1)) : quantity.followsUnit ? unit - view.data.firstUnit : 0;
    return { value: quantity.values[step][element], reach: quantity.reach };
  }

  function textOf(value) {
    if (value === null) return "NaN";
    const size = Math.abs(value), digits = size < 1e4 ? fixed(size, size < 10 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0) : scientific(size);
    return value < 0 && /[1-9]/.test(digits) ? "−" + digits : digits;
  }

  function plain(text) {
    return text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text;
  }

  function scientific(size) {
    const [mantissa, exponent] = size.toExponential(4).split("e");
    return `${fixed(Number(mantissa), 1)}e${Number(exponent)}`;
  }

  // toFixed rounds the binary number; this rounds the decimals that the data have.
  function fixed(size, decimals) {
    const whole = size < 1e-6 ? 0 : Math.round(Number(`${size}e${decimals}`));
    return Number(`${whole}e-${decimals}`).toFixed(decimals);
  }

  function colourOf(view, name, step, unit) {
    const { value, reach } = valueOf(view, name, step, unit);
    const share = 0.5 + USED * Math.min(1, Math.max(-1, (value ?? 0) / reach));
    const place = share * (view.colours.length - 1), stop = Math.min(Math.floor(place), view.colours.length - 2);
    return view.colours[stop].map((from, channel) => from + (place - stop) * (view.colours[stop + 1][channel] - from));
  }

  function inkOn(colour) {
    const [red, green, blue] = colour.map(channel => channel <= 0.04045 * 255 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > MIDDLE_LUMINANCE ? INK : PAPER;
  }

  function channels(text) {
    return [1, 3, 5].map(start => parseInt(text.slice(start, start + 2), 16));
  }

  function hex(colour) {
    return "#" + colour.map(channel => Math.round(channel).toString(16).padStart(2, "0")).join("");
  }

  function part(name, style) {
    const element = document.createElement(name);
    element.className = "steps-live";
    element.style.cssText = style;
    hideOn("print", element);
    return element;
  }

  function input(type, name, min, max, value) {
    const element = document.createElement("input");
    Object.assign(element, { type, min, max, step: 1, value });
    element.setAttribute("aria-label", name);
    element.dataset.control = name;
    return element;
  }

  function button(text, label, action) {
    const element = document.createElement("button");
    Object.assign(element, { type: "button", onclick: action });
    name(element, text, label);
    element.style.cssText = `padding:.1em .5em;font:${FONT};color:${MUTED};background:#fff;border:1px solid #8c959f;border-radius:3px;cursor:pointer`;
    return element;
  }

  function name(element, text, label) {
    element.textContent = text;
    element.setAttribute("aria-label", `${text.length > 1 ? text + ": " : ""}${label}`);
  }

  function labelled(text, control) {
    const label = document.createElement("label");
    label.append(text + " ", control);
    return label;
  }

  function hideOn(medium, element) {
    if (!document.getElementById("unrolled-steps-style")) {
      const style = document.createElement("style");
      style.id = "unrolled-steps-style";
      style.textContent = "@media screen{.steps-off-screen{display:none!important}}@media print{.steps-off-print{display:none!important}}";
      document.head.append(style);
    }
    element.classList.add("steps-off-" + medium);
  }

  const waiting = Array.isArray(window.unrolledSteps) ? window.unrolledSteps : [];
  window.unrolledSteps = { push: upgrade, upgrade };
  waiting.forEach(upgrade);
})();
