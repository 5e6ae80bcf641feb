// Computes everything in this folder again with TorchSharp, writes it to a new folder, and compares the two.
//
//     dotnet run data/torchsharp-reference/generate.cs -- NEW-FOLDER
//
// Inputs, weights, upstream gradients and minibatches are taken from the recorded files; all the rest is computed.
// Exit code 0: nothing differs by more than 1e-10; 1: something does; 2: the arguments are wrong.
// Where the package feed does not hold TorchSharp-cpu 0.106.0, the restore fails, names the package, and nothing runs.
// README.md beside this file describes the format.
#:package TorchSharp-cpu@0.106.0
#:project ../../lib/Unrolled/Unrolled.csproj
#:property PublishAot=false

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TorchSharp;
using TorchSharp.Modules;
using Unrolled;
using static TorchSharp.torch;
using Embedding = TorchSharp.Modules.Embedding;
using Parameter = TorchSharp.Modules.Parameter;
using Tensor = TorchSharp.torch.Tensor;

const double Tolerance = 1e-10;
const string Index = ReferenceFolder.Index;

if (args.Length != 1 || Directory.Exists(args[0]) && Directory.EnumerateFileSystemEntries(args[0]).Any())
{
    Console.Error.WriteLine("One argument is expected: a folder that does not exist yet, or is empty.");
    return 2;
}

string recordedFolder = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
string newFolder = Directory.CreateDirectory(args[0]).FullName;
set_num_threads(1);

JsonNode index = JsonNode.Parse(File.ReadAllText(Path.Combine(recordedFolder, Index)))!;
index["generator"] = $"TorchSharp {typeof(torch).Assembly.GetName().Version}";
index["libtorch"] = $"{__version__}, CPU, one thread";

int different = 0;
IReadOnlyList<ReferenceCase> cases = ReferenceFolder.Read(recordedFolder);
foreach (ReferenceCase recorded in cases)
{
    using DisposeScope scope = NewDisposeScope();
    Recomputation again = new(recorded);
    JsonNode entry = index["cases"]!.AsArray().Single(one => (string)one!["file"]! == recorded.File)!;
    Compute(recorded, again, entry);
    again.Save(Path.Combine(newFolder, recorded.File));
    (string tensor, double error) = again.Worst();
    Console.WriteLine($"{(error <= Tolerance ? "ok       " : "DIFFERENT")} {recorded,-42} {error:0.0e+00} {tensor}");
    different += error <= Tolerance ? 0 : 1;
}

JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
File.WriteAllText(Path.Combine(newFolder, Index), index.ToJsonString(readable) + "\n");
Console.WriteLine(different == 0 ? $"All within {Tolerance}." : $"{different} of {cases.Count} cases differ by more than {Tolerance}.");
return different == 0 ? 0 : 1;

static void Compute(ReferenceCase recorded, Recomputation again, JsonNode entry)
{
    switch (recorded)
    {
        case RecurrentCase layer:
            entry["loss"] = Layer(layer, again);
            break;
        case VariantCase variant:
            entry["loss"] = Variant(variant, again);
            break;
        case TrainingDataCase:
            again.Take("x");
            again.Take("y");
            break;
        case TrainingCase training:
            (entry["first_loss"], entry["last_loss"]) = Training(training, again);
            break;
        case LanguageModelCase model:
            (entry["first_loss"], entry["last_loss"]) = LanguageModel(model, again);
            break;
        default:
            throw new NotSupportedException($"{recorded}: {recorded.GetType().Name} cannot be computed.");
    }
}

