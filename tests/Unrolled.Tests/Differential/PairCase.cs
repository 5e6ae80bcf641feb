using System.Globalization;
using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Differential;

/// <summary>
/// A pair of networks of any kind and size, with or without a look back, and a batch for it, all drawn from the seed;
/// and what the layers make of them: the logits "a", the weights "alpha" of a look back, and d before each parameter's
/// name.
/// </summary>
internal sealed class PairCase
{
    private static readonly string[] Kinds = ["rnn", "lstm", "gru"];

    private readonly int seed;
    private readonly string kind;
    private readonly Seq2Seq model;
    private readonly int[,] source, read;
    private readonly int[]? lengths;
    private readonly Tensor dOutput;

    internal PairCase(int seed)
    {
        this.seed = seed;
        LayerDraw draw = new(seed);
        int UpTo(int most) => 1 + draw.Random.Next(most);
        kind = Kinds[seed % Kinds.Length];
        LookBack lookBack = Enum.GetValues<LookBack>()[seed / Kinds.Length % 3];
        (int hidden, int layers, int batch) = (UpTo(40), UpTo(2), UpTo(20));
        (int sourceSymbols, int targetSymbols, int sourceSize, int targetSize) = (UpTo(12), UpTo(12), UpTo(9), UpTo(9));
        model = new Seq2Seq(
            Embedding.Zeros(sourceSymbols, sourceSize), draw.Layer(kind, sourceSize, hidden, layers),
            Embedding.Zeros(targetSymbols, targetSize), draw.Layer(kind, targetSize, hidden, layers),
            start: 0, end: 0, draw.Random, lookBack)
        {
            PassedUnits = draw.Random.Next(3) == 0 ? UpTo(hidden) : null,
        };
        draw.Fill(model.Parameters, bound: (.5f + draw.Random.NextSingle()) / MathF.Sqrt(hidden));
        draw.Fill(model.SourceEmbedding.Parameters, bound: 1);
        draw.Fill(model.TargetEmbedding.Parameters, bound: 1);
        source = Drawn(UpTo(12), batch, sourceSymbols);
        read = Drawn(UpTo(12), batch, targetSymbols);
        lengths = draw.Random.Next(2) == 0
            ? null
            : [.. Enumerable.Range(0, batch).Select(_ => UpTo(source.GetLength(0)))];
        dOutput = draw.Tensor(read.GetLength(0), batch, targetSymbols);

        int[,] Drawn(int time, int batch, int symbols)
        {
            int[,] drawn = new int[time, batch];
            for (int t = 0; t < time; t++)
            {
                for (int b = 0; b < batch; b++)
                    drawn[t, b] = draw.Random.Next(symbols);
            }

            return drawn;
        }
    }

    /// <summary>What another implementation needs to compute the same.</summary>
    internal SafetensorsFile ToFile() => new(
        [
            .. model.Parameters.ToTensors(), Symbols("x", source), Symbols("y", read), dOutput.Named("da"),
        ],
        new Dictionary<string, string>
        {
            ["kind"] = kind,
            ["hidden"] = Text(model.Encoder.HiddenSize),
            ["layers"] = Text(model.Encoder.LayerCount),
            ["look back"] = model.LookBack.ToString(),
            ["passed"] = Text(model.PassedUnits ?? model.Encoder.HiddenSize),
            ["lengths"] = lengths is null ? "" : string.Join(',', lengths.Select(Text)),
        });

    /// <summary>Every tensor of the forward pass and of the backward pass.</summary>
    internal Dictionary<string, double[]> Results()
    {
        Seq2SeqPass pass = model.Forward(source, read, lengths);
        model.Backward(pass, dOutput);
        Dictionary<string, double[]> results = new() { ["a"] = Doubles(pass.Output) };
        if (pass.Weights is { } alpha)
            results["alpha"] = Doubles(alpha);
        foreach (Parameter parameter in model.Parameters)
            results[$"d{parameter.Name}"] = Doubles(parameter.Gradient);
        return results;
    }

    public override string ToString() =>
        $"pair {seed}, {kind}, {model.LookBack}, {model.Encoder.LayerCount} layers of {model.Encoder.HiddenSize} units";

    private static NamedTensor Symbols(string name, int[,] symbols) => NamedTensor.Create(
        name, [symbols.GetLength(0), symbols.GetLength(1)], [.. symbols.Cast<int>().Select(symbol => (float)symbol)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double[] Doubles(Tensor tensor) => Array.ConvertAll(tensor.Values, value => (double)value);
}
