using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unrolled.ReferenceCases;

/// <summary>
/// A folder of recorded cases: index.json and a safetensors file for each case, in the format that
/// data/torchsharp-reference/README.md describes. Anything unknown to the format is an error.
/// </summary>
public static class ReferenceFolder
{
    public const string Index = "index.json";

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

    /// <summary>Reads every case of a folder, in the order of its index.</summary>
    /// <exception cref="ReferenceFolderException">
    /// The index is missing or damaged, or a case is of an unknown kind.
    /// </exception>
    /// <exception cref="SafetensorsException">A case's file is missing or damaged.</exception>
    public static IReadOnlyList<ReferenceCase> Read(string folder)
    {
        string path = Path.Combine(folder, Index);
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
        if (read.File != Path.GetFileName(read.File) || read.File == "")
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
