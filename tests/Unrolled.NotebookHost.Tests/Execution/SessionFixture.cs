using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Execution.Directives;
using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>A session in a folder of its own, and the outputs of its cells.</summary>
internal sealed class SessionFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CSharpSession session;

    public SessionFixture() => session = new CSharpSession(new SessionOptions(Folder), DirectiveTable.All);

    public string Folder => folder.Path;

    /// <summary>The outputs of the last cell.</summary>
    public List<CellOutput> Outputs { get; private set; } = [];

    public string Stdout => StreamText(StreamOutput.StandardOutput);

    public string Stderr => StreamText(StreamOutput.StandardError);

    public IEnumerable<MimeBundle> Displays => Outputs.OfType<DisplayOutput>().Select(output => output.Data);

    public string Write(string name, string text) => folder.Write(name, text);

    public async Task<CellResult> RunAsync(
        string source, CancellationToken cancellationToken = default, Action<CellOutput>? publish = null)
    {
        List<CellOutput> outputs = [];
        Outputs = outputs;
        return await session.ExecuteAsync(source, publish ?? outputs.Add, cancellationToken);
    }

    /// <summary>Runs a cell that must succeed.</summary>
    public async Task OkAsync(string source)
    {
        CellResult result = await RunAsync(source);
        Assert.True(result.Succeeded, result.Error is null ? "" : string.Join("\n", result.Error.Traceback));
    }

    /// <summary>Runs a cell that must fail.</summary>
    public async Task<ErrorOutput> FailAsync(string source)
    {
        CellResult result = await RunAsync(source);
        Assert.NotNull(result.Error);
        Assert.Contains(result.Error, Outputs);
        return result.Error;
    }

    /// <summary>Runs a cell that must succeed and returns its result as text/plain.</summary>
    public async Task<string> ResultAsync(string source)
    {
        await OkAsync(source);
        return Text(Outputs.OfType<ResultOutput>().Single().Data);
    }

    public Task<ConditionResult> EvaluateAsync(string condition) => session.EvaluateAsync(condition);

    public CompletionList Complete(string source, int position) => Completer.Complete(session.Script, source, position);

    public Inspection? Inspect(string source, int position, bool inDetail) =>
        Inspector.Inspect(session.Script, source, position, inDetail);

    public static string Text(MimeBundle bundle, string mimeType = "text/plain") =>
        bundle.Data[mimeType]!.GetValue<string>();

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    private string StreamText(string name) =>
        string.Concat(
            Outputs.OfType<StreamOutput>().Where(output => output.Name == name).Select(output => output.Text));
}
