using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>The packages that a notebook requires, restored so that its cells can be compiled.</summary>
/// <param name="Assemblies">The libraries that cells can name; null where a package is lacking.</param>
/// <param name="WhyMissing">Why a package is lacking, as a sentence about the notebook; null where none is.</param>
internal sealed record RequiredPackages(IReadOnlyList<string>? Assemblies, string? WhyMissing)
{
    /// <summary>Restores them.</summary>
    /// <exception cref="NotebookFormatException">The metadata's list of them is malformed.</exception>
    public static async Task<RequiredPackages> OfAsync(
        Notebook notebook, NotebookSource source, CancellationToken cancellationToken)
    {
        IEnumerable<string> cells =
            notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source);
        using PackageRestorer restorer = NotebookFeed.Of(source.Folder, cells).CreateRestorer();
        RestoredPackages? restored = null;
        foreach (PackageRequirement package in PackageRequirement.Of(notebook, source.Name))
        {
            try
            {
                restored = await restorer.AddAsync(
                    PackageRequest.Exactly(package.Id, package.Version), cancellationToken);
            }
            catch (PackageRestoreException lacking)
            {
                return new RequiredPackages(null, lacking.WhyMissing(package.ToString()));
            }
        }

        return new RequiredPackages(restored?.CompileAssemblies ?? [], null);
    }
}
