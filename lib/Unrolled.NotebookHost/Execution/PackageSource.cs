namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The argument of <c>#i</c>: a folder or an address of packages, with or without <c>nuget:</c> before it.
/// </summary>
internal static class PackageSource
{
    /// <summary>Whether a source is an address, and no folder.</summary>
    public static bool IsAddress(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https");

    /// <summary>The address, or the full path of the folder.</summary>
    /// <param name="argument">The argument, without its quotes.</param>
    /// <param name="resolve">Makes a full path of one that starts from the file with the directive.</param>
    public static string Of(string argument, Func<string, string> resolve)
    {
        string source = NuGetArgument.TryRead(argument, out string named) ? named : argument;
        return IsAddress(source) ? source : resolve(source);
    }
}
