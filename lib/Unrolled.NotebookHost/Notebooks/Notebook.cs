using System.Text;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// An nbformat 4 document. The JSON stays the truth: fields that this class does not know are kept as they were read.
/// </summary>
public sealed class Notebook
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<NotebookCell> cells;

    private Notebook(JsonObject json, FileVersion? version = null)
    {
        Json = json;
        Version = version;
        cells = [.. CellArray.Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>The whole document.</summary>
    public JsonObject Json { get; }

    /// <summary>The version of the file that it was read from; null for one that was not read from a file.</summary>
    public FileVersion? Version { get; }

    /// <summary>The cells in order; each is a view of its part of <see cref="Json"/>.</summary>
    public IReadOnlyList<NotebookCell> Cells => cells;

    /// <summary>The notebook's metadata object, made when missing.</summary>
    public JsonObject Metadata => Json.ObjectAt("metadata");

    /// <summary>The minor version of nbformat 4 that the document is written in.</summary>
    public int MinorVersion => Json["nbformat_minor"]!.GetValue<int>();

    /// <summary>The kernel's name, <c>metadata.kernelspec.name</c>; null when the notebook names none.</summary>
    public string? KernelName => Json.TextAt("metadata", "kernelspec", "name");

    /// <summary>
    /// The language of the code, <c>metadata.kernelspec.language</c> or else <c>metadata.language_info.name</c>; null
    /// when the notebook names none.
    /// </summary>
    public string? CodeLanguage =>
        Json.TextAt("metadata", "kernelspec", "language") ?? Json.TextAt("metadata", "language_info", "name");

    /// <summary>
    /// The language of the prose, <c>metadata.unrolled.language</c>, as a BCP 47 tag; English when not given.
    /// </summary>
    public string Language => Json.TextAt("metadata", "unrolled", "language") ?? "en";

    private JsonArray CellArray => Json["cells"]!.AsArray();

    /// <summary>Reads a notebook file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name in errors; its path when not given.</param>
    /// <exception cref="NotebookFormatException">The file is not an nbformat 4 document.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook Load(string path, string? name = null)
    {
        if (FileStatus.Of(path) is { IsRegular: false })
            throw new IOException($"{name ?? path}: this is a folder, a device or a pipe, and no notebook's file.");
        byte[] content = File.ReadAllBytes(path);
        return new Notebook(NotebookReader.Read(content, name ?? path), FileVersion.Of(content));
    }

    /// <summary>Reads a notebook from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">Its name in errors, usually the file's path.</param>
    /// <exception cref="NotebookFormatException">The text is not an nbformat 4 document.</exception>
    public static Notebook Parse(string json, string name)
    {
        try
        {
            return new Notebook(NotebookReader.Read(StrictUtf8.GetBytes(json), name));
        }
        catch (EncoderFallbackException exception)
        {
            throw new NotebookFormatException(
                $"{name}: not valid text: half of a surrogate pair stands alone at character {exception.Index + 1}.",
                exception);
        }
    }

    /// <summary>A copy that shares nothing with this document.</summary>
    public Notebook Clone() => new(Json.DeepClone().AsObject());

    /// <summary>
    /// Puts a cell before the one at <paramref name="index"/>; at the end when that is the number of cells.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or beyond the end.</exception>
    /// <exception cref="InvalidOperationException">The cell already belongs to a document.</exception>
    public void InsertCell(int index, NotebookCell cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, cells.Count);
        CellArray.Insert(index, cell.Json);
        cells.Insert(index, cell);
    }

    /// <summary>Takes a cell out of the document.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no cell at the index.</exception>
    public void RemoveCellAt(int index)
    {
        cells.RemoveAt(index);
        CellArray.RemoveAt(index);
    }

    /// <summary>
    /// Brings the document to nbformat 4.5: gives every cell an id, derived from its text so that the same notebook
    /// always gets the same ids, and adds the fields that 4.5 requires. Documents of a later minor version stay as they
    /// are.
    /// </summary>
    public void Upgrade() => NotebookUpgrade.Apply(this);

    /// <summary>
    /// The document byte for byte as Jupyter's <c>nbformat.write</c> writes it, except that numbers keep their text
    /// (<c>1e5</c> stays <c>1e5</c>, which Python would write as <c>100000.0</c>), that unpaired surrogates, which
    /// Python cannot encode, are written as <c>\udXXX</c> escapes, and that documents which <c>nbformat</c> refuses are
    /// written too.
    /// </summary>
    public string ToCanonicalJson() => CanonicalJson.Write(CanonicalForm.Of(Json)) + "\n";

    /// <summary>
    /// Writes the document in its canonical form; the old file stays whole until the new one is complete.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => DurableFile.WriteAllText(path, ToCanonicalJson());
}
