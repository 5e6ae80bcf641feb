namespace Unrolled.Layers.Teams;

/// <summary>The sequences of a batch, or the columns of a matrix, that one thread works on.</summary>
/// <param name="First">The first.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Share(int First, int Count)
{
    /// <summary>What is in both.</summary>
    internal Share And(int first, int count)
    {
        int begin = Math.Max(First, first);
        return new Share(begin, Math.Max(Math.Min(First + Count, first + count) - begin, 0));
    }
}
