using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Unrolled.NotebookHost.Outputs;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The smallest session: plain C# script submissions, text streams, the last expression's text.</summary>
internal sealed partial class ScriptSession(string folder) : ICellSession
{
    private ScriptState<object?>? state;

    public async Task<CellResult> ExecuteAsync(
        string source, Action<CellOutput> publish, CancellationToken cancellationToken = default)
    {
        using StreamWriterTo output = new(StreamOutput.StandardOutput, publish);
        using StreamWriterTo error = new(StreamOutput.StandardError, publish);
        Console.SetOut(TextWriter.Synchronized(output));
        Console.SetError(TextWriter.Synchronized(error));
        try
        {
            string code = Import().Replace(source, match => File.ReadAllText(Path.Combine(folder, match.Groups[1].Value)));
            state = await (state is null ? Start(code, cancellationToken) : state.ContinueWithAsync<object?>(code, null, cancellationToken));
            if (state.ReturnValue is { } value)
                publish(new ResultOutput(MimeBundle.Of(("text/plain", value.ToString() ?? ""))));
            return CellResult.Success;
        }
        catch (CompilationErrorException exception)
        {
            int line = exception.Diagnostics[0].Location.GetLineSpan().StartLinePosition.Line + 1;
            return Fail(publish, new("CompilationError", exception.Diagnostics[0].GetMessage(), [exception.Message], line));
        }
        catch (Exception exception)
        {
            Match line = Line().Match(exception.StackTrace ?? "");
            return Fail(publish, new(
                exception.GetType().Name, exception.Message, [exception.ToString()],
                line.Success ? int.Parse(line.Groups[1].Value) : null));
        }
    }

    [GeneratedRegex("""^#!import "([^"]+)"$""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"cell\.csx:line (\d+)")]
    private static partial Regex Line();

    private static CellResult Fail(Action<CellOutput> publish, ErrorOutput error)
    {
        publish(error);
        return new CellResult(error);
    }

    private Task<ScriptState<object?>> Start(string code, CancellationToken cancellationToken)
    {
        ScriptOptions options = ScriptOptions.Default
            .WithReferences(
                ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)))
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder).WithSearchPaths(ImmutableArray<string>.Empty))
            .WithImports("System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Threading.Tasks")
            .WithEmitDebugInformation(true)
            .WithAllowUnsafe(true)
            .WithFilePath("cell.csx")
            .WithFileEncoding(Encoding.UTF8);
        return CSharpScript.RunAsync<object?>(code, options, cancellationToken: cancellationToken);
    }

    private sealed class StreamWriterTo(string name, Action<CellOutput> publish) : StringWriter
    {
        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value) => publish(new StreamOutput(name, value ?? ""));

        public override void WriteLine(string? value) => Write(value + "\n");
    }
}
