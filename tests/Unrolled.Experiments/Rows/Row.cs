using System.Globalization;
using MathNet.Numerics.Random;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Layers;
using Unrolled.Training;

namespace Unrolled.Experiments.Rows;

/// <summary>One model with its settings, and what is expected of it. Adam, gradients clipped at 1, batches of 32.</summary>
/// <param name="Cell">The recurrent layer.</param>
/// <param name="Hidden">H, the units of one layer in one direction.</param>
/// <param name="LearningRate">Adam's.</param>
/// <param name="Steps">How many steps are taken, unless the problem is solved before.</param>
/// <param name="Expected">What is expected, with its source.</param>
internal sealed record Row(CellKind Cell, int Hidden, double LearningRate, int Steps, Expectation Expected)
{
    /// <summary>The initial bias of the gate that keeps; none is set if null.</summary>
    public double? KeepBias { get; init; }

    public Start Start { get; init; }

    public int Layers { get; init; } = 1;

    public bool Bidirectional { get; init; }

    /// <summary>What explains a difference from the earlier measurement; null if there is nothing to explain.</summary>
    public string? Note { get; init; }

    /// <summary>What tells the row from the others of its experiment.</summary>
    internal string Name => string.Join(", ", Parts());

    internal SequenceModel Create(IProblem problem, RandomSource random)
    {
        RecurrentLayer layer = Cell switch
        {
            CellKind.Rnn => new Rnn(problem.InputSize, Hidden, layers: Layers, bidirectional: Bidirectional),
            CellKind.LstmWithoutForgetGate => new Lstm(
                problem.InputSize, Hidden, LstmKind.WithoutForgetGate, layers: Layers, bidirectional: Bidirectional),
            CellKind.Lstm => new Lstm(problem.InputSize, Hidden, layers: Layers, bidirectional: Bidirectional),
            _ => new Gru(problem.InputSize, Hidden, layers: Layers, bidirectional: Bidirectional),
        };
        SequenceModel model = new(layer, new Dense(layer.OutputSize, problem.OutputSize), problem.ReadAt);
        Initialize.Uniform(model, random);
        if (Start == Start.Orthogonal)
            Initialize.Orthogonal(layer, random);
        if (KeepBias is { } bias)
            Initialize.KeepBias(layer, bias);
        return model;
    }

    private IEnumerable<string> Parts()
    {
        yield return Cell == CellKind.LstmWithoutForgetGate ? "LSTM without forget gate" : Cell.ToString().ToUpperInvariant();
        if (Layers > 1)
            yield return $"{Layers} layers";
        if (Bidirectional)
            yield return "bidirectional";
        if (Start == Start.Orthogonal)
            yield return "orthogonal";
        if (KeepBias is { } bias)
            yield return string.Create(CultureInfo.InvariantCulture, $"keep bias {bias}");
        yield return string.Create(CultureInfo.InvariantCulture, $"H {Hidden}, rate {LearningRate}");
    }
}
