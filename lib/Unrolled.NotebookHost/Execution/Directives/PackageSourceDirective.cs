namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>Adds a source of packages for this notebook.</summary>
internal sealed class PackageSourceDirective : IDirective
{
    private const string Expected = "\"nuget: folder or address\"";

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#i"];

    /// <inheritdoc/>
    public string Usage => $"#i {Expected}: adds a package source to those that NuGet is configured for";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        string source = call.RequiredArgument(Expected);
        if (NuGetArgument.TryRead(source, out string named))
            source = named;
        cell.Packages.AddSource(IsAddress(source) ? source : ExistingFolder(call.Source.Resolve(source)));
        return Task.CompletedTask;
    }

    private static bool IsAddress(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https");

    private static string ExistingFolder(string path) =>
        Directory.Exists(path)
            ? path
            : throw new DirectiveException($"#i: there is no folder {path}, and it is no http(s) address");
}
