using System.Globalization;
using Unrolled.Experiments.Judging;

namespace Unrolled.Experiments.Rows;

/// <summary>One model with its settings, and what is expected of it. Adam, gradients clipped at 1.</summary>
/// <param name="Cell">The recurrent layer.</param>
/// <param name="Hidden">H, the units of one layer in one direction.</param>
/// <param name="LearningRate">Adam's.</param>
/// <param name="Steps">The number of steps, unless the problem is solved before.</param>
/// <param name="Expected">The expectation, with its source.</param>
internal sealed record Row(CellKind Cell, int Hidden, double LearningRate, int Steps, Expectation Expected)
{
    /// <summary>The initial bias of the gate that keeps; none is set if null.</summary>
    public double? KeepBias { get; init; }

    public Start Start { get; init; }

    public int Layers { get; init; } = 1;

    public bool Bidirectional { get; init; }

    /// <summary>The units between the recurrent layer and the outputs; a linear read-out if null.</summary>
    public int? ReadOutUnits { get; init; }

    /// <summary>How a source is read, where there is one.</summary>
    public ReadingOrder Source { get; init; }

    /// <summary>
    /// Whether a stream's every window begins from zero state in training, instead of from where the last one ended.
    /// </summary>
    public bool Resets { get; init; }

    /// <summary>The explanation of a difference from the earlier measurement; null if there is none.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// The processor time of a training step before the layers were tuned, in seconds; null if that was not measured.
    /// </summary>
    public double? UntunedSecondsPerStep { get; init; }

    /// <summary>The part that distinguishes the row from the others of its experiment.</summary>
    internal string Name => string.Join(", ", Parts());

    /// <summary>The recurrent layer with its first weights.</summary>
    internal RecurrentLayer CreateLayer(int inputSize, Random random)
    {
        RecurrentLayer layer = Cell switch
        {
            CellKind.Rnn => new Rnn(inputSize, Hidden, random, layers: Layers, bidirectional: Bidirectional),
            CellKind.LstmWithoutForgetGate => new Lstm(
                inputSize, Hidden, random, LstmKind.WithoutForgetGate, layers: Layers, bidirectional: Bidirectional),
            CellKind.Lstm => new Lstm(inputSize, Hidden, random, layers: Layers, bidirectional: Bidirectional),
            _ => new Gru(inputSize, Hidden, random, layers: Layers, bidirectional: Bidirectional),
        };
        foreach (Parameter bias in layer.Parameters.Where(
            parameter => parameter.Name.StartsWith("bias", StringComparison.Ordinal)))
            bias.Value.Clear();
        if (Start == Start.Orthogonal)
            Initialize.Orthogonal(layer, random);
        if (KeepBias is { } keep)
            Initialize.KeepBias(layer, keep);
        return layer;
    }

    private IEnumerable<string> Parts()
    {
        yield return Cell == CellKind.LstmWithoutForgetGate
            ? "LSTM without forget gate"
            : Cell.ToString().ToUpperInvariant();
        if (Layers > 1)
            yield return $"{Layers} layers";
        if (Bidirectional)
            yield return "bidirectional";
        if (ReadOutUnits is { } units)
            yield return $"{units} units before the output";
        if (Source == ReadingOrder.Reversed)
            yield return "source reversed";
        if (Resets)
            yield return "resets in training";
        if (Start == Start.Orthogonal)
            yield return "orthogonal";
        if (KeepBias is { } bias)
            yield return string.Create(CultureInfo.InvariantCulture, $"keep bias {bias}");
        yield return string.Create(CultureInfo.InvariantCulture, $"H {Hidden}, rate {LearningRate}");
    }
}
