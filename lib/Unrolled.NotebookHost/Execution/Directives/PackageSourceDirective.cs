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
        string source = PackageSource.Of(call.RequiredArgument(Expected), call.Source.Resolve);
        if (!PackageSource.IsAddress(source) && !Directory.Exists(source))
            throw new DirectiveException($"#i: there is no folder {source}, and it is no http(s) address");
        cell.Packages.AddSource(source);
        return Task.CompletedTask;
    }
}
