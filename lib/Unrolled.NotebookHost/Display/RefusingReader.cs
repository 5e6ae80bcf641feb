namespace Unrolled.NotebookHost.Display;

/// <summary>The standard input of a notebook that runs without a person.</summary>
internal sealed class RefusingReader : TextReader
{
    public override int Peek() => throw Refused();

    public override int Read() => throw Refused();

    public override int Read(char[] buffer, int index, int count) => throw Refused();

    public override string ReadLine() => throw Refused();

    public override string ReadToEnd() => throw Refused();

    private static InvalidOperationException Refused() => new(NotebookConsole.InputRefused);
}
