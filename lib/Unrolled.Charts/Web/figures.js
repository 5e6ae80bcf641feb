// Turns the SVG figures of Unrolled.Charts into interactive plotly.js charts, from the canonical data inside the SVG and
// the layout in data-layout of the figure's root element; nothing is read from the shapes of the SVG. On a narrow page
// the chart has the layout's narrow form, in which panels are one above the other. A figure asks for its upgrade by
// pushing its digest to window.unrolledFigures, which is a plain array until this file has run. Where anything fails,
// the SVG stays.
(function () {
  "use strict";

  if (window.unrolledFigures && window.unrolledFigures.upgrade) return;

  const INK = "#1f2328", MUTED = "#57606a", GRID = "#e7eaee", AXIS = "#8c959f";
  const FONT = "'DejaVu Sans', Verdana, 'Segoe UI', Helvetica, Arial, sans-serif";
  const DASHES = { solid: "solid", dashed: "6px,3px", dotted: "1.5px,2.5px", dashdot: "7px,3px,1.5px,3px", longdash: "11px,4px" };
  const SYMBOLS = { circle: "circle", square: "square", triangle: "triangle-up", diamond: "diamond", cross: "x" };
  const CONFIG = {
    displaylogo: false,
    responsive: true,
    modeBarButtons: [["zoom2d", "pan2d", "resetScale2d"], ["toImage"]],
  };
  const ATTEMPTS = 30, PAUSE = 100, STACKED = 0.75, CRAMPED = 0.92, LONGEST_NAME = 32;

  function upgrade(digest) {
    document.querySelectorAll(`[data-figure="${digest}"]:not([data-upgraded])`).forEach(root => whenPlotly(root, ATTEMPTS));
  }

  function whenPlotly(root, attempts) {
    if (window.Plotly) draw(root);
    else if (attempts > 0) setTimeout(() => whenPlotly(root, attempts - 1), PAUSE);
  }

  // The chart is drawn unseen, above the SVG, and takes its place when it is complete.
  async function draw(root) {
    if (root.hasAttribute("data-upgraded")) return;
    root.setAttribute("data-upgraded", "pending");
    const chart = document.createElement("div");
    try {
      const svg = root.querySelector(":scope > svg");
      const data = JSON.parse(svg.querySelector("metadata").textContent);
      const layout = JSON.parse(root.dataset.layout);
      let form = formFor(root, layout);
      const { traces, layout: plan } = specOf(data, form);
      chart.style.cssText = `position:absolute;left:0;top:0;width:100%;height:${plan.height}px;visibility:hidden`;
      nameAs(chart, svg);
      svg.after(chart);
      await window.Plotly.newPlot(chart, traces, plan, configOf(form, layout));
      svg.style.display = "none";
      chart.style.position = "relative";
      chart.style.visibility = "visible";
      root.setAttribute("data-upgraded", "done");
      if (layout.narrow) new ResizeObserver(() => {
        if (form === formFor(root, layout)) return;
        form = formFor(root, layout);
        redraw(chart, data, form, layout);
      }).observe(root);
    } catch (problem) {
      chart.remove();
      root.setAttribute("data-upgraded", "failed");
      console.warn("A figure stays SVG:", problem);
    }
  }

  // Letters of a chart do not shrink with the page.
  function formFor(root, layout) {
    const least = layout.panels.length > 1 ? STACKED : CRAMPED;
    return layout.narrow && root.clientWidth < least * layout.size[0] ? layout.narrow : layout;
  }

  function redraw(chart, data, form, layout) {
    const { traces, layout: plan } = specOf(data, form);
    chart.style.height = `${plan.height}px`;
    window.Plotly.newPlot(chart, traces, plan, configOf(form, layout));
  }

  // On a phone the buttons would cover the title; two fingers zoom there.
  function configOf(form, layout) {
    return form === layout.narrow ? { ...CONFIG, displayModeBar: false } : CONFIG;
  }

  // The texts of the hidden SVG still name the chart.
  function nameAs(chart, svg) {
    // No image: its buttons are reached with the keys.
    chart.setAttribute("role", "group");
    if (svg.hasAttribute("aria-labelledby")) chart.setAttribute("aria-labelledby", svg.getAttribute("aria-labelledby"));
  }

  function specOf(data, layout) {
    const [width, height] = layout.size, size = { width, height };
    const panels = data.kind === "grid" ? data.panels : [data];
    const plots = layout.panels.map(panel => plotOf(panel.plot));
    const margin = marginsAround(plots, size);
    const spec = { traces: [], heatMaps: [], layout: baseLayout(size, margin), inner: innerSize(size, margin), margin };
    if (layout.legend) spec.sharedNames = new Set();
    panels.forEach((panel, index) => addPanel(spec, panel, layout.panels[index], plots[index], index + 1));
    if (data.shareX) link(spec, panels, "x");
    if (data.shareY) link(spec, panels, "y");
    if (layout.title) addTitle(spec, layout.title);
    layout.panels.forEach(panel => (panel.title || []).forEach(line => addTitle(spec, line)));
    if (layout.legend) placeLegend(spec, layout.legend, "legend");
    return spec;
  }

  function plotOf([left, top, width, height]) {
    return { left, top, width, height };
  }

  function marginsAround(plots, size) {
    return {
      l: Math.min(...plots.map(plot => plot.left)),
      t: Math.min(...plots.map(plot => plot.top)),
      r: size.width - Math.max(...plots.map(plot => plot.left + plot.width)),
      b: size.height - Math.max(...plots.map(plot => plot.top + plot.height)),
      pad: 0,
    };
  }

  function innerSize(size, margin) {
    return { width: size.width - margin.l - margin.r, height: size.height - margin.t - margin.b };
  }

  function baseLayout(size, margin) {
    return {
      height: size.height, autosize: true, margin,
      font: { family: FONT, size: 10.5, color: INK },
      paper_bgcolor: "#fff", plot_bgcolor: "#fff",
      hovermode: "closest", barmode: "group", bargap: 0.22, bargroupgap: 0.04,
      hoverlabel: { font: { family: FONT, size: 11 } },
      showlegend: false, annotations: [], shapes: [], separators: ".\u202f",
    };
  }

  function addPanel(spec, panel, layout, plot, number) {
    const suffix = number === 1 ? "" : String(number);
    const heat = panel.series.some(series => series.kind === "heat map" && !series.plane);
    const named = spec.sharedNames || new Set();
    spec.layout["xaxis" + suffix] = axisOf(panel.x, "x", suffix, across(spec, plot), plot, layout, heat);
    spec.layout["yaxis" + suffix] = axisOf(panel.y, "y", suffix, up(spec, plot), plot, layout, heat);
    panel.series.forEach((series, index) => tracesOf(series, panel, spec, plot).forEach(trace => {
      trace.xaxis = "x" + suffix;
      trace.yaxis = "y" + suffix;
      if (!spec.sharedNames) trace.legend = "legend" + suffix;
      trace.legendgroup = groupOf(panel.series, index);
      nameOnce(trace, series, named);
      spec.traces.push(trace);
    }));
    spec.heatMaps.push(heat);
    panel.references.forEach((line, index) => addReference(spec, line, layout.references[index], suffix));
    panel.annotations.forEach(note => addAnnotation(spec, note, panel, suffix));
    if (layout.lineEnds) addLineEnds(spec, layout.lineEnds, plot, suffix);
    if (layout.legend) placeLegend(spec, layout.legend, "legend" + suffix);
  }

  // Shared axes are zoomed and moved together.
  function link(spec, panels, side) {
    const linked = panels.map((panel, index) => ({ axis: panel[side], suffix: index === 0 ? "" : String(index + 1) }))
      .filter((panel, index) => !spec.heatMaps[index] && !panel.axis.categories);
    linked.slice(1).forEach(panel => {
      if (Boolean(panel.axis.logarithmic) === Boolean(linked[0].axis.logarithmic))
        spec.layout[`${side}axis${panel.suffix}`].matches = side + linked[0].suffix;
    });
  }

  function across(spec, plot) {
    const share = x => Math.min(1, Math.max(0, (x - spec.margin.l) / spec.inner.width));
    return [share(plot.left), share(plot.left + plot.width)];
  }

  function up(spec, plot) {
    const share = y => Math.min(1, Math.max(0, 1 - (y - spec.margin.t) / spec.inner.height));
    return [share(plot.top + plot.height), share(plot.top)];
  }

  function axisOf(axis, side, suffix, domain, plot, layout, heat) {
    const log = axis.logarithmic === true;
    const ends = log ? layout[side].map(Math.log10) : layout[side].slice();
    if (heat && side === "y") ends.reverse();
    const named = layout.names.includes(side), bottom = side === "x", numbers = !axis.categories && !heat;
    const result = {
      anchor: (bottom ? "y" : "x") + suffix, domain, type: log ? "log" : "linear", range: ends,
      showgrid: !heat && (numbers || !bottom), gridcolor: GRID, zeroline: !heat && !bottom, zerolinecolor: "#b6bdc6",
      showline: bottom && !heat, linecolor: AXIS, tickfont: { color: MUTED, size: 10.5 }, showticklabels: named,
      exponentformat: "power", separatethousands: Math.max(...layout[side].map(Math.abs)) >= 1e4, automargin: false, ticklabeloverflow: "allow", nticks: bottom ? Math.max(3, Math.round(plot.width / 60)) : Math.max(3, Math.round(plot.height / 38)),
      ticks: bottom && numbers ? "outside" : "", ticklen: 4, tickcolor: AXIS,
    };
    if (log) Object.assign(result, logTicks(ends));
    if (axis.categories) Object.assign(result, { tickmode: "array", tickvals: axis.categories.map((_, i) => i), ticktext: axis.categories.map(shortened) });
    // Long names end at their place, as in the SVG; plotly.js would let them begin there.
    if (axis.categories && bottom) result.tickangle = layout.turned ? -30 : 0;
    const label = layout[side + "Label"];
    if (label) result.title = { text: escaped(label.text), font: { size: label.size, color: INK }, standoff: 6 };
    return result;
  }

  function shortened(name) {
    return escaped(name.length <= LONGEST_NAME ? name : [...name].slice(0, LONGEST_NAME - 1).join("") + "…");
  }

  function logTicks(ends) {
    const decades = Math.floor(ends[1]) - Math.ceil(ends[0]) + 1;
    if (decades > 2) return { dtick: decades <= 8 ? 1 : undefined };
    // plotly.js writes 0.2 as a small 2; the SVG has the number.
    const values = [];
    for (let exponent = Math.floor(ends[0]) - 2; exponent <= ends[1] + 2; exponent++)
      for (const digit of [1, 2, 5]) values.push(Number(`${digit}e${exponent}`));
    return { tickmode: "array", tickvals: values, ticktext: values.map(value => value < 1e4 ? String(value) : value.toLocaleString("en")) };
  }

  function tracesOf(series, panel, spec, plot) {
    switch (series.kind) {
      case "line": return [lineOf(series)];
      case "points": return [pointsOf(series)];
      case "band": return bandOf(series);
      case "bars": return [barsOf(series, panel)];
      case "histogram": return [histogramOf(series)];
      case "heat map": return [heatMapOf(series, panel, spec, plot)];
      default: throw new Error(`A series of kind "${series.kind}" is unknown.`);
    }
  }

  function positions(series) {
    return series.x || series.y.map((_, i) => series.from + i);
  }

  function lineOf(series) {
    return {
      type: "scatter", mode: series.marker === "none" ? "lines" : "lines+markers", x: positions(series), y: series.y,
      line: { color: series.colour, width: series.thickness, dash: DASHES[series.dash], shape: series.step ? "hv" : "linear" },
      marker: { symbol: SYMBOLS[series.marker], size: 6.4, color: series.colour },
    };
  }

  function pointsOf(series) {
    return {
      type: "scatter", mode: "markers", x: positions(series), y: series.y,
      marker: { symbol: SYMBOLS[series.marker], size: series.size, color: series.colour, opacity: series.y.length > 500 ? 0.5 : 0.85 },
    };
  }

  function bandOf(series) {
    const x = series.x || series.lower.map((_, i) => series.from + i);
    const edge = { type: "scatter", mode: "lines", x, line: { width: 0, color: series.colour }, hoverinfo: "skip" };
    return [
      { ...edge, y: series.lower, edge: true },
      { ...edge, y: series.upper, fill: "tonexty", fillcolor: series.colour + "2e" },
    ];
  }

  function barsOf(series, panel) {
    return {
      type: "bar", x: series.values.map((_, i) => i), y: series.values, marker: { color: series.colour },
      customdata: panel.x.categories.map(escaped), hovertemplate: "%{customdata}: %{y}<extra>%{fullData.name}</extra>",
      error_y: series.errors ? { type: "data", array: series.errors, color: INK, thickness: 1.2, width: 4 } : undefined,
      text: series.showValues ? series.values.map(String) : undefined, texttemplate: series.showValues ? "%{y:.3~g}" : undefined,
      textposition: series.errors ? "inside" : "outside", cliponaxis: false,
    };
  }

  function histogramOf(series) {
    const centres = series.counts.map((_, i) => (series.edges[i] + series.edges[i + 1]) / 2);
    return {
      type: "bar", x: centres, y: series.counts, width: series.counts.map((_, i) => series.edges[i + 1] - series.edges[i]), offset: undefined,
      marker: { color: series.colour, line: { color: "#fff", width: 1 } },
      customdata: series.counts.map((_, i) => `${series.edges[i]} … ${series.edges[i + 1]}`),
      hovertemplate: "%{customdata}: %{y}<extra></extra>",
    };
  }

  function heatMapOf(series, panel, spec, plot) {
    const rows = panel.y.categories || series.values.map((_, i) => String(i));
    const columns = panel.x.categories || series.values[0].map((_, i) => String(i));
    const domain = up(spec, plot), plane = series.plane ? planeOf(series) : {};
    return {
      type: "heatmap", z: series.values, ...plane, zmin: series.range[0], zmax: series.range[1],
      colorscale: series.colours.map((colour, i) => [i / (series.colours.length - 1), colour]),
      customdata: series.values.map((row, r) => row.map((_, c) => `${escaped(rows[r])}, ${escaped(columns[c])}`)),
      hovertemplate: series.plane ? "%{x:.3~g}, %{y:.3~g}: %{z:.3~g}<extra></extra>" : "%{customdata}: %{z}<extra></extra>",
      texttemplate: series.showValues ? "%{z:.3~g}" : undefined,
      colorbar: {
        x: across(spec, plot)[1], xpad: 14, thickness: 12, thicknessmode: "pixels", len: domain[1] - domain[0], y: (domain[0] + domain[1]) / 2, ypad: 0,
        outlinewidth: 0, tickfont: { color: MUTED, size: 10.5 }, nticks: 6,
        title: series.name ? { text: escaped(series.name), side: "right", font: { size: 11.5 } } : undefined,
      },
    };
  }

  // The centres of a landscape's cells on its two axes.
  function planeOf(series) {
    const [left, right, low, high] = series.plane;
    const centres = (from, to, count) => Array.from({ length: count }, (_, i) => from + (to - from) * (i + 0.5) / count);
    return { x: centres(left, right, series.values[0].length), y: centres(low, high, series.values.length) };
  }

  function nameOnce(trace, series, named) {
    const key = trace.legendgroup;
    const first = series.name !== undefined && series.kind !== "heat map" && !trace.edge && !named.has(key);
    delete trace.edge;
    trace.name = series.name === undefined ? "" : escaped(series.name);
    trace.showlegend = first;
    if (first) named.add(key);
  }

  // A series without a name belongs to the one before it that has its colour, as a band to its line; a click on the name
  // hides both.
  function groupOf(all, index) {
    const series = all[index], before = all.slice(0, index).findLast(other => other.name !== undefined && other.colour === series.colour);
    return (series.name ?? before?.name ?? "") + series.colour;
  }

  function addReference(spec, line, label, suffix) {
    const horizontal = line.axis === "y";
    const x = horizontal ? `x${suffix} domain` : `x${suffix}`, y = horizontal ? `y${suffix}` : `y${suffix} domain`;
    const axis = spec.layout[(horizontal ? "yaxis" : "xaxis") + suffix];
    const value = axis.type === "log" ? Math.log10(line.value) : line.value;
    const ends = horizontal ? { x0: 0, x1: 1, y0: line.value, y1: line.value } : { x0: line.value, x1: line.value, y0: 0, y1: 1 };
    spec.layout.shapes.push({ type: "line", xref: x, yref: y, ...ends, line: { color: MUTED, width: 1.2, dash: "4px,3px" } });
    if (!label) return;
    const { end, above } = label;
    spec.layout.annotations.push({
      xref: x, yref: y, text: escaped(line.label), showarrow: false, font: { size: 10.5, color: MUTED }, borderpad: 1,
      xanchor: end ? "right" : "left", x: horizontal ? (end ? 1 : 0) : value, xshift: end ? -3 : 3,
      yanchor: horizontal && above ? "bottom" : "top", y: horizontal ? value : 1,
    });
  }

  function addAnnotation(spec, note, panel, suffix) {
    const place = (axis, value) => axis.logarithmic ? Math.log10(value) : value;
    spec.layout.annotations.push({
      xref: "x" + suffix, yref: "y" + suffix, x: place(panel.x, note.x), y: place(panel.y, note.y), text: escaped(note.text),
      showarrow: true, arrowhead: 6, arrowwidth: 1, arrowcolor: INK, ax: 0, ay: -22, bgcolor: "rgba(255,255,255,0.8)", font: { size: 10.5 },
    });
  }

  function addLineEnds(spec, ends, plot, suffix) {
    ends.forEach(end => spec.layout.annotations.push({
      xref: `x${suffix} domain`, yref: `y${suffix} domain`, x: 1, xanchor: "left", xshift: 4, yanchor: "middle",
      y: 1 - (end.y - plot.top) / plot.height,
      text: escaped(end.text), showarrow: false, font: { size: 10.5, color: end.colour },
    }));
  }

  function addTitle(spec, { text, x, y, size }) {
    spec.layout.annotations.push({
      xref: "paper", yref: "paper", x: (x - spec.margin.l) / spec.inner.width, xanchor: "left",
      y: 1 - (y - spec.margin.t) / spec.inner.height, yanchor: "bottom", yshift: -size * 0.35, borderpad: 0,
      text: `<b>${escaped(text)}</b>`, showarrow: false, font: { size },
    });
  }

  // Inside the plot, down from the upper edge of its box; or in rows above the plot, up from their lower edge.
  function placeLegend(spec, { inside, left, edge }, name) {
    spec.layout.showlegend = true;
    spec.layout[name] = {
      orientation: inside ? "v" : "h", tracegroupgap: 0, font: { size: 10.5 }, bgcolor: inside ? "rgba(255,255,255,0.9)" : "rgba(255,255,255,0)",
      x: (left - spec.margin.l) / spec.inner.width, xanchor: "left", y: 1 - (edge - spec.margin.t) / spec.inner.height, yanchor: inside ? "top" : "bottom",
    };
  }

  // plotly.js reads some tags in texts.
  function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }

  const waiting = Array.isArray(window.unrolledFigures) ? window.unrolledFigures : [];
  window.unrolledFigures = { push: upgrade, upgrade };
  waiting.forEach(upgrade);
})();
