using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Execution.Directives;
using Unrolled.NotebookHost.Workers;

[assembly: SupportedOSPlatform("browser")]

namespace Unrolled.Live;

/// <summary>
/// The session of a page of the book, in a Web Worker: the script beside it, <c>worker.js</c>, hands requests in and
/// passes what cells show to the page while they run. Requests and replies are those of a <see cref="WorkerServer"/>.
/// </summary>
internal static partial class PageSession
{
    private static CSharpSession? session;
    private static ShownOutputs? outputs;

    /// <summary>Puts a file into the memory that is the session's disk.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="content">Its bytes.</param>
    [JSExport]
    internal static void WriteFile(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Opens the session of a notebook.</summary>
    /// <param name="notebook">The notebook's path in the session's disk, from whose folder it imports.</param>
    /// <param name="page">The notebook's page within the book.</param>
    /// <param name="framework">The simple names of the framework's assemblies.</param>
    [JSExport]
    internal static void Open(
        string notebook, string page, [JSMarshalAs<JSType.Array<JSType.String>>] string[] framework)
    {
        AppContext.SetData("TRUSTED_PLATFORM_ASSEMBLIES", string.Join(Path.PathSeparator, framework));
        string folder = Path.GetDirectoryName(notebook)!;
        Directory.CreateDirectory(folder);
        Environment.CurrentDirectory = folder;
        session = new CSharpSession(new SessionOptions(folder), DirectiveTable.All);
        outputs = new ShownOutputs(notebook, page, Show, Progress);
    }

    /// <summary>Answers a request.</summary>
    /// <param name="request">A <see cref="WorkerRequest"/> as JSON.</param>
    /// <returns>The <see cref="WorkerReply"/> as JSON.</returns>
    /// <exception cref="System.Text.Json.JsonException">The text is no request.</exception>
    [JSExport]
    internal static async Task<string> Ask(string request)
    {
        CSharpSession open = session ?? throw new InvalidOperationException("No session is open: call Open first.");
        WorkerReply reply = WireFormat.Decode<WorkerRequest>(request) is var asked && asked is RunCellRequest cell
            ? await RunAsync(open, cell)
            : await Questions.AnswerAsync(open, asked);
        return Encoding.UTF8.GetString(WireFormat.Encode(reply));
    }

    /// <summary>The outputs of the cell that ran last, in nbformat's form.</summary>
    [JSExport]
    internal static string Outputs() => outputs!.AsJson();

    private static async Task<WorkerReply> RunAsync(CSharpSession open, RunCellRequest cell)
    {
        outputs!.Begin(cell);
        CellResult result = await open.ExecuteAsync(cell.Source, outputs.Add, number: cell.Number);
        outputs.End();
        return new FinishedReply(result);
    }

    [JSImport("show", "page")]
    private static partial void Show(
        string cell, int first, [JSMarshalAs<JSType.Array<JSType.String>>] string[] html);

    [JSImport("progress", "page")]
    private static partial void Progress(string cell, string text);
}
