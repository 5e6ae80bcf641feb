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


def lengths_of(metadata):
    return [int(length) for length in metadata["lengths"].split(",")] if metadata["lengths"] else None


def part(parameters, prefix):
    return {name[len(prefix):]: value for name, value in parameters.items() if name.startswith(prefix)}


def compute_pair(tensors, metadata):
    """An encoder and a decoder, as torch.nn's modules, with the look back of Luong and others by torch.softmax."""
    x, y, da = tensors.pop("x").long(), tensors.pop("y").long(), tensors.pop("da")
    kind, hidden, layers = metadata["kind"], int(metadata["hidden"]), int(metadata["layers"])
    leaves = {name: tensor for name, tensor in tensors.items() if "_l" not in name}
    for leaf in leaves.values():
        leaf.requires_grad_(True)

    def run(prefix, vectors, state, given=None):
        module = NN[kind](vectors.shape[2], hidden, num_layers=layers).to(vectors.dtype)
        module.load_state_dict(part(tensors, prefix))
        leaves.update((prefix + name, value) for name, value in module.named_parameters())
        if given is None:
            return module(vectors, state)
        packed = torch.nn.utils.rnn.pack_padded_sequence(vectors, given, enforce_sorted=False)
        outputs, final = module(packed, state)
        return torch.nn.utils.rnn.pad_packed_sequence(outputs, total_length=x.shape[0])[0], final

    given = lengths_of(metadata)
    memory, final = run("encoder.", torch.nn.functional.embedding(x, leaves["source.weight"]), None, given)
    passes = (torch.arange(hidden) < int(metadata["passed"])).to(da.dtype)
    final = tuple(state * passes for state in final) if kind == "lstm" else final * passes
    states, _ = run("decoder.", torch.nn.functional.embedding(y, leaves["target.weight"]), final)
    results = {}
    if metadata["look back"] != "None":
        lengths = torch.tensor(given or [x.shape[0]] * x.shape[1])
        places = torch.arange(x.shape[0])
        if metadata["look back"] == "LastState":
            alpha = (places == lengths.unsqueeze(1) - 1).to(da.dtype).expand(len(y), -1, -1)
        else:
            scores = torch.einsum("tbh,ibh->tbi", states, memory)
            alpha = torch.softmax(scores.masked_fill(places >= lengths.unsqueeze(1), float("-inf")), 2)
        states = torch.cat((states, torch.einsum("tbi,ibh->tbh", alpha, memory)), 2)
        results["alpha"] = alpha
    results["a"] = torch.nn.functional.linear(states, leaves["head.weight"], leaves["head.bias"])
    (results["a"] * da).sum().backward()
    for name, leaf in leaves.items():
        results["d" + name] = torch.zeros_like(leaf) if leaf.grad is None else leaf.grad
    return results


def compute(tensors, metadata, precision):
    tensors = {name: tensor.to(precision, copy=True) for name, tensor in tensors.items()}
    if "look back" in metadata:
        return compute_pair(tensors, metadata)
    kind, layers, directions = metadata["kind"], int(metadata["layers"]), int(metadata["directions"])
    x, hidden = tensors["x"], int(metadata["hidden"])
    time, batch, inputs = x.shape
    given = lengths_of(metadata)
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
