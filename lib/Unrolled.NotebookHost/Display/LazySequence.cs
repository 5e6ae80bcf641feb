using System.Collections;

namespace Unrolled.NotebookHost.Display;

/// <summary>
/// The beginning of a sequence that is computed while it is read: read once, so that its side effects happen once, and
/// no further than is shown, because it may have no end.
/// </summary>
internal sealed class LazySequence : IEnumerable<object?>
{
    private readonly List<object?> beginning;

    private LazySequence(List<object?> beginning) => this.beginning = beginning;

    /// <summary>
    /// A value that can be read as often as one likes: the value itself unless it is such a sequence.
    /// </summary>
    public static object Settle(object value)
    {
        if (!Shape.IsLazy(value))
            return value;
        List<object?> beginning = [.. ((IEnumerable)value).Cast<object?>().Take(Shape.MaximumItems + 1)];
        return beginning.Count > Shape.MaximumItems ? new LazySequence(beginning) : beginning;
    }

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => beginning.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
