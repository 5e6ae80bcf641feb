using System.Collections.Concurrent;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Programs;

/// <summary>
/// Builds the projects that notebooks reference: those in the notebook's folder or the nearest folder above.
/// </summary>
/// <param name="onStart">Called with a project before it is built.</param>
internal sealed class ProjectBuilder(Action<string> onStart)
{
    private const int ShownErrors = 5;

    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> builds = [];

    /// <summary>The project files of the nearest folder that has some, not looking beyond the repository.</summary>
    public static IReadOnlyList<string> ProjectsAbove(string folder) =>
        RepositoryRoot.FoldersUpToRoot(folder)
            .Select(candidate => Directory.GetFiles(candidate, "*.csproj"))
            .FirstOrDefault(projects => projects.Length > 0)
            ?.Order(StringComparer.Ordinal).ToArray() ?? [];

    /// <summary>Builds a project once, even when it is requested several times.</summary>
    /// <returns>Null when it built; otherwise its first errors.</returns>
    public Task<string?> BuildAsync(string project, CancellationToken cancellationToken) =>
        builds.GetOrAdd(project, _ => new(() => BuildOnceAsync(project, cancellationToken))).Value;

    private async Task<string?> BuildOnceAsync(string project, CancellationToken cancellationToken)
    {
        onStart(project);
        DotnetResult result = await DotnetCommand.RunAsync(
            ["build", project, "--nologo", "-v:quiet", "-nodeReuse:false"], Path.GetDirectoryName(project)!,
            cancellationToken);
        if (result.Succeeded)
            return null;
        IReadOnlyList<string> errors = result.Errors(ShownErrors);
        string detail = errors.Count > 0 ? string.Join('\n', errors)
            : result.MissingSdk is { } missing ? $"{missing}."
            : result.Output.Trim();
        return $"{Path.GetFileName(project)} does not build:\n{detail}";
    }
}
