using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unrolled;

/// <summary>
/// A folder of cases that another library computed and recorded: index.json and a safetensors file for each case, in
/// the format that data/torchsharp-reference/README.md describes. Anything unknown to the format is an error.
/// </summary>
public static class ReferenceFolder
{
    /// <summary>The list of cases.</summary>
    public const string Index = "index.json";

    /// <summary>The list of checksums; a folder without one is read as it is.</summary>
    public const string Checksums = "SHA256SUMS";

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>
    /// Reads what TorchSharp 0.106.0 computed, which is kept in <c>data/torchsharp-reference</c>, in the order of its
    /// index.
    /// </summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The folder was not found.</exception>
    /// <exception cref="ReferenceFolderException">The folder is damaged.</exception>
    /// <exception cref="SafetensorsException">A case's file is missing or damaged.</exception>
    public static IReadOnlyList<ReferenceCase> Load(string? dataFolder = null) =>
        Read(Path.GetDirectoryName(DataFolder.Locate($"torchsharp-reference/{Index}", dataFolder))!);

    /// <summary>Reads every case of a folder, in the order of its index.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <exception cref="ReferenceFolderException">
    /// The index is missing or damaged, a case is of an unknown kind, or a file is not the one that was recorded.
    /// </exception>
    /// <exception cref="SafetensorsException">A case's file is missing or damaged.</exception>
    public static IReadOnlyList<ReferenceCase> Read(string folder)
    {
        string path = Path.Combine(folder, Index);
        RequireChecksums(folder);
        List<ReferenceCase> cases = [];
        foreach (JsonElement element in Cases(path))
        {
            ReferenceCase read = ReadCase(path, cases.Count + 1, element);
            RequireOwnFile(path, cases, read);
            read.Tensors = SafetensorsFile.Load(Path.Combine(folder, read.File));
            cases.Add(read);
        }

        foreach (TrainingCase training in cases.OfType<TrainingCase>())
            training.Minibatches = Minibatches(path, cases, training);
        return cases;
    }

    private static void RequireChecksums(string folder)
    {
        string list = Path.Combine(folder, Checksums);
        if (!File.Exists(list))
            return;
        foreach (string line in File.ReadLines(list))
        {
            string[] parts = line.Split("  ");
            if (parts.Length != 2)
                throw new ReferenceFolderException($"{list}: expected a checksum and a file, found \"{line}\".");
            string file = Path.Combine(folder, parts[1]);
            if (!File.Exists(file))
                throw new ReferenceFolderException($"{file}: not found; {Checksums} lists it.");
            string found = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
            if (found != parts[0])
            {
                throw new ReferenceFolderException(
                    $"{file}: expected the SHA-256 checksum {parts[0]}, found {found}: the file was changed. Take it "
                    + "again from the project's data folder.");
            }
        }
    }

    private static JsonElement.ArrayEnumerator Cases(string path)
    {
        try
        {
            using JsonDocument index = JsonDocument.Parse(File.ReadAllText(path, StrictUtf8));
            return index.RootElement.ValueKind == JsonValueKind.Object
                && index.RootElement.EnumerateObject().Count(entry => entry.NameEquals("cases")) == 1
                && index.RootElement.TryGetProperty("cases", out JsonElement cases)
                && cases.ValueKind == JsonValueKind.Array
                && cases.GetArrayLength() > 0
                ? cases.Clone().EnumerateArray()
                : throw new ReferenceFolderException(
                    $"{path}: expected an object with one list \"cases\" that is not empty.");
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or DecoderFallbackException
                || IsNotJson(unreadable))
        {
            throw new ReferenceFolderException($"{path}: {unreadable.Message}", unreadable);
        }
    }

    private static ReferenceCase ReadCase(string path, int number, JsonElement element)
    {
        try
        {
            return element.Deserialize<ReferenceCase>(Strict)
                ?? throw new ReferenceFolderException($"{path}: case {number} is null.");
        }
        catch (Exception unknown) when (unknown is NotSupportedException || IsNotJson(unknown))
        {
            throw new ReferenceFolderException(
                $"{path}: case {number}, {Shortened(element.GetRawText())}: {unknown.Message}", unknown);
        }
    }

    // InvalidOperationException: an escape of half a character.
    private static bool IsNotJson(Exception problem) => problem is JsonException or InvalidOperationException;

    private static void RequireOwnFile(string path, List<ReferenceCase> cases, ReferenceCase read)
    {
        if (read.File != Path.GetFileName(read.File) || read.File == "" || read.File.Contains('\0'))
            throw new ReferenceFolderException(
                $"{path}: case {cases.Count + 1}: \"{read.File}\" is not the name of a file in the folder.");
        if (cases.Exists(other => other.File == read.File))
            throw new ReferenceFolderException(
                $"{path}: case {cases.Count + 1}: {read.File} belongs to another case already.");
    }

    private static TrainingDataCase Minibatches(string path, List<ReferenceCase> cases, TrainingCase training) =>
        cases.OfType<TrainingDataCase>().FirstOrDefault(data => data.File == training.Data)
        ?? throw new ReferenceFolderException(
            $"{path}: {training.File}: no case \"training-data\" has the file {training.Data}.");

    private static string Shortened(string json) => json.Length <= 120 ? json : json[..120] + "…";
}

/// <summary>
/// A folder of recorded cases that is not as its format says; the message names the file, the case and the field.
/// </summary>
public sealed class ReferenceFolderException(string message, Exception? innerException = null)
    : Exception(message, innerException);
