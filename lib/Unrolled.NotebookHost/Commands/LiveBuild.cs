using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Commands;

/// <summary>
/// The runtime for cells in a browser, built from the repository's project, or the reason why there is none.
/// </summary>
/// <param name="Runtime">The runtime; null for none.</param>
/// <param name="WhyNone">Why there is none; null where there is one, or where none was wanted.</param>
internal sealed record LiveBuild(LiveRuntime? Runtime, string? WhyNone)
{
    private const string Project = "lib/Unrolled.Live/Unrolled.Live.csproj", Folder = "artifacts/live";

    /// <summary>Builds the runtime.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="wanted">Whether readers are to run cells; null where that is so if it can be.</param>
    /// <param name="build">Whether to build it; else it is taken as it was built before.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="UsageException">It is wanted and cannot be had.</exception>
    public static async Task<LiveBuild> OfAsync(
        string root, bool? wanted, bool build, CancellationToken cancellationToken)
    {
        if (wanted == false)
            return new LiveBuild(null, null);
        string project = Path.Combine(root, Project);
        string? problem = !File.Exists(project) ? $"{root} has no project {Project}."
            : build ? await new ProjectBuilder(_ => { }).BuildAsync(project, cancellationToken)
            : null;
        LiveRuntime? runtime = problem is null ? LiveRuntime.At(Path.Combine(root, Folder)) : null;
        problem ??= runtime is null ? "its runtime for browsers cannot be restored from any package source." : null;
        return wanted == true && problem is not null
            ? throw new UsageException($"--live: {problem}")
            : new LiveBuild(runtime, problem);
    }
}
