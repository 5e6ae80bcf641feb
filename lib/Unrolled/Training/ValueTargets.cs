
namespace Unrolled;

/// <summary>Values, by squared error.</summary>
/// <param name="Values">In the shape of the outputs, [batch, values] or [time, batch, values].</param>
/// <param name="Mask">[time, batch]: 1 at places that count and 0 elsewhere; all of them count if null.</param>
public sealed record ValueTargets(Tensor Values, Tensor? Mask = null) : Targets
{
    /// <inheritdoc/>
    public override LossValue Loss(Tensor output, Tensor? reuse = null) => BatchMeanSquaredError.Of(output, Values, Mask, reuse);

    internal static ValueTargets Of(IReadOnlyList<ValueExample> examples, OutputAt outputAt)
    {
        int size = examples[0].Targets[0].Length;
        if (outputAt == OutputAt.LastStep)
        {
            Tensor last = new(examples.Count, size);
            for (int b = 0; b < examples.Count; b++)
                Padding.Copy(examples[b].Targets[^1], last.At(b));
            return new ValueTargets(last);
        }

        Tensor mask = new(examples.Max(example => example.Length), examples.Count);
        Tensor values = new(mask.Shape[0], mask.Shape[1], size);
        for (int b = 0; b < examples.Count; b++)
        {
            foreach (int t in examples[b].AskedSteps)
            {
                Padding.Copy(examples[b].Targets[t], values.At(t, b));
                mask[t, b] = 1;
            }
        }

        return new ValueTargets(values, mask);
    }
}
