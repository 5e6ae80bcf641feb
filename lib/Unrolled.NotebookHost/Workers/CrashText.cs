using System.Text;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// The beginning and the end of a worker's text on standard error, of any length; between them it is told how much is
/// left out.
/// </summary>
internal sealed class CrashText
{
    private const int Part = 32 * 1024;

    private readonly Lock gate = new();
    private readonly StringBuilder head = new();
    private readonly StringBuilder tail = new();
    private long dropped;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (gate)
                return head.Length == 0;
        }
    }

    public void Add(string text)
    {
        lock (gate)
        {
            int toHead = Math.Min(Part - head.Length, text.Length);
            head.Append(text, 0, toHead);
            tail.Append(text, toHead, text.Length - toHead);
            if (tail.Length <= 2 * Part)
                return;
            dropped += tail.Length - Part;
            tail.Remove(0, tail.Length - Part);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            head.Clear();
            tail.Clear();
            dropped = 0;
        }
    }

    public override string ToString()
    {
        lock (gate)
            return dropped == 0 ? $"{head}{tail}" : $"{head}\n[{dropped} characters are left out]\n{tail}";
    }
}
