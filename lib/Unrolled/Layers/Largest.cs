namespace Unrolled.Layers;

/// <summary>What a row of logits says: the class with the largest; the first of them if there is a tie.</summary>
internal static class Largest
{
    internal static int IndexOf(ReadOnlySpan<float> logits)
    {
        int largest = 0;
        for (int k = 1; k < logits.Length; k++)
            largest = logits[k] > logits[largest] ? k : largest;
        return largest;
    }
}
