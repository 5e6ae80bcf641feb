using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>
/// The XML files in which libraries keep the documentation of their members: beside a library's file; for the
/// framework, whose own folder has none, in the SDK's reference pack.
/// </summary>
internal static class DocumentationFiles
{
    private static readonly ConcurrentDictionary<string, string> Texts = new();
    private static readonly Lazy<IReadOnlyList<string>> FrameworkFiles = new(FindFrameworkFiles);

    /// <summary>The <c>member</c> element of a symbol; null where no file has it.</summary>
    public static string? MemberOf(ISymbol symbol, Compilation compilation)
    {
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly)
            return null;
        IEnumerable<string> files = FrameworkReferences.Contains(assembly.Name) ? FrameworkFilesFor(assembly.Name)
            : compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path }
                ? [Path.ChangeExtension(path, ".xml")]
            : [];
        string start = $"<member name=\"{id}\"";
        return files.Select(file => Member(file, start)).FirstOrDefault(member => member is not null);
    }

    // A type may be documented in the file of an assembly that only forwards to the one that holds it.
    private static IEnumerable<string> FrameworkFilesFor(string assembly) =>
        FrameworkFiles.Value.OrderByDescending(file => Path.GetFileNameWithoutExtension(file) == assembly)
            .ThenByDescending(file => Path.GetFileNameWithoutExtension(file) == "System.Runtime");

    private static string? Member(string file, string start)
    {
        string text = Texts.GetOrAdd(file, static path => File.Exists(path) ? File.ReadAllText(path) : "");
        int from = text.IndexOf(start, StringComparison.Ordinal);
        if (from < 0)
            return null;
        const string end = "</member>";
        int openingEnd = text.IndexOf('>', from);
        if (text[openingEnd - 1] == '/')
            return text[from..(openingEnd + 1)];
        int to = text.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? null : text[from..(to + end.Length)];
    }

    private static IReadOnlyList<string> FindFrameworkFiles()
    {
        string packs = Path.Combine(DotnetExecutable.Root, "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(packs))
            return [];
        string? newest = Directory.EnumerateDirectories(packs)
            .Where(folder => Version.TryParse(Path.GetFileName(folder), out Version? version)
                && version.Major == Environment.Version.Major)
            .MaxBy(folder => Version.Parse(Path.GetFileName(folder)));
        return newest is null
            ? []
            : [.. Directory.EnumerateFiles(newest, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }
}