// One call of torch.nn.RNN, LSTM or GRU; packed where the sequences differ in length.
static double Layer(RecurrentCase one, Recomputation again)
{
    nn.Module layer = Recurrent(one.Kind, one.InputSize, one.HiddenSize, one.NumLayers, one.Bidirectional);
    TakeParameters(layer, again, "");
    Dictionary<string, Tensor> start = new() { ["x"] = again.TakeLeaf("x"), ["h0"] = again.TakeLeaf("h0") };
    if (one.Kind == RecurrentKind.Lstm)
        start["c0"] = again.TakeLeaf("c0");

    Tensor? lengths = one is PackedCase ? again.Take("lengths") : null;
    Dictionary<string, Tensor> results = Run(layer, start["x"], lengths, start["h0"], start.GetValueOrDefault("c0"));
    Tensor loss = zeros(1, dtype: ScalarType.Float64);
    foreach ((string name, Tensor result) in results)
    {
        loss = loss + (result * again.Take($"upstream.{name}")).sum();
        again.Compute(name, result);
    }

    loss.backward();
    foreach ((string name, Tensor leaf) in start)
        again.Compute($"grad.{name}", leaf.grad!);
    foreach ((string name, Parameter parameter) in layer.named_parameters())
        again.Compute($"grad.{name}", parameter.grad!);
    return loss.item<double>();
}

static nn.Module Recurrent(RecurrentKind kind, long inputs, long hidden, long layers = 1, bool bidirectional = false) => kind switch
{
    RecurrentKind.Lstm => nn.LSTM(inputs, hidden, layers, bidirectional: bidirectional, dtype: ScalarType.Float64),
    RecurrentKind.Gru => nn.GRU(inputs, hidden, layers, bidirectional: bidirectional, dtype: ScalarType.Float64),
    _ => nn.RNN(
        inputs,
        hidden,
        layers,
        nonLinearity: kind == RecurrentKind.RnnRelu ? nn.NonLinearities.ReLU : nn.NonLinearities.Tanh,
        bidirectional: bidirectional,
        dtype: ScalarType.Float64),
};

// y, h_n and, for the LSTM, c_n; without a state given, from zeros.
static Dictionary<string, Tensor> Run(nn.Module layer, Tensor x, Tensor? lengths = null, Tensor? h0 = null, Tensor? c0 = null)
{
    (Tensor, Tensor)? state = h0 is null || c0 is null ? null : (h0, c0);
    if (lengths is null)
    {
        switch (layer)
        {
            case LSTM lstm:
                (Tensor y, Tensor h, Tensor c) = lstm.call(x, state);
                return new() { ["y"] = y, ["h_n"] = h, ["c_n"] = c };
            case GRU gru:
                (y, h) = gru.call(x, h0!);
                return new() { ["y"] = y, ["h_n"] = h };
            default:
                (y, h) = ((RNN)layer).call(x, h0);
                return new() { ["y"] = y, ["h_n"] = h };
        }
    }

    nn.utils.rnn.PackedSequence packed = nn.utils.rnn.pack_padded_sequence(x, lengths);
    switch (layer)
    {
        case LSTM lstm:
            (nn.utils.rnn.PackedSequence y, Tensor h, Tensor c) = lstm.call(packed, state);
            return new() { ["y"] = Padded(y, x.shape[0]), ["h_n"] = h, ["c_n"] = c };
        case GRU gru:
            (y, h) = gru.call(packed, h0!);
            return new() { ["y"] = Padded(y, x.shape[0]), ["h_n"] = h };
        default:
            (y, h) = ((RNN)layer).call(packed, h0);
            return new() { ["y"] = Padded(y, x.shape[0]), ["h_n"] = h };
    }
}

static Tensor Padded(nn.utils.rnn.PackedSequence sequence, long length) =>
    nn.utils.rnn.pad_packed_sequence(sequence, total_length: length).Item1;

// What torch.nn does not have, one step after the other from tensor operations.
static double Variant(VariantCase one, Recomputation again)
{
    Dictionary<string, Tensor> leaves = again.NamesWithGradient.ToDictionary(name => name, again.TakeLeaf);
    Tensor state = leaves["h0"];
    Tensor? cell = leaves.GetValueOrDefault("c0");
    List<Tensor> outputs = [];
    for (long t = 0; t < one.SeqLen; t++)
        outputs.Add(VariantStep(one.Kind, leaves, leaves["x"][t], ref state, ref cell));

    Tensor y = stack(outputs);
    Tensor loss = (y * again.Take("upstream.y")).sum();
    loss.backward();
    again.Compute("y", y);
    again.Compute("h_n", state);
    if (cell is not null)
        again.Compute("c_n", cell);
    foreach ((string name, Tensor leaf) in leaves)
        again.Compute($"grad.{name}", leaf.grad!);
    return loss.item<double>();
}

