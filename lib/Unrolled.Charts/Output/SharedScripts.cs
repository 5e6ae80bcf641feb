namespace Unrolled;

/// <summary>
/// The scripts that drawings of a page share: plotly.js, and figures.js, which draws with it; steps.js and sliders.js,
/// which are small and come with every drawing that has a slider.
/// </summary>
internal static class SharedScripts
{
    private static readonly FirstCall FirstOfProcess = new();

    /// <summary>The scripts of charts for the first caller in this process, and nothing for all later ones.</summary>
    public static string OncePerProcess() => FirstOfProcess.IsThis() ? All() : "";

    /// <summary>The scripts of charts; nothing where the build could not restore plotly.js.</summary>
    public static string All() => Resource("plotly-cartesian.min.js") is { } plotly
        ? Script("plotly", Guarded(plotly)) + Script("unrolled-figures", Resource("figures.js")!)
        : "";

    /// <summary>The slider over steps.</summary>
    public static string Steps() => Script("unrolled-steps", Resource("steps.js")!);

    /// <summary>The sliders over parameters.</summary>
    public static string Sliders() => Script("unrolled-sliders", Resource("sliders.js")!);

    // A page with RequireJS has a global define, to which the bundle would hand itself over.
    private static string Guarded(string bundle) =>
        $"(function(){{if(window.Plotly)return;var define,module,exports;\n{bundle}\n}}).call(window);";

    private static string Script(string name, string code) =>
        $"<script data-shared=\"{name}\">{Inlined(code)}</script>\n";

    private static string Inlined(string code) => code
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal);

    private static string? Resource(string name)
    {
        using Stream? stream = typeof(SharedScripts).Assembly.GetManifestResourceStream("web/" + name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>A latch that tells the first of all callers, on whatever threads, from the later ones.</summary>
internal sealed class FirstCall
{
    private int made;

    public bool IsThis() => Interlocked.Exchange(ref made, 1) == 0;
}
