using System.Collections.Concurrent;
using Unrolled.NotebookHost.Building;

namespace Unrolled.NotebookHost.Running.Requirements;

/// <summary>Asks by restoring the package for real, once for each package.</summary>
internal sealed class RestoreProbe : IPackageProbe
{
    private readonly ConcurrentDictionary<PackageRequirement, Lazy<Task<string?>>> answers = [];

    public Task<string?> WhyMissingAsync(PackageRequirement package, CancellationToken cancellationToken) =>
        answers.GetOrAdd(package, _ => new(() => RestoreAsync(package, cancellationToken))).Value;

    private static async Task<string?> RestoreAsync(PackageRequirement package, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-probe-");
        try
        {
            WriteProject(folder.FullName, package);
            DotnetResult result = await DotnetCommand.RunAsync(["restore", "--nologo"], folder.FullName, cancellationToken);
            return result.Succeeded ? null : Reason(package, result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The empty props and targets keep settings of folders above from reaching in.
    private static void WriteProject(string folder, PackageRequirement package)
    {
        foreach (string shared in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(folder, shared), "<Project />");
        string version = package.Version is { } exact ? $"[{exact}]" : "*";
        File.WriteAllText(Path.Combine(folder, "probe.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net{Environment.Version.Major}.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="{package.Id}" Version="{version}" /></ItemGroup>
            </Project>
            """);
    }

    private static string Reason(PackageRequirement package, DotnetResult result) =>
        result.Output.Contains("NU1101") || result.Output.Contains("NU1102")
            ? $"it requires the package {package}, which the package feed does not hold"
            : $"it requires the package {package}, which cannot be restored: {result.Errors(1).FirstOrDefault() ?? $"exit code {result.ExitCode}"}";
}
