namespace Unrolled;

/// <summary>Refuses a second thread where one at a time may be.</summary>
/// <param name="refusal">The error of the second thread: what the first does, and what to do about it.</param>
internal sealed class ExclusiveUse(string refusal)
{
    private int users;

    /// <summary>Enters; to be left by the end of a using.</summary>
    /// <exception cref="InvalidOperationException">Another is inside.</exception>
    internal Hold Enter() => Interlocked.Exchange(ref users, 1) == 0
        ? new Hold(this)
        : throw new InvalidOperationException(refusal);

    internal readonly ref struct Hold(ExclusiveUse? use)
    {
        public void Dispose()
        {
            if (use is not null)
                Volatile.Write(ref use.users, 0);
        }
    }
}
