using System.Text;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The beginning and the end of a worker's text on standard error, of any length.</summary>
internal sealed class CrashText
{
    private const int Part = 32 * 1024;

    private readonly Lock gate = new();
    private readonly StringBuilder head = new();
    private readonly StringBuilder tail = new();

    public void Add(string text)
    {
        lock (gate)
        {
            int toHead = Math.Min(Part - head.Length, text.Length);
            head.Append(text, 0, toHead);
            tail.Append(text, toHead, text.Length - toHead);
            if (tail.Length > 2 * Part)
                tail.Remove(0, tail.Length - Part);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            head.Clear();
            tail.Clear();
        }
    }

    public override string ToString()
    {
        lock (gate)
            return $"{head}{tail}";
    }
}
