namespace Unrolled.Weights;

/// <summary>A safetensors file that is damaged, or that does not hold what was asked of it.</summary>
public sealed class SafetensorsException : Exception
{
    private const int LongestName = 80;

    /// <summary>A fault of the file as a whole.</summary>
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

    /// <summary>The tensor at fault; <see langword="null"/> where the file as a whole is.</summary>
    public string? Tensor { get; }

    /// <summary>A fault of one tensor.</summary>
    public static SafetensorsException OfTensor(string file, string tensor, string problem) => new(file, tensor, problem);

    // A damaged file can hold a name of many megabytes.
    private static string Shortened(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
