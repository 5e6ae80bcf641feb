using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Tests.Execution;

[Collection(SessionTests.Name)]
public sealed class PackageRestorerTests
{
    [Fact]
    public async Task A_package_that_this_session_has_is_not_restored_again()
    {
        using var session = new SessionFixture();
        var feed = new PackageFeed(session);
        feed.AddLibrary("Unrolled.Test.Greeter", "1.0.0", "public class Greeter;");
        using var restorer = new PackageRestorer(session.Folder);
        restorer.AddSource(feed.Folder);
        RestoredPackages restored = await restorer.AddAsync(new PackageRequest("Unrolled.Test.Greeter", "1.0.0"));
        Assert.Same(restored, await restorer.AddAsync(new PackageRequest("unrolled.test.greeter", "1.0.0")));
        Assert.Same(
            restored, await restorer.AddAsync(new PackageRequest("Unrolled.Test.Greeter", PackageRequest.Newest)));
        Assert.Equal(1, restorer.RestoreCount);
    }
}
