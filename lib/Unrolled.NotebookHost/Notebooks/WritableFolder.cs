namespace Unrolled.NotebookHost.Notebooks;

/// <summary>Checks before any work is done whether a folder can take files.</summary>
internal static class WritableFolder
{
    /// <summary>
    /// Makes a file in the folder, or in the nearest one above that exists, and removes it again.
    /// </summary>
    /// <exception cref="IOException">
    /// The folder cannot be made, or cannot take a file; the message says why, without the folder's name.
    /// </exception>
    public static void Ensure(string folder)
    {
        string existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing))
        {
            if (File.Exists(existing))
                throw new IOException($"{existing} is a file.");
            existing = Path.GetDirectoryName(existing)!;
        }

        string probe = Path.Combine(existing, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using FileStream file = new(
                probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
