using System.Diagnostics;

namespace Unrolled.Notebooks.Tests;

/// <summary>Headless Chromium, which finds no host: a page that needs the network fails.</summary>
internal static class Browser
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=20000", "--dump-dom",
    ];

    /// <summary>A page's document after its scripts have run.</summary>
    /// <param name="file">The page.</param>
    /// <param name="more">Further arguments, such as the window's size.</param>
    public static async Task<string> DocumentOfAsync(string file, params string[] more)
    {
        string profile = Directory.CreateTempSubdirectory("unrolled-chromium-").FullName;
        string[] arguments = [.. Arguments, .. more, $"--user-data-dir={profile}", new Uri(file).AbsoluteUri];
        var start = new ProcessStartInfo(ExternalTool.ChromiumPath, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string document = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Directory.Delete(profile, recursive: true);
        return document;
    }
}
