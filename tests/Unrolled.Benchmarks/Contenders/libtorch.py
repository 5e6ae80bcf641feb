"""Times torch.nn's recurrent layers: a request a line, and for each the milliseconds of every run.

Request: work cell input hidden time batch runs seconds streaming-steps-in-a-run; see PeerProcess.cs.
"""

import gc
import os
import sys
import time

try:
    import torch
except ImportError as error:
    sys.exit(f"python3-torch is not installed ({error})")

LAYERS = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}
CELLS = {"rnn": torch.nn.RNNCell, "lstm": torch.nn.LSTMCell, "gru": torch.nn.GRUCell}
WARM_RUNS, WARM_SECONDS = 5, 0.25


def training_step(layer, x, dy):
    """Forward, and dL/dx and the gradients of all weights from dL/dy."""
    x.requires_grad_()

    def run():
        layer.zero_grad(set_to_none=True)
        x.grad = None
        y, _ = layer(x)
        y.backward(dy)

    return run


def inference(layer, x):
    def run():
        with torch.inference_mode():
            layer(x)

    return run


class Stream(torch.nn.Module):
    """Each step from the state that the one before left. As TorchScript, so that Python's own time is not in it."""

    def __init__(self, cell, count: int):
        super().__init__()
        self.cell = cell
        self.count = count

    def forward(self, x):
        state = self.cell(x)
        for _ in range(self.count - 1):
            state = self.cell(x, state)
        return state


def streaming_steps(cell, x, count):
    return inference(torch.jit.script(Stream(cell, count)), x)


def prepare(work, cell, sizes, steps_in_run):
    input_size, hidden_size, steps, batch = sizes
    torch.manual_seed(1)
    if work == "streaming-step":
        return streaming_steps(CELLS[cell](input_size, hidden_size), torch.randn(batch, input_size), steps_in_run)
    layer = LAYERS[cell](input_size, hidden_size)
    x = torch.randn(steps, batch, input_size)
    if work == "inference":
        return inference(layer, x)
    return training_step(layer, x, torch.randn(steps, batch, hidden_size))


def milliseconds(run, runs, seconds):
    begin, warm = time.perf_counter(), 0
    while warm < WARM_RUNS or time.perf_counter() - begin < WARM_SECONDS:
        run()
        warm += 1
    times, begin = [], time.perf_counter()
    while len(times) < runs or time.perf_counter() - begin < seconds:
        before = time.perf_counter()
        run()
        times.append(1e3 * (time.perf_counter() - before))
    return times


def main():
    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    gc.disable()
    print("ready", torch.__version__, flush=True)
    for line in sys.stdin:
        work, cell, *numbers = line.split()
        sizes, (runs, seconds, steps_in_run) = [int(n) for n in numbers[:4]], numbers[4:]
        run = prepare(work, cell, sizes, int(steps_in_run))
        print(*milliseconds(run, int(runs), float(seconds)), flush=True)
        gc.collect()


main()
