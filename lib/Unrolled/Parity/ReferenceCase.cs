using System.Text.Json.Serialization;

namespace Unrolled;

/// <summary>One recorded case: a line of index.json and the tensors of its file.</summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "case",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(LayerCase), "layer")]
[JsonDerivedType(typeof(PackedCase), "packed")]
[JsonDerivedType(typeof(VariantCase), "variant")]
[JsonDerivedType(typeof(TrainingDataCase), "training-data")]
[JsonDerivedType(typeof(TrainingCase), "training")]
[JsonDerivedType(typeof(LanguageModelCase), "language-model")]
public abstract record ReferenceCase
{
    /// <summary>The file's name in the folder.</summary>
    public required string File { get; init; }

    /// <summary>The file's tensors.</summary>
    [JsonIgnore]
    public SafetensorsFile Tensors { get; internal set; } = new([]);

    /// <summary>The file's name without its ending.</summary>
    public sealed override string ToString() => Path.GetFileNameWithoutExtension(File);
}
