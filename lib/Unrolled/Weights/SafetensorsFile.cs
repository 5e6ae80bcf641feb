using System.Buffers.Binary;
using System.Collections.ObjectModel;

namespace Unrolled;

/// <summary>
/// Named tensors in the safetensors format (Hugging Face): eight bytes with the header's length, a header in JSON,
/// then the values, little-endian. A file holds numbers only, so reading one cannot run anything.
/// </summary>
public sealed class SafetensorsFile
{
    /// <summary>The longest header that is read, in bytes; the same as in the format's own implementation.</summary>
    public const int LongestHeader = 100_000_000;

    private readonly string name;
    private readonly Dictionary<string, NamedTensor> byName = [];

    /// <summary>A file to be saved.</summary>
    /// <param name="tensors">The tensors, in any order.</param>
    /// <param name="metadata">Free text, such as the producer's name.</param>
    /// <exception cref="ArgumentException">A name appears twice, or is the one reserved for metadata.</exception>
    public SafetensorsFile(IEnumerable<NamedTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
        : this("the tensors", tensors, metadata ?? ReadOnlyDictionary<string, string>.Empty)
    {
    }

    private SafetensorsFile(string name, IEnumerable<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        this.name = name;
        Tensors = [.. tensors];
        Metadata = metadata;
        foreach (NamedTensor tensor in Tensors)
        {
            if (tensor.Name == SafetensorsHeader.MetadataKey)
                throw new ArgumentException(
                    $"A tensor cannot be named {SafetensorsHeader.MetadataKey}.", nameof(tensors));
            if (!byName.TryAdd(tensor.Name, tensor))
                throw new ArgumentException($"Two tensors are named \"{tensor.Name}\".", nameof(tensors));
        }
    }

    /// <summary>The tensors, in the order of the file.</summary>
    public IReadOnlyList<NamedTensor> Tensors { get; }

    /// <summary>The free text that the file carries.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensor of this name.</summary>
    /// <exception cref="SafetensorsException">There is none; the message lists those that are there.</exception>
    public NamedTensor this[string tensor] =>
        byName.TryGetValue(tensor, out NamedTensor? found)
            ? found
            : throw SafetensorsException.OfTensor(
                name, tensor, $"not found; there are {string.Join(", ", byName.Keys)}.");

    /// <summary>Whether there is a tensor of this name.</summary>
    public bool Contains(string tensor) => byName.ContainsKey(tensor);

    /// <summary>The tensor of this name, which must have this shape.</summary>
    /// <exception cref="SafetensorsException">There is none, or it has another shape.</exception>
    public NamedTensor Require(string tensor, params ReadOnlySpan<int> shape)
    {
        NamedTensor found = this[tensor];
        if (!shape.SequenceEqual([.. found.Shape]))
        {
            throw SafetensorsException.OfTensor(
                name, tensor,
                $"expected the shape {NamedTensor.Format([.. shape])}, found {NamedTensor.Format(found.Shape)}.");
        }

        return found;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SafetensorsException">
    /// The file is missing, unreadable, or does not fit its header; the message names the file and the tensor.
    /// </exception>
    public static SafetensorsFile Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == "" || path.Contains('\0'))
            throw new SafetensorsException($"\"{path.Replace("\0", "\\0")}\"", "this is no path of a file.");
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SafetensorsException(path, $"could not be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>
    /// Writes the file: first to a temporary name in the same folder, then in one move, so that no reader ever sees
    /// half a file. The same tensors give the same bytes.
    /// </summary>
    /// <exception cref="IOException">The file could not be written; an older one is left as it was.</exception>
    public void Save(string path)
    {
        FileSystemInfo? linked = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        string target = linked?.FullName ?? Path.GetFullPath(path);
        string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                SafetensorsWriter.Write(stream, Tensors, Metadata);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    internal static SafetensorsFile Read(Stream stream, string name)
    {
        long rest = stream.Length - sizeof(ulong);
        if (rest < 0)
            throw new SafetensorsException(name, $"expected at least {sizeof(ulong)} bytes, found {stream.Length}.");
        Span<byte> lengthBytes = stackalloc byte[sizeof(ulong)];
        stream.ReadExactly(lengthBytes);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length > LongestHeader)
            throw new SafetensorsException(
                name, $"the header is said to be {length} bytes long; at most {LongestHeader} are read.");
        if (length > (ulong)rest)
            throw new SafetensorsException(
                name, $"the header is said to be {length} bytes long, but only {rest} bytes follow.");

        byte[] json = new byte[length];
        stream.ReadExactly(json);
        SafetensorsHeader header = SafetensorsHeader.Parse(json, rest - json.Length, name);
        return new SafetensorsFile(name, header.Entries.Select(entry => ReadTensor(stream, entry)), header.Metadata);
    }

    private static NamedTensor ReadTensor(Stream stream, TensorEntry entry)
    {
        byte[] bytes = new byte[entry.End - entry.Begin];
        stream.ReadExactly(bytes);
        return new NamedTensor(entry.Name, entry.Type, entry.Shape, bytes);
    }
}

/// <summary>A safetensors file that is damaged, or that has no tensor of the requested name or shape.</summary>
public sealed class SafetensorsException : Exception
{
    private const int LongestName = 80;

    /// <summary>An error of the file as a whole.</summary>
    public SafetensorsException(string file, string problem, Exception? innerException = null)
        : base($"{file}: {problem}", innerException)
    {
        File = file;
    }

    private SafetensorsException(string file, string tensor, string problem)
        : base($"{file}: tensor \"{Shortened(tensor)}\": {problem}")
    {
        File = file;
        Tensor = tensor;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The tensor with the error; <see langword="null"/> if the error is in the file as a whole.</summary>
    public string? Tensor { get; }

    /// <summary>An error of one tensor.</summary>
    public static SafetensorsException OfTensor(string file, string tensor, string problem) =>
        new(file, tensor, problem);

    // A damaged file can hold a name of many megabytes.
    private static string Shortened(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
