using System.Xml.Linq;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>What <c>dotnet test</c> tests.</summary>
public class SolutionTests
{
    [Fact]
    public void Every_test_project_of_the_solution_is_tested()
    {
        IEnumerable<string> projects = Values("Unrolled.slnx", "Project", "Path")
            .Where(path => path.EndsWith(".Tests.csproj"));

        Assert.Equal(projects.Order(), Values("Directory.Solution.targets", "TestedProject", "Include").Order());
    }

    private static IEnumerable<string> Values(string file, string element, string attribute) =>
        XElement.Load(Path.Combine(Repository.Root, file))
            .Descendants(element)
            .Select(found => found.Attribute(attribute)!.Value);
}
