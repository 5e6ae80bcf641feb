
namespace Unrolled.Experiments.Models;

/// <summary>Linear output units on a recurrent layer.</summary>
internal static class LinearReadOut
{
    /// <summary>The layer with a head that has its first weights.</summary>
    internal static SequenceModel Of(RecurrentLayer layer, int outputSize, OutputAt outputAt, Random random)
    {
        Dense head = new(layer.OutputSize, outputSize);
        Initialize.Uniform(head, random);
        return new SequenceModel(layer, head, outputAt);
    }
}