static Tensor VariantStep(VariantKind kind, Dictionary<string, Tensor> p, Tensor x, ref Tensor state, ref Tensor? cell)
{
    Tensor h = state;
    switch (kind)
    {
        case VariantKind.Elman or VariantKind.Jordan:
            Tensor hidden = (x.matmul(p["W"].t()) + h.matmul(p["U"].t()) + p["b"]).sigmoid();
            Tensor y = (hidden.matmul(p["V"].t()) + p["b_y"]).sigmoid();
            state = kind == VariantKind.Elman ? hidden : y;
            return y;
        case VariantKind.LstmNoForget:
            cell = cell! + Gate("i", h).sigmoid() * Gate("g", h).tanh();
            return state = Gate("o", h).sigmoid() * cell.tanh();
        case VariantKind.LstmPeephole:
            Tensor i = (Gate("i", h) + p["p_i"] * cell!).sigmoid();
            Tensor f = (Gate("f", h) + p["p_f"] * cell!).sigmoid();
            cell = f * cell! + i * Gate("g", h).tanh();
            return state = (Gate("o", h) + p["p_o"] * cell).sigmoid() * cell.tanh();
        case VariantKind.GruResetBefore:
            Tensor r = Gate("r", h).sigmoid();
            Tensor z = Gate("z", h).sigmoid();
            return state = (1 - z) * h + z * Gate("n", r * h).tanh();
        default:
            throw new NotSupportedException($"The variant {kind} cannot be computed.");
    }

    Tensor Gate(string gate, Tensor from) =>
        x.matmul(p[$"W_{gate}"].t()) + from.matmul(p[$"U_{gate}"].t()) + p[$"b_{gate}"];
}

// One recurrent layer from zero state, a linear head on the last step, mean squared error, gradients clipped at norm 1.
static (double First, double Last) Training(TrainingCase one, Recomputation again)
{
    Recomputation minibatches = new(one.Minibatches);
    Tensor xs = minibatches.Take("x");
    Tensor ys = minibatches.Take("y");
    nn.Module layer = Recurrent(one.Kind, xs.shape[3], one.HiddenSize);
    Linear head = nn.Linear(one.HiddenSize, 1, dtype: ScalarType.Float64);
    Dictionary<string, nn.Module> model = new() { [""] = layer, ["head."] = head };
    TakeModel(model, again);
    Parameter[] parameters = [.. model.Values.SelectMany(module => module.parameters())];
    optim.Optimizer optimizer = one.Optimizer switch
    {
        OptimizerKind.SgdMomentum => optim.SGD(parameters, 0.05, momentum: 0.9),
        OptimizerKind.RmsProp => optim.RMSProp(parameters, lr: 1e-3, alpha: 0.99, eps: 1e-8),
        _ => optim.Adam(parameters, lr: 1e-2, beta1: 0.9, beta2: 0.999, eps: 1e-8),
    };

    List<double> losses = [];
    List<double> norms = [];
    for (long step = 0; step < xs.shape[0]; step++)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        Tensor loss = nn.functional.mse_loss(head.call(Run(layer, xs[step])["y"][-1]), ys[step]);
        loss.backward();
        losses.Add(loss.item<double>());
        norms.Add(nn.utils.clip_grad_norm_(parameters, 1.0));
        optimizer.step();
    }

    again.Compute("grad_norms", tensor(norms.ToArray()));
    return ComputeModel(model, again, losses);
}

