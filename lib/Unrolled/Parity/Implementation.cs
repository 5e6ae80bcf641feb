namespace Unrolled;

/// <summary>One of the library's two implementations of the models.</summary>
public sealed class Implementation
{
    private readonly Func<ReferenceCase, bool> has;
    private readonly Func<ReferenceCase, Computation> compute;

    private Implementation(string name, Func<ReferenceCase, bool> has, Func<ReferenceCase, Computation> compute)
    {
        Name = name;
        this.has = has;
        this.compute = compute;
    }

    /// <summary>The equations: 64 bits, one sequence at a time.</summary>
    public static Implementation Equations { get; } = new("equations", _ => true, ByEquations);

    /// <summary>
    /// The layers: 32 bits, a batch at a time. Elman's and Jordan's networks are in the equations only, and minibatches
    /// need no computing twice.
    /// </summary>
    public static Implementation Layers { get; } = new(
        "layers",
        recorded => recorded is not (TrainingDataCase or VariantCase { Kind: VariantKind.Elman or VariantKind.Jordan }),
        ByLayers);

    /// <summary>Both.</summary>
    public static IReadOnlyList<Implementation> All => [Equations, Layers];

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether it has the model of a case.</summary>
    public bool Has(ReferenceCase recorded) => has(recorded);

    /// <summary>Computes a case.</summary>
    internal Computation Compute(ReferenceCase recorded) => compute(recorded);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Computation ByEquations(ReferenceCase recorded) => recorded switch
    {
        RecurrentCase layer => RecurrentComputation.Of(layer),
        VariantCase variant => VariantComputation.Of(variant),
        TrainingDataCase data => TrainingDataComputation.Of(data),
        TrainingCase training => TrainingComputation.Of(training),
        LanguageModelCase model => LanguageModelComputation.Of(model),
        _ => throw new NotSupportedException($"{recorded.GetType().Name} cannot be computed."),
    };

    private static Computation ByLayers(ReferenceCase recorded) => recorded switch
    {
        RecurrentCase layer => RecurrentBatch.Of(layer),
        VariantCase variant => VariantBatch.Of(variant),
        TrainingCase training => TrainingBatch.Of(training),
        LanguageModelCase model => LanguageModelBatch.Of(model),
        _ => throw new NotSupportedException($"{recorded.GetType().Name} cannot be computed."),
    };
}
