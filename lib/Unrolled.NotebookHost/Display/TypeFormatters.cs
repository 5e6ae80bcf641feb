using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Unrolled.NotebookHost.Display;

/// <summary>
/// The formatters that a type declares for itself: the attribute that .NET Interactive knows by its simple name
/// <c>TypeFormatterSourceAttribute</c>, inherited ones included, and a public <c>string ToHtml()</c>.
/// </summary>
internal sealed class TypeFormatters
{
    private const string Html = "text/html";
    private readonly Type type;
    private readonly IReadOnlyList<ConventionFormatter> formatters;
    private readonly MethodInfo? toHtml;

    private TypeFormatters(
        Type type, IReadOnlyList<ConventionFormatter> formatters, IReadOnlyList<string> preferred, MethodInfo? toHtml)
    {
        this.type = type;
        this.formatters = formatters;
        this.toHtml = toHtml;
        MimeTypes = preferred is [_, ..] ? preferred
            : formatters is [_, ..] ? [.. formatters.Select(formatter => formatter.MimeType).Distinct()]
            : toHtml is not null ? [Html]
            : [];
    }

    /// <summary>True when no attribute brings a formatter.</summary>
    public bool IsEmpty => formatters.Count == 0;

    /// <summary>True when the type has a method <c>ToHtml</c>.</summary>
    public bool HasToHtml => toHtml is not null;

    /// <summary>The MIME types to show: those the attribute prefers, else all that there are formatters for.</summary>
    public IReadOnlyList<string> MimeTypes { get; }

    /// <summary>Reads the declarations of a type.</summary>
    public static TypeFormatters Read(Type type)
    {
        object[] attributes =
            [.. type.GetCustomAttributes(inherit: true)
                .Where(it => it.GetType().Name == "TypeFormatterSourceAttribute")];

        // As in .NET Interactive, the formatter that was created last is asked first.
        ConventionFormatter[] formatters = [.. attributes.SelectMany(ConventionFormatter.CreateAll).Reverse()];
        string[] preferred = [.. attributes.SelectMany(it => PropertyOf<string[]>(it, "PreferredMimeTypes") ?? [])];
        MethodInfo? toHtml = type.GetMethod("ToHtml", BindingFlags.Instance | BindingFlags.Public, []);
        return new TypeFormatters(type, formatters, preferred, toHtml?.ReturnType == typeof(string) ? toHtml : null);
    }

    /// <summary>Formats a value by its type's own formatter; false when the type has none for this MIME type.</summary>
    public bool TryFormat(object value, string mimeType, [NotNullWhen(true)] out string? formatted)
    {
        foreach (ConventionFormatter formatter in formatters.Where(it => it.MimeType == mimeType && it.Accepts(type)))
        {
            if (formatter.TryFormat(value, out formatted))
                return true;
        }

        formatted = mimeType == Html
            ? (string?)toHtml?.Invoke(value, BindingFlags.DoNotWrapExceptions, null, null, null)
            : null;
        return formatted is not null;
    }

    /// <summary>A public property read by its name; null when there is none of that type.</summary>
    internal static T? PropertyOf<T>(object owner, string name)
        where T : class =>
        owner.GetType().GetProperty(name)?.GetGetMethod()?.Invoke(owner, null) as T;
}
