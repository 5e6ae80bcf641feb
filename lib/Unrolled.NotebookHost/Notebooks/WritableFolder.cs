namespace Unrolled.NotebookHost.Notebooks;

/// <summary>Checks before any work is done whether a folder can take files.</summary>
internal static class WritableFolder
{
    /// <summary>
    /// Makes a file in the folder, or in the nearest one above that exists, and removes it again.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="failure">The beginning of the message of the error: what cannot be done.</param>
    /// <exception cref="IOException">The folder cannot be made, or cannot take a file.</exception>
    public static void Ensure(string folder, string failure)
    {
        string existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing))
        {
            if (File.Exists(existing))
                throw new IOException($"{failure}: {existing} is a file.");
            existing = Path.GetDirectoryName(existing)!;
        }

        string probe = Path.Combine(existing, "probe");
        try
        {
            using FileStream file = new(
                TemporaryFile.PathFor(probe), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1,
                FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{failure}: {exception.Message}", exception);
        }
        // A process that was killed between the two.
        TemporaryFile.RemoveAbandoned(probe);
    }
}
