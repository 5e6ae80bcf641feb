namespace Unrolled.Charts.Display;

/// <summary>Tells the first of all callers, on whatever threads, from the others.</summary>
internal sealed class FirstCall
{
    private int made;

    public bool IsThis() => Interlocked.Exchange(ref made, 1) == 0;
}
