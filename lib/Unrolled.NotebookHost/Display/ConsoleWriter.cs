using System.Text;
using Unrolled.NotebookHost.Cells;

namespace Unrolled.NotebookHost.Display;

/// <summary>A standard stream whose text goes to the notebook that the writing code belongs to.</summary>
/// <param name="stream">The stream's name in <see cref="StreamOutput"/>.</param>
/// <param name="fallback">The writer for text that no notebook wrote.</param>
internal sealed class ConsoleWriter(string stream, TextWriter fallback) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine() => Write(NewLine.AsSpan());

    public override void WriteLine(string? value) => Write((value + NewLine).AsSpan());

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, NewLine).AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Interruption.Check();
        if (DisplayContext.Current is { } context)
            context.Output.Write(stream, buffer);
        else
            fallback.Write(buffer);
    }
}