// Embedding, one recurrent layer from zero state, a linear head at every step, cross-entropy; nothing is clipped.
static (double First, double Last) LanguageModel(LanguageModelCase one, Recomputation again)
{
    Embedding embedding = nn.Embedding(one.Vocabulary, one.EmbeddingSize, dtype: ScalarType.Float64);
    nn.Module layer = Recurrent(one.Kind, one.EmbeddingSize, one.HiddenSize);
    Linear head = nn.Linear(one.HiddenSize, one.Vocabulary, dtype: ScalarType.Float64);
    Dictionary<string, nn.Module> model = new() { ["embedding."] = embedding, [""] = layer, ["head."] = head };
    TakeModel(model, again);
    optim.Optimizer optimizer = optim.Adam(model.Values.SelectMany(module => module.parameters()), lr: 1e-2);

    Tensor tokens = again.Take("tokens");
    List<double> losses = [];
    for (long step = 0; step < one.Steps; step++)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        Tensor inputs = tokens[step].narrow(0, 0, one.SeqLen);
        Tensor targets = tokens[step].narrow(0, 1, one.SeqLen);
        Tensor logits = head.call(Run(layer, embedding.call(inputs))["y"]);
        Tensor loss = nn.functional.cross_entropy(logits.reshape(-1, one.Vocabulary), targets.reshape(-1));
        loss.backward();
        losses.Add(loss.item<double>());
        optimizer.step();
    }

    return ComputeModel(model, again, losses);
}

static void TakeModel(Dictionary<string, nn.Module> model, Recomputation again)
{
    foreach ((string prefix, nn.Module module) in model)
        TakeParameters(module, again, $"initial.{prefix}");
}

static void TakeParameters(nn.Module module, Recomputation again, string prefix)
{
    using IDisposable noGradient = no_grad();
    foreach ((string name, Parameter _) in module.named_parameters())
        module.get_parameter(name)!.copy_(again.Take(prefix + name));
}

static (double First, double Last) ComputeModel(Dictionary<string, nn.Module> model, Recomputation again, List<double> losses)
{
    again.Compute("losses", tensor(losses.ToArray()));
    foreach ((string prefix, nn.Module module) in model)
    {
        foreach ((string name, Parameter parameter) in module.named_parameters())
            again.Compute($"final.{prefix}{name}", parameter);
    }

    return (losses[0], losses[^1]);
}

/// <summary>Keeps account of what is taken from a recorded case and what is computed again: every tensor is one of the two.</summary>
internal sealed class Recomputation(ReferenceCase recorded)
{
    private readonly HashSet<string> taken = [];
    private readonly Dictionary<string, NamedTensor> computed = [];

    /// <summary>The names of the tensors whose gradient is recorded.</summary>
    public IEnumerable<string> NamesWithGradient =>
        recorded.Tensors.Tensors.Where(one => one.Name.StartsWith("grad.")).Select(one => one.Name["grad.".Length..]);

    public Tensor Take(string name)
    {
        taken.Add(name);
        NamedTensor one = recorded.Tensors[name];
        long[] shape = [.. one.Shape.Select(length => (long)length)];
        return one.Type == ElementType.I64 ? tensor(one.ToInt64s(), shape) : tensor(one.ToDoubles(), shape);
    }

    public Tensor TakeLeaf(string name) => Take(name).requires_grad_();

    public void Compute(string name, Tensor value)
    {
        int[] shape = [.. value.shape.Select(length => (int)length)];
        computed.Add(name, NamedTensor.Create(name, shape, value.detach().contiguous().data<double>().ToArray()));
    }

    /// <summary>The computed tensor that is farthest from the recorded one; nothing computed is no error.</summary>
    public (string Tensor, double Error) Worst() => computed.Values
        .Select(one => (one.Name, Error(one)))
        .Append(("", 0.0))
        .MaxBy(one => one.Item2);

    public void Save(string path)
    {
        string[] forgotten = [.. recorded.Tensors.Tensors.Select(one => one.Name).Except(taken).Except(computed.Keys)];
        if (forgotten.Length > 0)
            throw new InvalidOperationException($"{recorded}: neither taken nor computed: {string.Join(", ", forgotten)}.");
        new SafetensorsFile(taken.Select(name => recorded.Tensors[name]).Concat(computed.Values)).Save(path);
    }

    private double Error(NamedTensor found)
    {
        double[] expected = recorded.Tensors.Require(found.Name, [.. found.Shape]).ToDoubles();
        return found.Name is "losses" or "grad_norms"
            ? RelativeError.OfEveryStep(found.ToDoubles(), expected)
            : RelativeError.Of(found.ToDoubles(), expected);
    }
}
