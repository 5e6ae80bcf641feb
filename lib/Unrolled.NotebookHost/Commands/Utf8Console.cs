using System.Text;

namespace Unrolled.NotebookHost.Commands;

/// <summary>
/// The console in UTF-8 while a command runs. A Windows console in another code page would show sparklines, rules and
/// Chinese as question marks.
/// </summary>
internal sealed class Utf8Console : IDisposable
{
    private readonly Encoding? before;

    public Utf8Console()
    {
        if (Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage)
            return;
        before = Console.OutputEncoding;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }

    /// <summary>Gives the console back as it was: it belongs to the user's shell.</summary>
    public void Dispose()
    {
        if (before is not null)
            Console.OutputEncoding = before;
    }
}
