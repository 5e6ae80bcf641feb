namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// One folder that holds every native library of a session's packages: links to the files in NuGet's cache, or copies
/// where the system allows no links.
/// </summary>
/// <remarks>
/// A library that needs another finds it beside itself. Packages put them into folders of their own, and then the
/// system's linker takes a library of that name from elsewhere, such as another version of libtorch, or none.
/// </remarks>
/// <param name="folder">The folder, which need not exist.</param>
internal sealed class NativeFolder(string folder)
{
    private readonly Lock gate = new();

    /// <summary>Adds the files that are not there yet; of two with one name the first stays.</summary>
    /// <exception cref="IOException">A file could not be linked or copied.</exception>
    public void Add(IEnumerable<string> libraries)
    {
        lock (gate)
        {
            foreach (string library in libraries)
            {
                string place = PlaceOf(library);
                if (!File.Exists(place))
                    Place(library, place);
            }
        }
    }

    /// <summary>Where a library is in the folder.</summary>
    public string PlaceOf(string library) => Path.Combine(folder, Path.GetFileName(library));

    private void Place(string library, string place)
    {
        Directory.CreateDirectory(folder);
        try
        {
            File.CreateSymbolicLink(place, library);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Windows allows links to administrators and developers alone.
            File.Copy(library, place);
        }
    }
}
