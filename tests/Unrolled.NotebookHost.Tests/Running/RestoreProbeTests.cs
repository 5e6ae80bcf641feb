using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;
using Unrolled.NotebookHost.Tests.Execution;

namespace Unrolled.NotebookHost.Tests.Running;

[Collection(SessionTests.Name)]
public class RestoreProbeTests
{
    [Fact]
    public async Task An_answer_that_its_first_caller_did_not_wait_for_is_asked_for_again()
    {
        using TemporaryFolder folder = new();
        folder.WriteEmptyFeed();
        RestoreProbe probe = new();
        PackageRequirement package = new("Unrolled.NoSuchPackage", null);
        PreparedNotebook notebook = Prepared(folder.WriteNotebook("a.ipynb", "1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => probe.WhyMissingAsync(package, notebook, new CancellationToken(canceled: true)));
        string? answer = await probe.WhyMissingAsync(package, notebook, CancellationToken.None);

        Assert.Contains("which the package feed does not hold", answer);
    }

    [Fact]
    public async Task A_package_is_looked_for_in_the_sources_that_the_notebook_adds()
    {
        using SessionFixture session = new();
        PackageFeed feed = new(session);
        feed.AddLibrary("Unrolled.Test.Greeter", "1.0.0", "public class Greeter;");
        RestoreProbe probe = new();
        PackageRequirement package = new("Unrolled.Test.Greeter", "1.0.0");
        string NotebookWith(string name, string cell) => session.Write(name, new JsonObject
        {
            ["cells"] = new JsonArray(new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = "c1",
                ["metadata"] = new JsonObject(),
                ["outputs"] = new JsonArray(),
                ["source"] = cell,
            }),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());

        string? without = await probe.WhyMissingAsync(
            package, Prepared(NotebookWith("a.ipynb", "1")), CancellationToken.None);
        string? with = await probe.WhyMissingAsync(
            package, Prepared(NotebookWith("b.ipynb", "#i \"nuget: feed\"\n1")), CancellationToken.None);

        Assert.StartsWith("it requires the package Unrolled.Test.Greeter 1.0.0, which ", without);
        Assert.Null(with);
    }

    private static PreparedNotebook Prepared(string path) => PreparedNotebook.Prepare(
        new NotebookSource(path, Path.GetFileName(path), Path.GetFileName(path)), new RunOptions());
}
