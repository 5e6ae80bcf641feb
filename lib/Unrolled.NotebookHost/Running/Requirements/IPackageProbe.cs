namespace Unrolled.NotebookHost.Running.Requirements;

/// <summary>Finds out whether a package can be had on this machine.</summary>
internal interface IPackageProbe
{
    /// <summary>Null when the package can be restored; otherwise the reason why not, in one sentence.</summary>
    Task<string?> WhyMissingAsync(PackageRequirement package, CancellationToken cancellationToken);
}
