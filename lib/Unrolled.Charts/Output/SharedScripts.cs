namespace Unrolled.Charts.Display;

/// <summary>
/// The scripts that drawings of a page share: plotly.js, and figures.js, which draws with it; steps.js, which is small
/// and comes with every drawing that has a slider.
/// </summary>
internal static class SharedScripts
{
    private static readonly FirstCall FirstOfProcess = new();

    /// <summary>The scripts for the first caller in this process, and nothing for all others.</summary>
    public static string OncePerProcess() => FirstOfProcess.IsThis() ? All() : "";

    /// <summary>Both scripts of charts, or nothing where the build could not restore plotly.js.</summary>
    public static string All() => Resource("plotly.js") is { } plotly
        ? Script("plotly", Guarded(plotly)) + Script("unrolled-figures", Resource("figures.js")!)
        : "";

    /// <summary>The slider over steps.</summary>
    public static string Steps() => Script("unrolled-steps", Resource("steps.js")!);

    // A page with RequireJS has a global define, to which the bundle would hand itself instead of becoming window.Plotly.
    private static string Guarded(string bundle) =>
        $"(function(){{if(window.Plotly)return;var define,module,exports;\n{bundle}\n}}).call(window);";

    private static string Script(string name, string code) => $"<script data-shared=\"{name}\">{Inlined(code)}</script>\n";

    private static string Inlined(string code) => code
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal);

    private static string? Resource(string name)
    {
        using Stream? stream = typeof(SharedScripts).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
