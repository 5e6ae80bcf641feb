namespace Unrolled.NotebookHost.Display;

/// <summary>
/// The standard input of a notebook: lines that its reader types, or an error where no reader is present.
/// </summary>
internal sealed class ConsoleReader : TextReader
{
    private string line = "";
    private int position;

    public override int Peek() => Fill() ? line[position] : -1;

    public override int Read() => Fill() ? line[position++] : -1;

    // Not more than one line, so that typed text is not requested twice.
    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0 || !Fill())
            return 0;
        int taken = Math.Min(count, line.Length - position);
        line.CopyTo(position, buffer, index, taken);
        position += taken;
        return taken;
    }

    public override string? ReadLine()
    {
        if (!Fill())
            return null;
        string rest = line[position..^1];
        position = line.Length;
        return rest;
    }

    public override string ReadToEnd()
    {
        StringWriter all = new();
        while (ReadLine() is { } next)
            all.WriteLine(next);
        return all.ToString();
    }

    private bool Fill()
    {
        if (position < line.Length)
            return true;
        if (Ask() is not { } typed)
            return false;
        line = typed + "\n";
        position = 0;
        return true;
    }

    private static string? Ask() => DisplayContext.Current is { ReadLine: { } readLine }
        ? readLine()
        : throw new InvalidOperationException(NotebookConsole.InputRefused);
}
