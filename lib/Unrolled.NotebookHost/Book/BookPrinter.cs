using System.Diagnostics;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Book;

/// <summary>Prints a published book as one PDF, with Chromium.</summary>
internal static class BookPrinter
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // No host name is resolved: a printed page loads the book's files alone.
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
        "--disable-extensions", "--disable-sync", "--no-first-run", "--no-default-browser-check",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--generate-pdf-document-outline",
    ];

    /// <summary>Prints the pages of an edition that has been published.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="title">The book's title.</param>
    /// <param name="folder">Where it was published.</param>
    /// <param name="target">The PDF; an older one is replaced when the new one is complete.</param>
    /// <exception cref="BrowserException">There is no browser, or it did not print.</exception>
    /// <exception cref="IOException">The PDF cannot be written.</exception>
    public static void Print(Edition edition, string title, string folder, string target)
    {
        string browser = ChromiumExecutable.Find() ?? throw new BrowserException(ChromiumExecutable.WhyMissing());
        string page = TemporaryFile.PathFor(Path.Combine(folder, "print")) + ".html";
        string printed = TemporaryFile.PathFor(Path.GetFullPath(target)) + ".pdf";
        DirectoryInfo profile = Directory.CreateTempSubdirectory("unrolled-chromium-");
        try
        {
            File.WriteAllText(page, PrintedBook.Compose(edition, title, PagesOf(edition)));
            Run(browser, [
                .. Arguments, $"--user-data-dir={profile.FullName}", $"--print-to-pdf={printed}",
                new Uri(page).AbsoluteUri,
            ]);
            if (!File.Exists(printed))
                throw new BrowserException($"{browser} printed nothing");
            File.Move(printed, target, overwrite: true);
        }
        finally
        {
            File.Delete(page);
            File.Delete(printed);
            profile.Delete(recursive: true);
        }
    }

    // The first page, the chapters, then those in folders: the solutions.
    private static IReadOnlyList<string> PagesOf(Edition edition) =>
    [
        IndexPage.Path,
        .. edition.Chapters.OrderBy(path => path.Contains('/')),
        .. new[] { GlossaryPage.Path }.Where(edition.Files.ContainsKey),
    ];

    private static void Run(string browser, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(browser, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = ProcessStart.Alone(start);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(Limit))
            return;
        process.Kill(entireProcessTree: true);
        throw new BrowserException($"{browser} did not print within {Limit.TotalMinutes:0} minutes");
    }
}
