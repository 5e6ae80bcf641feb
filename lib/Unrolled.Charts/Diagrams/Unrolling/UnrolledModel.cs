using System.Collections.Immutable;

namespace Unrolled;

/// <summary>A network along its steps: its layers, and the steps that are drawn.</summary>
internal sealed record UnrolledModel(int Steps)
{
    /// <summary>The caption above it, where one diagram has several networks.</summary>
    public string? Caption { get; init; }

    public int Layers { get; init; } = 1;

    public bool Bidirectional { get; init; }

    public bool Folded { get; init; }

    /// <summary>Whether there are outputs y above the highest layer.</summary>
    public bool HasOutput { get; init; } = true;

    /// <summary>The number t of the first step that is drawn.</summary>
    public int First { get; init; } = 1;

    /// <summary>Whether an arrow comes from the state before the first step that is drawn.</summary>
    public bool HasBefore { get; init; } = true;

    /// <summary>Whether the run has more steps after the drawn ones.</summary>
    public bool GoesOn { get; init; }

    public SequenceShape Shape { get; init; } = SequenceShape.InStep;

    public ImmutableArray<string> Inputs { get; init; } = [];

    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>The names of the matrices from the input, from the step before, and to the output.</summary>
    public (string Input, string Recurrent, string Output) Weights { get; init; } = ("W", "U", "V");

    /// <summary>The activations [time, unit] by the node's name, such as x, 1.h or y. Empty by default.</summary>
    public ImmutableDictionary<string, double[,]> Activations { get; init; } =
        ImmutableDictionary<string, double[,]>.Empty;

    public bool Reads(int step) => Shape switch
    {
        SequenceShape.OneToMany => step == 0,
        SequenceShape.Delayed => step < (Steps + 1) / 2,
        _ => true,
    };

    public bool Answers(int step) => Shape switch
    {
        SequenceShape.ManyToOne => step == Steps - 1,
        SequenceShape.Delayed => step >= Steps / 2,
        _ => true,
    };
}
