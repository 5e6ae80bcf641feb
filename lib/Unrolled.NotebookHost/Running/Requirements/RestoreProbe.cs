using System.Collections.Concurrent;
using Unrolled.NotebookHost.Packages;

namespace Unrolled.NotebookHost.Running.Requirements;

/// <summary>Asks by restoring the package for real, as a cell that references it would, once for each package and folder.</summary>
internal sealed class RestoreProbe : IPackageProbe
{
    private readonly ConcurrentDictionary<(PackageRequirement, string), Lazy<Task<string?>>> answers = [];

    /// <inheritdoc/>
    public async Task<string?> WhyMissingAsync(PackageRequirement package, string folder, CancellationToken cancellationToken)
    {
        while (true)
        {
            Lazy<Task<string?>> answer = answers.GetOrAdd(
                (package, folder), _ => new(() => RestoreAsync(package, folder, cancellationToken)));
            try
            {
                return await answer.Value.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The caller who asked first gave up, and its restore ended with it.
                answers.TryRemove(KeyValuePair.Create((package, folder), answer));
            }
        }
    }

    private static async Task<string?> RestoreAsync(PackageRequirement package, string folder, CancellationToken cancellationToken)
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
