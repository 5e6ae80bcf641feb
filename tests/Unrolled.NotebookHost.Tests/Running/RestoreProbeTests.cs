using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Running;

public class RestoreProbeTests
{
    [Fact]
    public async Task An_answer_that_its_first_caller_did_not_wait_for_is_asked_for_again()
    {
        using TemporaryFolder folder = new();
        folder.WriteEmptyFeed();
        RestoreProbe probe = new();
        PackageRequirement package = new("Unrolled.NoSuchPackage", null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => probe.WhyMissingAsync(package, folder.Path, new CancellationToken(canceled: true)));
        string? answer = await probe.WhyMissingAsync(package, folder.Path, CancellationToken.None);

        Assert.Contains("which the package feed does not hold", answer);
    }
}
