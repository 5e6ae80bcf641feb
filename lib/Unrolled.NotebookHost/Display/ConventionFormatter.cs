using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace Unrolled.NotebookHost.Display;

/// <summary>
/// A formatter that is known by its shape alone: <c>string MimeType</c>, <c>bool Format(object, TextWriter)</c>, and
/// perhaps <c>Type Type</c>, what it formats.
/// </summary>
internal sealed class ConventionFormatter
{
    private readonly Func<object, TextWriter, bool> format;
    private readonly Type? formattedType;

    private ConventionFormatter(string mimeType, Type? formattedType, Func<object, TextWriter, bool> format)
    {
        MimeType = mimeType;
        this.formattedType = formattedType;
        this.format = format;
    }

    /// <summary>The MIME type that it writes.</summary>
    public string MimeType { get; }

    /// <summary>All formatters of the source that an attribute names.</summary>
    /// <exception cref="InvalidOperationException">
    /// A formatter has no method <c>bool Format(object, TextWriter)</c>.
    /// </exception>
    public static IEnumerable<ConventionFormatter> CreateAll(object attribute)
    {
        if (TypeFormatters.PropertyOf<Type>(attribute, "FormatterSourceType") is not { } sourceType)
            return [];
        object source = Activator.CreateInstance(sourceType)!;
        return sourceType.GetMethod("CreateTypeFormatters", [])?.Invoke(source, null) is IEnumerable formatters
            ? [.. formatters.Cast<object>().Select(TryCreate).OfType<ConventionFormatter>()]
            : [];
    }

    /// <summary>Whether it formats values of a type.</summary>
    public bool Accepts(Type type) => formattedType is null || formattedType.IsAssignableFrom(type);

    /// <summary>Formats a value; false when the formatter declines it.</summary>
    public bool TryFormat(object value, [NotNullWhen(true)] out string? formatted)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        formatted = format(value, writer) ? writer.ToString() : null;
        return formatted is not null;
    }

    private static ConventionFormatter? TryCreate(object formatter)
    {
        if (TypeFormatters.PropertyOf<string>(formatter, "MimeType") is not { } mimeType)
            return null;
        MethodInfo? format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)]);
        if (format?.ReturnType != typeof(bool))
        {
            throw new InvalidOperationException(
                $"The formatter {TypeNames.Of(formatter.GetType())} has no method bool Format(object, TextWriter).");
        }

        return new ConventionFormatter(
            mimeType,
            TypeFormatters.PropertyOf<Type>(formatter, "Type"),
            format.CreateDelegate<Func<object, TextWriter, bool>>(formatter));
    }
}
