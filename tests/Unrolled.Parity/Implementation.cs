using Unrolled.Parity.Batches;
using Unrolled.Parity.Cases;
using Unrolled.Parity.Tensors;
using Unrolled.ReferenceCases;

namespace Unrolled.Parity;

/// <summary>One of the library's two implementations of the models.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Has">Whether it has the model of a case.</param>
/// <param name="Compute">Computes a case.</param>
internal sealed record Implementation(
    string Name, Func<ReferenceCase, bool> Has, Func<ReferenceCase, Computation> Compute)
{
    internal static readonly Implementation Equations = new("equations", _ => true, ByEquations);

    /// <summary>
    /// Elman's and Jordan's networks are in the equations only, and minibatches need no computing twice.
    /// </summary>
    internal static readonly Implementation Layers = new(
        "layers",
        recorded => recorded is not (TrainingDataCase or VariantCase { Kind: VariantKind.Elman or VariantKind.Jordan }),
        ByLayers);

    internal static IReadOnlyList<Implementation> All => [Equations, Layers];

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
