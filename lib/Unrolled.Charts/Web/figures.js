// Turns the SVG figures of Unrolled.Charts into interactive plotly.js charts, from the data that each figure carries.
// A figure asks for its upgrade by pushing its digest to window.unrolledFigures, which is a plain array until this file
// has run. Where anything fails, the SVG stays.
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
    modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
  };
  const ATTEMPTS = 30, PAUSE = 100;

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
      const svg = root.querySelector("svg");
      const spec = specOf(svg);
      chart.style.cssText = `position:absolute;left:0;top:0;width:100%;height:${spec.layout.height}px;visibility:hidden`;
      root.appendChild(chart);
      await window.Plotly.newPlot(chart, spec.traces, spec.layout, CONFIG);
      svg.style.display = "none";
      chart.style.position = "relative";
      chart.style.visibility = "visible";
      root.setAttribute("data-upgraded", "done");
    } catch (problem) {
      chart.remove();
      root.setAttribute("data-upgraded", "failed");
      console.warn("A figure stays SVG:", problem);
    }
  }

  function specOf(svg) {
    const data = JSON.parse(svg.querySelector("metadata").textContent);
    const size = svg.viewBox.baseVal;
    const panels = data.kind === "grid" ? data.panels : [data];
    const plots = [...svg.querySelectorAll("g.panel")].map(readPlot);
    const margin = marginsAround(plots, size);
    const spec = { traces: [], layout: baseLayout(size, margin), inner: innerSize(size, margin), margin, named: new Set() };
    panels.forEach((panel, index) => addPanel(spec, panel, plots[index], index + 1));
    if (data.kind === "grid" && data.title) addText(spec, data.title, 12, 12 + 15, 15, true);
    placeLegend(spec, svg, data, plots[0]);
    return spec;
  }

  function readPlot(panel) {
    const numbers = name => panel.getAttribute(name).split(" ").map(Number);
    const [left, top, width, height] = numbers("data-plot");
    return { left, top, width, height, x: numbers("data-x"), y: numbers("data-y") };
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
      showlegend: false, annotations: [], shapes: [],
    };
  }

  function addPanel(spec, panel, plot, number) {
    const suffix = number === 1 ? "" : String(number);
    const heat = panel.series.some(series => series.kind === "heat map");
    spec.layout["xaxis" + suffix] = axisOf(spec, panel.x, plot.x, { anchor: "y" + suffix, domain: across(spec, plot), heat, side: "x" });
    spec.layout["yaxis" + suffix] = axisOf(spec, panel.y, plot.y, { anchor: "x" + suffix, domain: up(spec, plot), heat, side: "y" });
    panel.series.forEach(series => tracesOf(series, panel, spec, plot).forEach(trace => {
      trace.xaxis = "x" + suffix;
      trace.yaxis = "y" + suffix;
      nameOnce(trace, series, spec);
      spec.traces.push(trace);
    }));
    panel.references.forEach(line => addReference(spec, line, suffix));
    panel.annotations.forEach(note => addAnnotation(spec, note, panel, suffix));
    if (panel.title) addText(spec, panel.title, plot.left, titleBaseline(panel, plot, spec), 13.5, true);
    if (panel.legend === "lineends") addLineEnds(spec, panel, suffix);
  }

  function titleBaseline(panel, plot, spec) {
    return plot.top === spec.margin.t ? Math.max(12 + 13.5, Math.min(plot.top - 12, 25.5)) : plot.top - 12;
  }

  function across(spec, plot) {
    const share = x => Math.min(1, Math.max(0, (x - spec.margin.l) / spec.inner.width));
    return [share(plot.left), share(plot.left + plot.width)];
  }

  function up(spec, plot) {
    const share = y => Math.min(1, Math.max(0, 1 - (y - spec.margin.t) / spec.inner.height));
    return [share(plot.top + plot.height), share(plot.top)];
  }

  function axisOf(spec, axis, range, place) {
    const log = axis.logarithmic === true;
    const ends = log ? range.map(Math.log10) : range.slice();
    if (place.heat && place.side === "y") ends.reverse();
    const result = {
      anchor: place.anchor, domain: place.domain, type: log ? "log" : "linear", range: ends,
      showgrid: !place.heat && !(axis.categories && place.side === "x"), gridcolor: GRID, zeroline: !place.heat && place.side === "y", zerolinecolor: "#b6bdc6",
      showline: place.side === "x", linecolor: AXIS, tickfont: { color: MUTED, size: 10.5 },
      exponentformat: "power", separatethousands: true, automargin: false, nticks: place.side === "x" ? 10 : 8,
      ticks: place.side === "x" && !axis.categories && !place.heat ? "outside" : "", ticklen: 4, tickcolor: AXIS,
    };
    if (log) result.dtick = Math.abs(ends[1] - ends[0]) > 2 ? undefined : "D1";
    if (axis.label) result.title = { text: escaped(axis.label), font: { size: 11.5, color: INK }, standoff: 6 };
    if (axis.categories) Object.assign(result, { tickmode: "array", tickvals: axis.categories.map((_, i) => i), ticktext: axis.categories.map(escaped) });
    return result;
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
      textposition: series.showValues ? "outside" : undefined, cliponaxis: false,
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
    const domain = up(spec, plot);
    return {
      type: "heatmap", z: series.values, zmin: series.range[0], zmax: series.range[1],
      colorscale: series.colours.map((colour, i) => [i / (series.colours.length - 1), colour]),
      customdata: series.values.map((row, r) => row.map((_, c) => `${escaped(rows[r])}, ${escaped(columns[c])}`)),
      hovertemplate: "%{customdata}: %{z}<extra></extra>",
      texttemplate: series.showValues ? "%{z:.3~g}" : undefined,
      colorbar: {
        x: across(spec, plot)[1], xpad: 14, thickness: 12, thicknessmode: "pixels", len: domain[1] - domain[0], y: (domain[0] + domain[1]) / 2, ypad: 0,
        outlinewidth: 0, tickfont: { color: MUTED, size: 10.5 }, nticks: 6,
        title: series.name ? { text: escaped(series.name), side: "right", font: { size: 11.5 } } : undefined,
      },
    };
  }

  function nameOnce(trace, series, spec) {
    const key = series.name + series.colour;
    const named = series.name !== undefined && series.kind !== "heat map" && !trace.edge && !spec.named.has(key);
    delete trace.edge;
    trace.name = series.name === undefined ? "" : escaped(series.name);
    trace.legendgroup = key;
    trace.showlegend = named;
    if (named) spec.named.add(key);
  }

  function addReference(spec, line, suffix) {
    const horizontal = line.axis === "y";
    const x = horizontal ? `x${suffix} domain` : `x${suffix}`, y = horizontal ? `y${suffix}` : `y${suffix} domain`;
    const ends = horizontal ? { x0: 0, x1: 1, y0: line.value, y1: line.value } : { x0: line.value, x1: line.value, y0: 0, y1: 1 };
    spec.layout.shapes.push({
      type: "line", xref: x, yref: y, ...ends, line: { color: MUTED, width: 1.2, dash: "4px,3px" },
      label: line.label ? { text: escaped(line.label), textposition: "end", yanchor: "bottom", textangle: 0, font: { size: 10.5, color: MUTED } } : undefined,
    });
  }

  function addAnnotation(spec, note, panel, suffix) {
    const place = (axis, value) => axis.logarithmic ? Math.log10(value) : value;
    spec.layout.annotations.push({
      xref: "x" + suffix, yref: "y" + suffix, x: place(panel.x, note.x), y: place(panel.y, note.y), text: escaped(note.text),
      showarrow: true, arrowhead: 6, arrowsize: 1, arrowwidth: 1, arrowcolor: INK, ax: 0, ay: -22, font: { size: 10.5 },
    });
  }

  function addLineEnds(spec, panel, suffix) {
    panel.series.filter(series => series.y && series.name !== undefined).forEach(series => {
      const last = series.y.findLastIndex(value => value !== null);
      if (last < 0) return;
      spec.layout.annotations.push({
        xref: `x${suffix} domain`, yref: "y" + suffix, x: 1, xanchor: "left", xshift: 4, showarrow: false,
        y: panel.y.logarithmic ? Math.log10(series.y[last]) : series.y[last], text: escaped(series.name), font: { size: 10.5, color: series.colour },
      });
    });
  }

  // Text at a place of the SVG: x is measured from the left margin, y from the top of the plots.
  function addText(spec, text, left, baseline, size, bold) {
    spec.layout.annotations.push({
      xref: "paper", yref: "paper", x: (left - spec.margin.l) / spec.inner.width, xanchor: "left", align: "left",
      y: 1, yanchor: "bottom", yshift: spec.margin.t - baseline - 4, showarrow: false,
      text: bold ? `<b>${escaped(text)}</b>` : escaped(text), font: { size },
    });
    const added = spec.layout.annotations.at(-1);
    if (baseline > spec.margin.t) {
      added.y = 1 - (baseline - spec.margin.t) / spec.inner.height;
      added.yshift = -4;
    }
  }

  function placeLegend(spec, svg, data, plot) {
    const drawn = svg.querySelector("g.legend");
    if (!drawn || spec.named.size === 0 || data.legend === "lineends") return;
    const box = drawn.querySelector(":scope > rect[rx]");
    spec.layout.showlegend = true;
    spec.layout.legend = box && data.kind === "figure"
      ? {
        x: (box.x.baseVal.value - plot.left) / plot.width, y: 1 - (box.y.baseVal.value - plot.top) / plot.height,
        xanchor: "left", yanchor: "top", bgcolor: "rgba(255,255,255,0.9)", font: { size: 10.5 },
      }
      : { orientation: "h", x: 0, xanchor: "left", y: 1.01, yanchor: "bottom", font: { size: 10.5 } };
  }

  // plotly.js reads some tags in texts.
  function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }

  const waiting = Array.isArray(window.unrolledFigures) ? window.unrolledFigures : [];
  window.unrolledFigures = { push: upgrade, upgrade };
  waiting.forEach(upgrade);
})();
