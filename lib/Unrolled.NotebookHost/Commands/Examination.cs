using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Examines the requirements for running, saving, reading and opening notebooks.</summary>
/// <param name="tools">The machine's programs.</param>
/// <param name="packages">Its package feed.</param>
/// <param name="notebooks">The notebooks that are to run.</param>
internal sealed partial class Examination(
    IToolbox tools, IPackageProbe packages, IReadOnlyList<NotebookSource> notebooks)
{
    /// <summary>Everything, in the order in which a reader needs it.</summary>
    public async IAsyncEnumerable<Finding> FindingsAsync()
    {
        yield return await SdkAsync();
        yield return Digits();
        foreach (Finding finding in Builds())
            yield return finding;
        yield return await NpmAsync();
        yield return Formulas();
        yield return Browser();
        yield return await JupyterAsync();
        await foreach (Finding finding in new KernelExamination(tools).FindingsAsync())
            yield return finding;
        await foreach (Finding finding in PackagesAsync())
            yield return finding;
    }

    private static async Task<Finding> SdkAsync()
    {
        const string download = "https://dotnet.microsoft.com/download";
        DotnetResult result = await AskDotnetAsync("--version");
        if (result.Succeeded)
            return new Finding(".NET SDK", result.Output.Trim());
        if (result.MissingSdk is not { } missing)
            return new Finding(
                ".NET SDK", result.Output.Trim().Split('\n')[0].Trim(), $"install the .NET 10 SDK from {download}",
                IsNeeded: true);
        DotnetResult installed = await AskDotnetAsync("--list-sdks");
        return new Finding(
            ".NET SDK", $"{missing}; installed are: {string.Join(", ", Versions(installed.Output))}",
            $"install it from {download}, or request an installed one in {missing.File}", IsNeeded: true);
    }

    // Nothing can be done about it, so nothing is advised.
    private static Finding Digits() => new(
        "saved outputs", SavedBits.WhyOthers is { } reason
            ? $"the last digits may differ here: {reason}"
            : "come out to the last digit here");

    private static Task<DotnetResult> AskDotnetAsync(string question) =>
        DotnetCommand.RunAsync([question], Environment.CurrentDirectory, CancellationToken.None);

    private static IEnumerable<string> Versions(string list) =>
        list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]);

    // The first cell imports a file that only the build writes.
    private IEnumerable<Finding> Builds() =>
        from folder in notebooks.Select(notebook => notebook.Folder).Distinct()
        let project = ProjectBuilder.ProjectsAbove(folder).FirstOrDefault()
        where project is not null
        let shown = ShownPath.Of(folder, Environment.CurrentDirectory)
        let missing = notebooks.Where(notebook => notebook.Folder == folder).Select(MissingImport)
        select missing.FirstOrDefault(file => file is not null) is { } file
            ? new Finding(
                $"build for {shown}", $"{file} does not exist",
                $"`dotnet build {ShownPath.Of(project, Environment.CurrentDirectory)}`")
            : new Finding($"build for {shown}", "what the first cells import is there");

    private static string? MissingImport(NotebookSource notebook) =>
        Notebook.Load(notebook.Path, notebook.Name).Cells
            .Where(cell => cell.Kind == CellKind.Code)
            .Select(cell => MissingImport(notebook, cell.Source))
            .FirstOrDefault(missing => missing is not null);

    // The first file that a cell imports and that does not exist; null when all do.
    private static string? MissingImport(NotebookSource notebook, string cell) =>
        Import().Matches(cell)
            .Select(match => match.Groups[1].Value)
            .FirstOrDefault(file => !File.Exists(Path.Combine(notebook.Folder, file)));

    private async Task<Finding> NpmAsync() => await tools.AskAsync("npm", "--version") is { } version
        ? new Finding("npm", version.Trim())
        : new Finding(
            "npm", "not found; without it charts stay pictures, and formulas text", "install Node.js, and build again");

    private static Finding Formulas() => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "katex"))
        ? new Finding("formulas in the book", "KaTeX is there")
        : new Finding(
            "formulas in the book", "KaTeX is missing, so they are readable text",
            "install Node.js, which has npm, and build again");

    private static Finding Browser() => ChromiumExecutable.Find() is { } path
        ? new Finding("Chromium", path)
        : new Finding(
            "Chromium", ChromiumExecutable.WhyMissing().Split(';')[0],
            "install Chromium, Chrome or Edge to save figures with run --save, or name one "
            + $"in {ChromiumExecutable.Variable}");

    private async Task<Finding> JupyterAsync()
    {
        string? versions = await tools.AskAsync("jupyter", "--version");
        string? client = versions?.Split('\n')
            .FirstOrDefault(line => line.StartsWith("jupyter_client", StringComparison.Ordinal));
        return versions is null
            ? new Finding(
                "Jupyter", "not found",
                $"`{(OperatingSystem.IsWindows() ? "python" : "python3")} -m pip install jupyterlab`, if you want to "
                + "open notebooks in Jupyter")
            : new Finding(
                "Jupyter", client is null ? tools.Find("jupyter")! : $"jupyter_client {client.Split(':')[^1].Trim()}");
    }

    private async IAsyncEnumerable<Finding> PackagesAsync()
    {
        foreach (NotebookSource source in notebooks)
        {
            PreparedNotebook notebook = PreparedNotebook.Prepare(source, new RunOptions());
            if (KernelRequirement.WhyNotHere(notebook.Kernel) is { } otherKernel)
                yield return new Finding(
                    $"kernel {notebook.Kernel}", $"{source.Name}: {otherKernel}", "open the notebook in that kernel");
            foreach (PackageRequirement package in notebook.Requirements)
                yield return await packages.WhyMissingAsync(
                    package, notebook, CancellationToken.None) is { } reason
                    ? new Finding(
                        $"package {package}", $"{source.Name}: {reason}",
                        "add a package source that holds it; until then the notebook is skipped")
                    : new Finding($"package {package}", $"{source.Name} can use it");
        }
    }

    [GeneratedRegex("""^\s*#(?:!import|load)\s+"?([^"\r\n]+?)"?\s*$""", RegexOptions.Multiline)]
    private static partial Regex Import();
}

/// <summary>The state of one thing that notebooks may need.</summary>
/// <param name="Subject">The thing.</param>
/// <param name="Detail">Its version or place, or why it cannot be used.</param>
/// <param name="Advice">The remedy; null where none is needed.</param>
/// <param name="IsNeeded">Whether nothing works without it.</param>
internal sealed record Finding(string Subject, string Detail, string? Advice = null, bool IsNeeded = false)
{
    /// <summary>Whether it can be used.</summary>
    public bool IsWell => Advice is null;
}
