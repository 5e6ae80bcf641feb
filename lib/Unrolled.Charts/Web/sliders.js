// Turns the still picture of a parameter slider into one frame with a control for each parameter. The frames are text
// beside the picture, in which lines that they have in common are written once; the names and values of the parameters
// are in data-layout of the drawing's root element. A drawing asks for its upgrade by pushing its digest to
// window.unrolledSliders, which is a plain array until this file has run. Where anything fails, the picture stays; it is
// also printed.
(function () {
  "use strict";

  if (window.unrolledSliders && window.unrolledSliders.upgrade) return;

  const INK = "#1f2328";
  const FAMILY = "'DejaVu Sans', Verdana, 'Segoe UI', Helvetica, Arial, sans-serif", FONT = `13px ${FAMILY}`;
  const CRAMPED = 0.7, SMALLEST = 0.9, LEAST_LETTER = 9;

  function upgrade(digest) {
    document.querySelectorAll(`[data-figure="${digest}"]:not([data-sliding])`).forEach(start);
  }

  function start(root) {
    root.setAttribute("data-sliding", "pending");
    const still = root.querySelector(":scope > svg");
    try {
      const view = viewOf(root, still);
      still.after(view.controls, view.live);
      hideOn("screen", still);
      view.show();
      new ResizeObserver(view.show).observe(root);
      root.setAttribute("data-sliding", "done");
    } catch (problem) {
      root.querySelectorAll(":scope > .slider-live").forEach(part => part.remove());
      still.classList.remove("slider-off-screen");
      root.setAttribute("data-sliding", "failed");
      console.warn("A drawing stays a picture:", problem);
    }
  }

  function viewOf(root, still) {
    const { parameters, sizes } = JSON.parse(root.dataset.layout);
    const frames = framesOf(root.querySelector(":scope > script[data-frames]").textContent.trim());
    const count = parameters.reduce((product, parameter) => product * parameter.values.length, 1);
    if (frames.length !== count * sizes.length) throw new Error(`${frames.length} frames for ${count} values.`);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("role", "img");
    svg.setAttribute("font-family", FAMILY);
    const live = part("div", "overflow-x:auto"), controls = part("div", controlsStyle(sizes[0][0]));
    live.append(svg);
    // What is wider than the page is also moved with the keys.
    Object.assign(live, { tabIndex: 0, role: "group", ariaLabel: parameters.map(parameter => parameter.name).join(", ") });
    const inputs = parameters.map(parameter => controlOf(parameter, controls, show));
    const view = { controls, live, show, drawn: -1 };
    function show() {
      const size = sizes.length > 1 && root.clientWidth < CRAMPED * sizes[0][0] ? 1 : 0;
      const chosen = inputs.reduce((index, input, i) => index * parameters[i].values.length + Number(input.value), 0);
      if (view.drawn === size * count + chosen) return;
      view.drawn = size * count + chosen;
      draw(svg, frames[view.drawn], sizes[size], sizes.length > 1);
      const values = parameters.map((parameter, i) => `${parameter.name} = ${parameter.values[inputs[i].value]}`);
      svg.setAttribute("aria-label", `${values.join(", ")}. ${svg.firstElementChild.dataset.text}`);
    }
    return view;
  }

  // Lines, an empty line, and for each frame its lines by their places, such as 0-12,57,13.
  function framesOf(text) {
    const [lines, frames] = text.split("\n\n").map(half => half.split("\n"));
    return frames.map(frame => () => frame.split(",").map(run => {
      const [first, last = first] = run.split("-").map(Number);
      return lines.slice(first, last + 1).join("");
    }).join(""));
  }

  function draw(svg, frame, [width, height], fits) {
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.innerHTML = frame();
    // A drawing that has no narrow form keeps readable letters, and is moved sideways.
    const least = fits ? 0 : Math.round(Math.min(1, Math.max(SMALLEST, LEAST_LETTER / smallestLetter(svg))) * width);
    svg.style.cssText = `display:block;width:100%;max-width:${width}px;min-width:${least}px;height:auto;background:#fff`;
  }

  function smallestLetter(svg) {
    return Math.min(...[...svg.querySelectorAll("[font-size]")].map(text => Number(text.getAttribute("font-size"))));
  }

  function controlsStyle(width) {
    return `display:flex;flex-wrap:wrap;gap:.4em 1.6em;box-sizing:border-box;max-width:${width}px;padding:10px 12px 6px;font:${FONT};color:${INK};color-scheme:light`;
  }

  function controlOf(parameter, controls, show) {
    const label = document.createElement("label"), input = document.createElement("input"), value = document.createElement("output");
    Object.assign(input, { type: "range", min: 0, max: parameter.values.length - 1, step: 1 });
    // The attribute, so that a form that is reset goes back to the start.
    input.setAttribute("value", parameter.start);
    input.dataset.control = parameter.name;
    input.style.cssText = "flex:1 1 9em;min-width:7em;margin:0;accent-color:#0072b2";
    label.style.cssText = "display:flex;flex:1 1 16em;flex-wrap:wrap;align-items:center;gap:.2em .8em";
    value.style.cssText = `min-width:${Math.max(...parameter.values.map(text => text.length)) + 1}ch;font-variant-numeric:tabular-nums`;
    const write = () => {
      value.textContent = parameter.values[input.value];
      input.setAttribute("aria-valuetext", parameter.values[input.value]);
    };
    const name = document.createElement("span");
    name.textContent = `${parameter.name} =`;
    input.setAttribute("aria-label", parameter.name);
    label.append(name, value, input);
    controls.append(label);
    input.addEventListener("input", () => { write(); show(); });
    write();
    return input;
  }

  function part(name, style) {
    const element = document.createElement(name);
    element.className = "slider-live";
    element.style.cssText = style;
    hideOn("print", element);
    return element;
  }

  function hideOn(medium, element) {
    if (!document.getElementById("unrolled-slider-style")) {
      const style = document.createElement("style");
      style.id = "unrolled-slider-style";
      style.textContent = "@media screen{.slider-off-screen{display:none!important}}@media print{.slider-off-print{display:none!important}}";
      document.head.append(style);
    }
    element.classList.add("slider-off-" + medium);
  }

  const waiting = Array.isArray(window.unrolledSliders) ? window.unrolledSliders : [];
  window.unrolledSliders = { push: upgrade, upgrade };
  waiting.forEach(upgrade);
})();
