using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Figures;

/// <summary>The place of the machine's Chromium, or of a browser based on it: Chrome or Edge.</summary>
internal static class ChromiumExecutable
{
    /// <summary>The environment variable that names a browser and ends the search; other tools read it too.</summary>
    public const string Variable = "CHROME_PATH";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge"];

    private static readonly string[] MacApplications =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] WindowsApplications =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe",
            @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>The program's full path; null where there is none.</summary>
    public static string? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? File.Exists(named) ? named : null
            : Names.Select(ProgramPath.Find)
                .OfType<string>().Concat(Applications().Where(File.Exists)).FirstOrDefault();

    /// <summary>The reason why there is none, and the remedy.</summary>
    public static string WhyMissing() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? $"{Variable} names {named}, and there is no such file"
            : "neither Chromium nor Chrome nor Edge was found; install one, or name it in the environment "
                + $"variable {Variable}";

    private static IEnumerable<string> Applications()
    {
        if (OperatingSystem.IsMacOS())
            return MacApplications;
        if (!OperatingSystem.IsWindows())
            return [];
        Environment.SpecialFolder[] homes =
            [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86,
                Environment.SpecialFolder.LocalApplicationData];
        return homes.SelectMany(
            home => WindowsApplications.Select(program => Path.Combine(Environment.GetFolderPath(home), program)));
    }
}
