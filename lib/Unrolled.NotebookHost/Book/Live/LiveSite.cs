using System.Text;
using System.Text.Json;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>The part of a book that runs its cells in the reader's browser.</summary>
internal sealed class LiveSite
{
    /// <summary>The playground's title.</summary>
    public const string PlaygroundTitle = "Playground";

    private const string Script = "live.js", Style = "live.css", Editor = "editor.js";
    private const string PlaygroundScript = "playground.js", PlaygroundBody = "playground.html";
    private const string Cache = "cache.js", CachePath = "live-cache.js";
    private const string Licences = "licences.txt", LicencesPath = "assets/live-licences.txt";

    // Everything that a page loads is a file of the book; figures bring scripts, and the runtime compiles.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self' blob:; base-uri 'none'; form-action 'none'";

    private readonly Dictionary<string, string> assets = [];
    private readonly List<PackFile> packs = [];
    private readonly IReadOnlyList<Chapter> chapters;
    private readonly LiveLibrary library;

    private LiveSite(IReadOnlyList<Chapter> chapters) =>
        (this.chapters, library) = (chapters, LiveLibrary.Of(chapters));

    /// <summary>The page on which a reader trains a network by its controls; null for none.</summary>
    public string? PlaygroundPath => assets.ContainsKey(PlaygroundScript) ? "playground.html" : null;

    /// <summary>Adds the files to an edition.</summary>
    public static LiveSite AddTo(Edition edition, LiveRuntime runtime, IReadOnlyList<Chapter> chapters)
    {
        LiveSite site = new(chapters);
        site.packs.Add(PackFile.AddTo(edition, "live-runtime", runtime.Pack));
        site.packs.Add(PackFile.AddTo(edition, "live-library", LivePack.Of(site.library.Files)));
        foreach (string name in (string[])[Script, Style, Editor, PlaygroundScript])
            if (runtime.Page.TryGetValue(name, out byte[]? content))
                site.assets[name] = edition.AddAsset(name, content);
        // At the root: a service worker serves the pages beside and below it.
        edition.AddText(CachePath, Encoding.UTF8.GetString(runtime.Page[Cache]));
        if (runtime.Page.TryGetValue(Licences, out byte[]? licences))
            edition.AddText(LicencesPath, Encoding.UTF8.GetString(licences));
        return site;
    }

    /// <summary>Adds the playground, where the runtime brings one.</summary>
    public void AddPlayground(Edition edition, LiveRuntime runtime, PageLayout layout)
    {
        if (PlaygroundPath is { } path)
            edition.AddText(path, layout.Render(new Page(
                path, PlaygroundTitle, "en", Encoding.UTF8.GetString(runtime.Page[PlaygroundBody]), "", [])));
    }

    /// <summary>The lines that a page has in its head; none for a page without cells.</summary>
    public string Head(string page)
    {
        if (chapters.FirstOrDefault(chapter => chapter.PagePath == page) is { } own)
            return Head(page, own, "");
        return page == PlaygroundPath
            ? Head(
                page, chapters[0],
                $"<script defer src=\"{PageContext.RelativeLink(page, assets[PlaygroundScript])}\"></script>\n")
            : "";
    }

    private string Head(string page, Chapter chapter, string more)
    {
        string manifest = JsonSerializer.Serialize(new
        {
            root = PageContext.RelativeLink(page, ""),
            page,
            cache = CachePath,
            notebook = library.PathOf(chapter.NotebookPath),
            packs = packs.Select(pack => new { file = pack.File, bytes = pack.Bytes }),
            editor = assets.GetValueOrDefault(Editor),
            mayFail = chapter.Document.Cells.Where(cell => cell.HasTag(CellTags.RaisesException))
                .Select(cell => $"cell-{cell.Id}"),
        });
        return $"""
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <link rel="stylesheet" href="{PageContext.RelativeLink(page, assets[Style])}">
            <script type="application/json" id="live-manifest">{manifest}</script>
            <script defer src="{PageContext.RelativeLink(page, assets[Script])}"></script>
            {more}
            """;
    }
}

/// <summary>
/// A pack in its two forms: as it is for pages that a server gives, and as a script for pages of the file system.
/// </summary>
/// <param name="File">Its path within the book, without the extension.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record PackFile(string File, int Bytes)
{
    /// <summary>Adds a pack to an edition.</summary>
    public static PackFile AddTo(Edition edition, string name, byte[] pack)
    {
        string path = edition.AddAsset($"{name}.pack", pack);
        string file = path[..^".pack".Length];
        edition.AddText(
            $"{file}.js", $"unrolledPack({JsonSerializer.Serialize(file)},\"{Convert.ToBase64String(pack)}\");\n");
        return new PackFile(file, pack.Length);
    }
}
