namespace Unrolled.NotebookHost.Execution;

/// <summary>The <c>nuget:</c> that says that a directive means a package and no file.</summary>
internal static class NuGetArgument
{
    private const string Prefix = "nuget:";

    /// <summary>Whether an argument begins with <c>nuget:</c>, and what follows.</summary>
    public static bool TryRead(string argument, out string rest)
    {
        bool isNuGet = argument.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
        rest = isNuGet ? argument[Prefix.Length..].Trim() : "";
        return isNuGet;
    }
}
