using System.Xml.Linq;

namespace Unrolled.Notebooks.Tests;

/// <summary>The one file that every notebook imports is what the project beside the notebooks says.</summary>
public class SetupScriptTests
{
    private static readonly XElement Project =
        XElement.Load(Path.Combine(Repository.Root, "notebooks", "notebooks.csproj"));

    public static TheoryData<string> Scripts => [Repository.SetupScript, Repository.SolutionsSetupScript];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void It_holds_a_using_line_for_each_Using_item_after_the_libraries(string script)
    {
        string[] lines = Lines(script);
        string[] usings = [.. Project.Descendants("Using").Select(UsingLine)];

        Assert.NotEmpty(usings);
        Assert.Equal(usings.Order(), lines.SkipWhile(line => line.StartsWith("#r ")).Order());
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Its_libraries_are_absolute_paths_of_what_was_built_last(string script)
    {
        string[] libraries = [.. Lines(script).TakeWhile(line => line.StartsWith("#r ")).Select(line => line[4..^1])];

        Assert.Contains(libraries, library => Path.GetFileName(library) == "Unrolled.dll");
        Assert.Contains(libraries, library => Path.GetFileName(library) == "Unrolled.Charts.dll");
        Assert.All(
            libraries, library => Assert.True(Path.IsPathFullyQualified(library) && File.Exists(library), library));
    }

    private static string[] Lines(string script)
    {
        Assert.True(File.Exists(script), $"{script} is missing: run `dotnet build` first.");
        return File.ReadAllLines(script);
    }

    private static string UsingLine(XElement item)
    {
        string name = item.Attribute("Include")!.Value;
        return item.Attribute("Alias") is { } alias ? $"using {alias.Value} = {name};"
            : item.Attribute("Static")?.Value == "true" ? $"using static {name};"
            : $"using {name};";
    }
}
