using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Unrolled.NotebookHost.Display;

/// <summary>Any value on one line, as in a table's cell or inside another value.</summary>
internal static class InlineText
{
    /// <summary>The text of null.</summary>
    public const string Null = "<null>";

    /// <summary>The value on one line.</summary>
    public static string Of(object? value) => Of(value, InlineScope.Outermost);

    /// <summary>The value on one line inside of others.</summary>
    public static string Of(object? value, InlineScope scope)
    {
        if (value is null)
            return Null;
        if (Shape.TryText(value) is { } text)
            return OneLine(text);
        if (scope.Enter(value) is not { } inner)
            return value is ITuple or IEnumerable ? "…" : $"{TypeNames.Of(value.GetType())} {{ … }}";
        return value switch
        {
            ITuple tuple =>
                $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], inner)))})",
            IDictionary dictionary => Braced("", Listed(Shape.EntriesOf(dictionary), dictionary.Count,
                entry => $"{Of(entry.Key, inner)}: {Of(entry.Value, inner)}")),
            Array { Rank: > 1 } array => ArrayText(array, inner),
            IEnumerable group when Shape.TryGroupKey(value, out object? key) =>
                $"{Of(key, inner)}: "
                + Bracketed(Listed(group.Cast<object?>(), CountOf(group), item => Of(item, inner))),
            _ when Shape.TryItems(value) is { } items =>
                Bracketed(Listed(items.Cast<object?>(), CountOf(items), item => Of(item, inner))),
            _ => Braced(TypeNames.IsAnonymous(value.GetType()) ? "" : TypeNames.Of(value.GetType()) + " ",
                DisplayedMember.Of(value.GetType()).Select(member => $"{member.Name} = {member.TextOf(value, inner)}")),
        };
    }

    /// <summary>A sequence with a line for each item.</summary>
    public static string ItemByItem(IEnumerable items)
    {
        InlineScope scope = InlineScope.Outermost.Enter(items)!;
        IEnumerable<string> lines = Listed(items.Cast<object?>(), CountOf(items), item => Of(item, scope));
        return $"[\n  {string.Join(",\n  ", lines)}\n]";
    }

    /// <summary>How many items a sequence has, where that is known without counting.</summary>
    public static int? CountOf(IEnumerable items) => items switch
    {
        ICollection collection => collection.Count,
        _ when items.GetType().GetInterfaces().FirstOrDefault(IsReadOnlyCollection) is { } counted =>
            (int)counted.GetProperty("Count")!.GetValue(items)!,
        _ => null,
    };

    private static bool IsReadOnlyCollection(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)
            || type.GetGenericTypeDefinition() == typeof(ICollection<>));

    private static IEnumerable<string> Listed<T>(IEnumerable<T> items, int? count, Func<T, string> write)
    {
        int shown = 0;
        foreach (T item in items)
        {
            if (shown == Shape.MaximumItems)
            {
                yield return count is null ? "… more" : $"… {count - shown} more";
                yield break;
            }

            yield return write(item);
            shown++;
        }
    }

    private static string ArrayText(Array array, InlineScope scope)
    {
        string size = string.Join(", ", Enumerable.Range(0, array.Rank).Select(array.GetLength));
        return $"{TypeNames.Of(array.GetType().GetElementType()!)}[{size}] "
            + Bracketed(Listed(array.Cast<object?>(), array.Length, item => Of(item, scope)));
    }

    private static string Bracketed(IEnumerable<string> items) => Enclosed("[", items, "]");

    private static string Braced(string name, IEnumerable<string> items) => name + Enclosed("{", items, "}");

    private static string Enclosed(string open, IEnumerable<string> items, string close)
    {
        string inside = string.Join(", ", items);
        return inside == "" ? open + close : $"{open} {inside} {close}";
    }

    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : text.ReplaceLineEndings("⏎");
}

/// <summary>The objects around the one that is being written, so that a cycle or a deep tree ends.</summary>
internal sealed record InlineScope(ImmutableList<object> Around)
{
    private const int MaximumDepth = 4;

    /// <summary>The scope of an outermost value.</summary>
    public static InlineScope Outermost { get; } = new([]);

    /// <summary>The scope inside one more object; null for a cycle, or when it is too deep.</summary>
    public InlineScope? Enter(object value) =>
        Around.Count >= MaximumDepth || Around.Exists(outer => ReferenceEquals(outer, value))
            ? null
            : new InlineScope(Around.Add(value));
}
