namespace Unrolled.Layers.Teams;

/// <summary>One of the threads that work together.</summary>
/// <param name="Index">Which one, from 0.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Barrier">Where they wait for each other.</param>
internal readonly record struct Member(int Index, int Count, TeamBarrier Barrier)
{
    /// <summary>This member's part of a whole that is cut only at multiples of a number.</summary>
    internal Share Of(int count, int multiple)
    {
        int pieces = (count + multiple - 1) / multiple;
        int first = Math.Min(pieces * Index / Count * multiple, count);
        int end = Math.Min(pieces * (Index + 1) / Count * multiple, count);
        return new Share(first, end - first);
    }

    /// <summary>Returns when all have come so far.</summary>
    internal void WaitForOthers() => Barrier.Wait(Count);
}
