using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// The place of an installed kernel, which is filled and emptied in one move each: Jupyter sees the old kernel or the
/// new one, and never half a kernel. Windows moves no folder from which a program runs; then nothing changes.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="move">Moves a folder.</param>
/// <param name="delete">Deletes a folder with all that it holds.</param>
internal sealed class KernelFolder(string path, Action<string, string> move, Action<string> delete)
{
    private const string Retired = ".old";

    /// <summary>A place in the file system.</summary>
    public KernelFolder(string path)
        : this(path, Directory.Move, folder => Directory.Delete(folder, recursive: true))
    {
    }

    // Beside the kernels and not among them, where Jupyter would find half a kernel.
    private string Kernels => Path.GetDirectoryName(path)!;

    private string Aside => Path.GetDirectoryName(Kernels)!;

    private string Prefix => $".{Path.GetFileName(path)}.";

    /// <summary>Puts a new kernel in the place of the old one, if there is one.</summary>
    /// <param name="write">Writes the kernel into the folder that it is given.</param>
    /// <exception cref="UsageException">The old kernel is in use.</exception>
    public void Replace(Action<string> write)
    {
        Directory.CreateDirectory(Kernels);
        string staging = Path.Combine(Aside, Prefix + Path.GetRandomFileName());
        try
        {
            write(staging);
            string? old = Directory.Exists(path) ? Retire() : null;
            MoveIn(staging, old);
            DeleteRetired();
        }
        finally
        {
            if (Directory.Exists(staging))
                delete(staging);
        }
    }

    /// <summary>Removes the kernel.</summary>
    /// <exception cref="UsageException">It is in use.</exception>
    public void Remove()
    {
        Retire();
        DeleteRetired();
    }

    private string Retire()
    {
        string old = Path.Combine(Aside, Prefix + Path.GetRandomFileName() + Retired);
        try
        {
            move(path, old);
            return old;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{path} cannot be replaced or removed: {exception.Message} Shut down the kernels that run from it, "
                + "and try again.");
        }
    }

    private void MoveIn(string staging, string? old)
    {
        try
        {
            move(staging, path);
        }
        catch when (old is not null)
        {
            move(old, path);
            throw;
        }
    }

    // What something still reads now goes with the next installation.
    private void DeleteRetired()
    {
        foreach (string old in Directory.GetDirectories(Aside, $"{Prefix}*{Retired}"))
        {
            try
            {
                delete(old);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The kernel itself is in its place, or gone.
            }
        }
    }
}
