using System.Collections.Concurrent;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>Restores the package as a cell that references it would, once for each package and folder.</summary>
internal sealed class RestoreProbe : IPackageProbe
{
    private readonly ConcurrentDictionary<(PackageRequirement, NotebookFeed), Lazy<Task<string?>>> answers = [];

    /// <inheritdoc/>
    public async Task<string?> WhyMissingAsync(
        PackageRequirement package, PreparedNotebook notebook, CancellationToken cancellationToken)
    {
        NotebookFeed feed = notebook.Feed;
        while (true)
        {
            Lazy<Task<string?>> answer = answers.GetOrAdd(
                (package, feed), _ => new(() => RestoreAsync(package, feed, cancellationToken)));
            try
            {
                return await answer.Value.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The caller who asked first was cancelled, and the restore with it.
                answers.TryRemove(KeyValuePair.Create((package, feed), answer));
            }
        }
    }

    private static async Task<string?> RestoreAsync(
        PackageRequirement package, NotebookFeed feed, CancellationToken cancellationToken)
    {
        using PackageRestorer restorer = feed.CreateRestorer();
        try
        {
            await restorer.AddAsync(PackageRequest.Exactly(package.Id, package.Version), cancellationToken);
            return null;
        }
        catch (PackageRestoreException exception)
        {
            return exception.WhyMissing(package.ToString());
        }
    }
}

/// <summary>Tests whether a package can be restored on this machine.</summary>
internal interface IPackageProbe
{
    /// <summary>Null when the package can be restored; otherwise the reason why not, in one sentence.</summary>
    /// <param name="package">The package.</param>
    /// <param name="notebook">
    /// The notebook: the NuGet configuration of its folder counts, and the sources that its cells add.
    /// </param>
    /// <param name="cancellationToken">Ends the restore.</param>
    Task<string?> WhyMissingAsync(
        PackageRequirement package, PreparedNotebook notebook, CancellationToken cancellationToken);
}
