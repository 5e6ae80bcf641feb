using System.Collections;
using Unrolled.Charts.Tests.Diagrams;
using Unrolled.Charts.Tests.Figures;

namespace Unrolled.Charts.Tests.Output;

/// <summary>
/// Reads our types as .NET Interactive does (Microsoft.DotNet.Interactive.Formatting, Formatter.cs,
/// TryRegisterFromConventionBasedFormatterSources): by the names of the attribute, its properties and the methods.
/// </summary>
public class InteractiveConventionTests
{
    public static TheoryData<Type> Shown =>
    [
        typeof(Figure), typeof(FigureGrid), typeof(Table),
        typeof(CellDiagram), typeof(ContextDiagram), typeof(UnrolledDiagram), typeof(BidirectionalDiagram),
        typeof(BeamTree),
    ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void Every_preferred_mime_type_has_a_formatter(Type type)
    {
        string[] preferred = (string[])Property(Convention(type), "PreferredMimeTypes")!;

        Assert.Equal(["text/html", "text/plain"], preferred);
        Assert.Equal(preferred, Formatters(type).Select(formatter => (string)Property(formatter, "MimeType")!));
        Assert.All(
            Formatters(type),
            formatter => Assert.Equal(
                typeof(bool),
                formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])?.ReturnType));
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void Formatters_write_the_html_and_the_text(Type type)
    {
        object instance = Example(type);

        Assert.Contains(type == typeof(Table) ? "<table" : "<svg", Formatted(instance, "text/html"));
        Assert.Equal(instance.ToString(), Formatted(instance, "text/plain"));
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void Formatters_leave_what_is_not_ours(Type type) =>
        Assert.All(Formatters(type), formatter => Assert.False(Format(formatter, "a string", new StringWriter())));

    [Theory]
    [MemberData(nameof(Shown))]
    public void Verso_finds_ToHtml(Type type) =>
        Assert.Equal(typeof(string), type.GetMethod("ToHtml", Type.EmptyTypes)!.ReturnType);

    [Theory]
    [MemberData(nameof(Shown))]
    public void The_rest_of_the_world_finds_a_text(Type type) =>
        Assert.NotEqual(type.ToString(), Example(type).ToString());

    private static object Example(Type type) => type == typeof(Table)
        ? new Table("t", "a").Row(1)
        : Gallery.Drawings.Concat(DiagramGallery.Drawings)
            .Select(entry => entry.Value()).First(drawing => drawing.GetType() == type);

    private static string Formatted(object instance, string mimeType)
    {
        var writer = new StringWriter();
        object formatter = Formatters(instance.GetType())
            .Single(formatter => (string)Property(formatter, "MimeType")! == mimeType);
        Assert.True(Format(formatter, instance, writer));
        return writer.ToString();
    }

    private static bool Format(object formatter, object instance, TextWriter writer) =>
        (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [instance, writer])!;

    private static IEnumerable<object> Formatters(Type type)
    {
        object source = Activator.CreateInstance((Type)Property(Convention(type), "FormatterSourceType")!)!;
        return ((IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).Cast<object>();
    }

    private static object Convention(Type type) =>
        type.GetCustomAttributes(inherit: true)
            .Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

    private static object? Property(object instance, string name) =>
        instance.GetType().GetProperty(name)!.GetValue(instance);
}
