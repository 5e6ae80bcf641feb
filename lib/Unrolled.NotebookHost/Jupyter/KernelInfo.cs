using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>The kernel's description of itself.</summary>
internal static class KernelInfo
{
    /// <summary>The version of the project.</summary>
    public static string Version { get; } = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);

    /// <summary>The content of a <c>kernel_info_reply</c>; front ends store the language in the notebook.</summary>
    public static JsonObject Create() => new()
    {
        ["implementation_version"] = Version,
        ["banner"] = $"C# (Unrolled {Version}, {RuntimeInformation.FrameworkDescription})",
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        },
        ["help_links"] = new JsonArray(
            new JsonObject { ["text"] = "C# reference", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
            new JsonObject { ["text"] = ".NET API browser", ["url"] = "https://learn.microsoft.com/dotnet/api/" }),
    };
}
