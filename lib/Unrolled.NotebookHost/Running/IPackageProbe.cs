namespace Unrolled.NotebookHost.Running;

/// <summary>Finds out whether a package can be had on this machine.</summary>
internal interface IPackageProbe
{
    /// <summary>Null when the package can be restored; otherwise the reason why not, in one sentence.</summary>
    /// <param name="package">The package.</param>
    /// <param name="folder">The notebook's folder, whose NuGet configuration counts.</param>
    /// <param name="cancellationToken">Ends the restore.</param>
    Task<string?> WhyMissingAsync(PackageRequirement package, string folder, CancellationToken cancellationToken);
}
