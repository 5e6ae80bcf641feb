namespace Unrolled.Charts.Display;

/// <summary>
/// Tells .NET Interactive how to show a type. That kernel finds the attribute by its name and reads the two properties,
/// so no reference to it is needed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}
