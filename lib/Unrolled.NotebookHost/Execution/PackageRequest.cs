namespace Unrolled.NotebookHost.Execution;

/// <summary>A package that a cell requests.</summary>
/// <param name="Id">Its id; upper and lower case do not matter to NuGet.</param>
/// <param name="Version">The version or range as NuGet writes it; <c>*</c> is the newest stable one.</param>
internal sealed record PackageRequest(string Id, string Version)
{
    /// <summary>Any version.</summary>
    public const string Newest = "*";

    /// <summary>This version and no other; any, if it is null.</summary>
    public static PackageRequest Exactly(string id, string? version) =>
        new(id, version is null ? Newest : $"[{version}]");

    /// <summary>Reads <c>Id</c> or <c>Id, Version</c>.</summary>
    /// <exception cref="PackageRestoreException">The text has neither form.</exception>
    public static PackageRequest Parse(string text)
    {
        int comma = text.IndexOf(',');
        string id = (comma < 0 ? text : text[..comma]).Trim();
        string version = comma < 0 ? Newest : text[(comma + 1)..].Trim();
        bool validId = id != ""
            && id.All(character => char.IsLetterOrDigit(character) || character is '.' or '_' or '-');
        bool validVersion = version != ""
            && !version.Any(character => char.IsWhiteSpace(character) || character is '<' or '"');
        return validId && validVersion
            ? new PackageRequest(id, version)
            : throw new PackageRestoreException(
                $"expected \"nuget: Id\" or \"nuget: Id, Version\", but got \"nuget: {text}\"");
    }

    /// <inheritdoc/>
    public override string ToString() => Version == Newest ? Id : $"{Id} {Version}";
}

/// <summary>The prefix <c>nuget:</c>, which marks a directive's argument as a package instead of a file.</summary>
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
