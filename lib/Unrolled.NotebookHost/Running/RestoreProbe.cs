using System.Collections.Concurrent;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Running;

/// <summary>Restores the package as a cell that references it would, once for each package and folder.</summary>
internal sealed class RestoreProbe : IPackageProbe
{
    private readonly ConcurrentDictionary<(PackageRequirement, string), Lazy<Task<string?>>> answers = [];

    public Task<string?> WhyMissingAsync(
        PackageRequirement package, string folder, CancellationToken cancellationToken) =>
        answers.GetOrAdd((package, folder), _ => new(() => RestoreAsync(package, folder, cancellationToken))).Value;

    private static async Task<string?> RestoreAsync(
        PackageRequirement package, string folder, CancellationToken cancellationToken)
    {
        using PackageRestorer restorer = new(folder);
        try
        {
            await restorer.AddAsync(new PackageRequest(package.Id, Version(package)), cancellationToken);
            return null;
        }
        catch (PackageRestoreException exception)
        {
            return exception.IsNotHeld
                ? $"it requires the package {package}, which the package feed does not hold"
                : $"it requires the package {package}, which cannot be restored: {exception.Message}";
        }
    }

    private static string Version(PackageRequirement package) =>
        package.Version is { } exact ? $"[{exact}]" : PackageRequest.Newest;
}

/// <summary>Tests whether a package can be restored on this machine.</summary>
internal interface IPackageProbe
{
    /// <summary>Null when the package can be restored; otherwise the reason why not, in one sentence.</summary>
    /// <param name="package">The package.</param>
    /// <param name="folder">The notebook's folder, whose NuGet configuration counts.</param>
    /// <param name="cancellationToken">Ends the restore.</param>
    Task<string?> WhyMissingAsync(PackageRequirement package, string folder, CancellationToken cancellationToken);
}
