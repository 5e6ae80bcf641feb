using System.Text;

namespace Unrolled.NotebookHost.Documents;

/// <summary>Writes files that are never seen half-written.</summary>
public static class AtomicFile
{
    /// <summary>Writes UTF-8 text to a temporary name in the same folder and moves it into place.</summary>
    /// <exception cref="IOException">The file cannot be written; the old one stays.</exception>
    public static void WriteAllText(string path, string text)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
