// The playground: its controls write two cells, which the page runs as it runs any others.
"use strict";

if (live) (() => {
  const form = document.getElementById("playground"), state = document.getElementById("state");
  const [network, training] = live.cells;
  const chunk = 20;
  let steps = 0, playing = false;

  const tasks = {
    echo: (length) => [`new EchoTask(length: ${3 * length}, steps: ${length})`, "EveryStep"],
    order: (length) => [`TemporalOrderTask.TwoMarks(${Math.max(10, length)})`, "LastStep"],
    adding: (length) => [`new AddingTask(${Math.max(2, length)})`, "LastStep"],
  };

  // A number is written as one, whatever was typed.
  const numberOf = (name, least) => Math.max(least, Number(form.elements[name].value) || 0);

  function networkCode(done) {
    const kind = form.elements.network.value;
    const [task, output] = tasks[form.elements.task.value](Math.round(numberOf("lag", 1)));
    const made = `new ${kind}(task.InputSize, ${Math.round(numberOf("units", 1))}, random)`;
    const layer = kind === "Rnn" ? made : `Initialize.KeepBias(${made}, ${numberOf("bias", -5)})`;
    const clip = numberOf("clip", 0);
    return [
      '#!import "setup.csx"',
      `var task = ${task};`,
      `Xoshiro256 random = new(${Math.round(numberOf("seed", 0))});`,
      `var layer = ${layer};`,
      `SequenceModel model = new(layer, task.OutputSize, OutputAt.${output}, random);`,
      `Trainer trainer = new(model, new Adam(${numberOf("rate", 0)}),`,
      "    (step, source) => model.Batch(task.Draw(16, source)), random)",
      `    { ClipNorm = ${clip > 0 ? clip : "null"} };`,
      ...(done > 0 ? [`trainer.Run(${done});`] : []),
    ].join("\n");
  }

  const trainingCode = [
    `trainer.Run(${chunk});`,
    "var cell = layer.ToCell();",
    "var run = cell.Run(Sequence.OfRows(task.Draw(new Xoshiro256(7)).Inputs));",
    'var norms = GradientByLag.Norms(cell, run, "h", Vector.Build.Dense(cell.OutputSize, 1));',
    'new Figure($"Loss, {trainer.Step} steps", height: 240).Line(trainer.History.Losses).Display();',
    'new Figure("States of one sequence", height: 260)',
    '    .HeatMap(Matrix.Build.DenseOfColumnVectors(run["h"]).ToArray()).Display();',
    'new Figure("Norm of the gradient against the lag", height: 240).Line(norms).Display();',
  ].join("\n");

  function write(done = 0) {
    steps = done;
    network.code.textContent = networkCode(done);
    training.code.textContent = trainingCode;
    location.replace(`#${new URLSearchParams(new FormData(form))}`);
  }

  async function advance() {
    await live.run(training);
    const failed = training.element.dataset.live !== "done";
    if (failed) {
      playing = false;
      if (/NonFinite/.test(training.outputs.textContent))
        state.textContent = "Something became infinite or NaN; the message below says where. Usually the learning rate "
          + "is too large, or the gradient exploded: clip it, or make the rate smaller.";
    } else {
      steps += chunk;
      state.textContent = `${steps} steps`;
    }
    return !failed;
  }

  async function play() {
    playing = !playing;
    for (const button = document.getElementById("train"); playing;) {
      button.textContent = "Pause";
      if (!await advance())
        break;
    }
    document.getElementById("train").textContent = "Train";
  }

  function stopAndWrite(done) {
    playing = false;
    write(done);
    state.textContent = `${done} steps`;
  }

  document.getElementById("train").addEventListener("click", play);
  document.getElementById("step").addEventListener("click", () => { if (!playing) advance(); });
  // The same seed gives the same steps: going back is training again, up to there.
  document.getElementById("back").addEventListener("click", () => stopAndWrite(Math.max(0, steps - chunk)));
  document.getElementById("restart").addEventListener("click", () => stopAndWrite(0));
  form.addEventListener("change", () => stopAndWrite(0));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const [name, value] of new URLSearchParams(location.hash.slice(1)))
    if (form.elements[name])
      form.elements[name].value = value;
  write();
})();
