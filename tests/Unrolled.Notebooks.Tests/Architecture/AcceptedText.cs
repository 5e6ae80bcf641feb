namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>
/// A text beside these tests that is computed from the repository and changes only by decision. With
/// <c>UNROLLED_ACCEPT=1</c> in the environment a test run writes what it computes.
/// </summary>
internal static class AcceptedText
{
    /// <summary>The environment variable that is 1 where what is computed becomes what is accepted.</summary>
    public const string Variable = "UNROLLED_ACCEPT";

    /// <summary>Whether what is computed becomes what is accepted.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Says how to accept what these tests compute.</summary>
    public static string HowToAccept =>
        $"{Variable}=1 dotnet test tests/Unrolled.Notebooks.Tests --filter FullyQualifiedName~Architecture";

    /// <summary>The accepted text, empty while there is none; where the environment says so, the computed one.</summary>
    /// <param name="file">Its path in the folder Architecture.</param>
    /// <param name="computed">What it would be now.</param>
    public static string Read(string file, string computed)
    {
        string path = Path.Combine(Repository.Root, "tests", "Unrolled.Notebooks.Tests", "Architecture", file);
        if (IsAccepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, computed);
        }

        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
    }
}
