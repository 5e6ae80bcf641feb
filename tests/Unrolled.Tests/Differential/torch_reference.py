"""Computes the cases that TorchReference.cs saved in a folder, in double and in single precision, and saves both."""

import glob
import json
import struct
import sys

import numpy
import torch

NN = {
    "rnn": torch.nn.RNN,
    "relu": lambda *sizes, **options: torch.nn.RNN(*sizes, nonlinearity="relu", **options),
    "lstm": torch.nn.LSTM,
    "gru": torch.nn.GRU,
}


def load(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(data[begin:end], dtype=numpy.float32)
        tensors[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return tensors, metadata


def save(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        values = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {
            "dtype": "F64" if tensor.dtype == torch.float64 else "F32",
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + len(values)],
        }
        data += values
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def step(kind, x, h, c, weights):
    """One step of the kinds that torch.nn has not, as their papers write them."""
    w_ih, w_hh, b_ih, b_hh, peephole = weights
    a = x @ w_ih.T + b_ih
    if kind == "gru, reset before":
        u_r, u_z, u_n = w_hh.chunk(3)
        a_r, a_z, a_n = a.chunk(3, 1)
        b_r, b_z, b_n = b_hh.chunk(3)
        r = torch.sigmoid(a_r + h @ u_r.T + b_r)
        z = torch.sigmoid(a_z + h @ u_z.T + b_z)
        n = torch.tanh(a_n + (r * h) @ u_n.T + b_n)
        return (1 - z) * n + z * h, c
    a = a + h @ w_hh.T + b_hh
    if kind == "lstm without forget gate":
        i, g, o = a.chunk(3, 1)
        c = c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c
    i, f, g, o = a.chunk(4, 1)
    p_i, p_f, p_o = peephole.chunk(3)
    c = torch.sigmoid(f + p_f * c) * c + torch.sigmoid(i + p_i * c) * torch.tanh(g)
    return torch.sigmoid(o + p_o * c) * torch.tanh(c), c


def by_steps(kind, x, h_0, c_0, lengths, parameters, layers, directions):
    time, batch, _ = x.shape
    h_n, c_n = [], []
    for layer in range(layers):
        outputs = []
        for direction in range(directions):
            suffix = f"_l{layer}" + ("_reverse" if direction == 1 else "")
            weights = [parameters.get(name + suffix) for name in (
                "weight_ih", "weight_hh", "bias_ih", "bias_hh", "weight_peephole")]
            place = layer * directions + direction
            h, c, ys = h_0[place], c_0[place], [None] * time
            for t in range(time) if direction == 0 else reversed(range(time)):
                runs = (t < lengths).unsqueeze(1)
                h_next, c_next = step(kind, x[t], h, c, weights)
                h, c = torch.where(runs, h_next, h), torch.where(runs, c_next, c)
                ys[t] = torch.where(runs, h, torch.zeros_like(h))
            outputs.append(torch.stack(ys))
            h_n.append(h)
            c_n.append(c)
        x = torch.cat(outputs, 2)
    return x, torch.stack(h_n), torch.stack(c_n)


def by_nn(kind, x, h_0, c_0, given, module):
    state = (h_0, c_0) if kind == "lstm" else h_0
    if given is None:
        y, final = module(x, state)
    else:
        packed = torch.nn.utils.rnn.pack_padded_sequence(x, given, enforce_sorted=False)
        y, final = module(packed, state)
        y, _ = torch.nn.utils.rnn.pad_packed_sequence(y, total_length=x.shape[0])
    return (y, *final) if kind == "lstm" else (y, final, c_0)


def compute(tensors, metadata, precision):
    tensors = {name: tensor.to(precision, copy=True) for name, tensor in tensors.items()}
    kind, layers, directions = metadata["kind"], int(metadata["layers"]), int(metadata["directions"])
    x, hidden = tensors["x"], int(metadata["hidden"])
    time, batch, inputs = x.shape
    given = [int(length) for length in metadata["lengths"].split(",")] if metadata["lengths"] else None
    lengths = torch.tensor(given or [time] * batch)
    zeros = torch.zeros(layers * directions, batch, hidden, dtype=precision)
    h_0, c_0 = tensors.get("h_0", zeros.clone()), tensors.get("c_0", zeros.clone())
    parameters = {name: tensor for name, tensor in tensors.items() if "_l" in name}
    if kind in NN:
        module = NN[kind](inputs, hidden, num_layers=layers, bidirectional=directions == 2).to(precision)
        module.load_state_dict(parameters)
        parameters = dict(module.named_parameters())
    for leaf in (x, h_0, c_0, *parameters.values()):
        leaf.requires_grad_(True)

    if kind in NN:
        y, h_n, c_n = by_nn(kind, x, h_0, c_0, given, module)
    else:
        y, h_n, c_n = by_steps(kind, x, h_0, c_0, lengths, parameters, layers, directions)

    loss = sum(
        (result * tensors[name]).sum()
        for result, name in ((y, "dy"), (h_n, "dh_n"), (c_n, "dc_n")) if name in tensors)
    loss.backward()
    leaves = {"x": x, "h_0": h_0, **parameters}
    results = {"y": y, "h_n": h_n}
    if kind.startswith("lstm"):
        leaves["c_0"] = c_0
        results["c_n"] = c_n
    for name, leaf in leaves.items():
        results["d" + name] = torch.zeros_like(leaf) if leaf.grad is None else leaf.grad
    return results


if __name__ == "__main__":
    torch.set_num_threads(1)
    for path in glob.glob(sys.argv[1] + "/*.safetensors"):
        case = load(path)
        for precision, name in ((torch.float64, ".double"), (torch.float32, ".single")):
            save(path.replace(".safetensors", name), compute(*case, precision))
