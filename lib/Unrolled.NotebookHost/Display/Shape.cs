using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Unrolled.NotebookHost.Display;

/// <summary>The shape of a value, which decides how it is shown.</summary>
internal static class Shape
{
    // Their ToString shows less than their items.
    private static readonly HashSet<Type> ShownByShape =
        [typeof(KeyValuePair<,>), typeof(Memory<>), typeof(ReadOnlyMemory<>), typeof(ArraySegment<>)];

    /// <summary>The most items, rows or columns that are shown.</summary>
    public const int MaximumItems = 20;

    /// <summary>
    /// The text of a value that is one piece of text: a scalar, or of a type with a ToString of its own.
    /// </summary>
    public static string? TryText(object value) =>
        ScalarText.TryFormat(value) ?? (HasOwnToString(value.GetType()) ? value.ToString() ?? "" : null);

    /// <summary>Whether a value is a sequence to be shown item by item, and that sequence.</summary>
    public static IEnumerable? TryItems(object value)
    {
        if (value is IEnumerable items)
            return items;

        // Memory has no items of its own, only ToArray.
        Type type = value.GetType();
        return IsMemory(type) ? (Array)type.GetMethod("ToArray")!.Invoke(value, null)! : null;
    }

    /// <summary>A dictionary's entries; its own enumerator gives key-value pairs of types that only it knows.</summary>
    public static IEnumerable<DictionaryEntry> EntriesOf(IDictionary dictionary)
    {
        IDictionaryEnumerator entries = dictionary.GetEnumerator();
        while (entries.MoveNext())
            yield return entries.Entry;
    }

    /// <summary>Whether a value is a group that <c>GroupBy</c> made, and its key.</summary>
    public static bool TryGroupKey(object value, out object? key)
    {
        Type? grouping = value.GetType().GetInterfaces().FirstOrDefault(type =>
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IGrouping<,>));
        key = grouping?.GetProperty("Key")!.GetValue(value);
        return grouping is not null;
    }

    /// <summary>Whether a value is a sequence that is computed while it is read.</summary>
    public static bool IsLazy(object value) =>
        value is IEnumerable items && TryText(value) is null && InlineText.CountOf(items) is null;

    /// <summary>Whether a value has members to show rather than text or items.</summary>
    public static bool IsObject(object value) =>
        TryItems(value) is null && value is not ITuple && TryText(value) is null;

    // A ToString that the compiler wrote, as for records, adds nothing to the members.
    private static bool HasOwnToString(Type type)
    {
        bool isShownByShape = typeof(ITuple).IsAssignableFrom(type)
            || type.IsGenericType && ShownByShape.Contains(type.GetGenericTypeDefinition());
        if (TypeNames.IsAnonymous(type) || isShownByShape)
            return false;
        MethodInfo toString = type.GetMethod(nameof(ToString), BindingFlags.Instance | BindingFlags.Public, [])!;
        return toString.DeclaringType != typeof(object)
            && toString.DeclaringType != typeof(ValueType)
            && !toString.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
    }

    private static bool IsMemory(Type type) =>
        type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(Memory<>)
            || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>));
}
