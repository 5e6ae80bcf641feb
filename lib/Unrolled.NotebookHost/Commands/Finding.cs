namespace Unrolled.NotebookHost.Commands;

/// <summary>What the machine has of one thing that notebooks may need.</summary>
/// <param name="Subject">The thing.</param>
/// <param name="Detail">Its version or place, or why it does not serve.</param>
/// <param name="Advice">What to do about it; null where it is well.</param>
/// <param name="IsNeeded">Whether nothing works without it.</param>
internal sealed record Finding(string Subject, string Detail, string? Advice = null, bool IsNeeded = false)
{
    /// <summary>Whether it serves.</summary>
    public bool IsWell => Advice is null;
}
