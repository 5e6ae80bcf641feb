using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Tests.Execution;

namespace Unrolled.NotebookHost.Tests.Display;

public sealed class ConventionFormatterTests
{
    private static readonly FormatterRegistry Registry = new();

    [Fact]
    public void All_preferred_types_are_in_one_bundle_in_their_order()
    {
        MimeBundle bundle = Registry.Format(new Preferring());
        Assert.Equal(["text/html", "text/plain"], bundle.Data.Select(entry => entry.Key));
        Assert.Equal("<i>Preferring</i>", SessionFixture.Text(bundle, "text/html"));
        Assert.Equal("plain Preferring", SessionFixture.Text(bundle));
    }

    [Fact]
    public void Without_preferences_every_type_that_has_a_formatter_is_shown_and_plain_text_always()
    {
        MimeBundle bundle = Registry.Format(new HtmlOnly());
        Assert.Equal(["text/html", "text/plain"], bundle.Data.Select(entry => entry.Key));
        Assert.Equal("own text", SessionFixture.Text(bundle));
    }

    [Fact]
    public void The_attribute_is_inherited()
    {
        Assert.Equal("<i>Derived</i>", SessionFixture.Text(Registry.Format(new Derived()), "text/html"));
    }

    [Fact]
    public void A_formatter_that_declines_leaves_the_value_to_the_next_one_then_to_us()
    {
        Assert.Equal("second", SessionFixture.Text(Registry.Format(new Choosy(2))));
        Assert.Equal("third", SessionFixture.Text(Registry.Format(new Choosy(3))));
    }

    [Fact]
    public void JSON_types_are_JSON_in_the_bundle()
    {
        Assert.Equal(1, Registry.Format(new AsJson()).Data["application/vnd.test+json"]!["a"]!.GetValue<int>());
    }

    [Fact]
    public void A_preferred_type_without_a_formatter_is_an_error_that_names_both()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Registry.Format(new Broken()));
        Assert.Contains("ConventionFormatterTests.Broken", exception.Message, StringComparison.Ordinal);
        Assert.Contains("image/svg+xml", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_is_used_where_there_is_no_attribute()
    {
        MimeBundle bundle = Registry.Format(new Verso());
        Assert.Equal("<b>verso</b>", SessionFixture.Text(bundle, "text/html"));
        Assert.Equal("verso", SessionFixture.Text(bundle));
    }

    [Fact]
    public void The_attribute_goes_before_ToHtml()
    {
        Assert.Equal("<i>Both</i>", SessionFixture.Text(Registry.Format(new Both()), "text/html"));
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[]? PreferredMimeTypes { get; set; }
    }

    private sealed class Formatter(string mimeType, Func<object, string?> format)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            string? text = format(instance);
            writer.Write(text);
            return text is not null;
        }
    }

    private sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new Formatter("text/plain", value => "plain " + value.GetType().Name),
            new Formatter("text/html", value => $"<i>{value.GetType().Name}</i>"),
        ];
    }

    private sealed class HtmlSource
    {
        public IEnumerable<object> CreateTypeFormatters() => [new Formatter("text/html", _ => "<i></i>")];
    }

    private sealed class ChoosySource
    {
        // The one created last is asked first.
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new Formatter("text/plain", value => ((Choosy)value).Number == 2 ? "second" : null),
            new Formatter("text/plain", value => ((Choosy)value).Number == 1 ? "first" : null),
        ];
    }

    private sealed class JsonSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
            [new Formatter("application/vnd.test+json", _ => "{\"a\": 1}")];
    }

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/html", "text/plain"])]
    private class Preferring;

    private sealed class Derived : Preferring;

    [TypeFormatterSource(typeof(HtmlSource))]
    private sealed class HtmlOnly
    {
        public override string ToString() => "own text";
    }

    [TypeFormatterSource(typeof(ChoosySource))]
    private sealed class Choosy(int number)
    {
        public int Number => number;

        public override string ToString() => "third";
    }

    [TypeFormatterSource(typeof(JsonSource))]
    private sealed class AsJson;

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["image/svg+xml"])]
    private sealed class Broken;

    private sealed class Verso
    {
        public string ToHtml() => "<b>verso</b>";

        public override string ToString() => "verso";
    }

    [TypeFormatterSource(typeof(Source))]
    private sealed class Both
    {
        public string ToHtml() => "<b>verso</b>";
    }
}
