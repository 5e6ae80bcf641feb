using System.Diagnostics;
using System.Text.Json;

namespace Unrolled.Notebooks.Tests;

/// <summary>
/// The repository's address is stated once: packages name it, and leave it out while it is empty.
/// </summary>
public sealed class PackageMetadataTests
{
    [Theory]
    [InlineData("https://github.com/owner/name", "git")]
    [InlineData("", "")]
    public async Task A_package_names_the_repository_where_there_is_one(string url, string type)
    {
        JsonElement properties = await PropertiesAsync($"-p:RepositoryUrl={url}");

        Assert.Equal(url, properties.GetProperty("RepositoryUrl").GetString());
        Assert.Equal(url, properties.GetProperty("PackageProjectUrl").GetString());
        Assert.Equal(type, properties.GetProperty("RepositoryType").GetString());
    }

    private static async Task<JsonElement> PropertiesAsync(string property)
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "lib", "Unrolled"),
            RedirectStandardOutput = true,
        };
        string[] arguments =
            ["msbuild", property, "-getProperty:RepositoryUrl,PackageProjectUrl,RepositoryType", "Unrolled.csproj"];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return JsonDocument.Parse(output).RootElement.GetProperty("Properties");
    }
}
