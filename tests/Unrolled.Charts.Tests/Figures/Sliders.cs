namespace Unrolled.Charts.Tests.Figures;

/// <summary>Sliders over one and over two parameters, whose frames are told apart by their titles.</summary>
internal static class Sliders
{
    public static IReadOnlyList<string> Values { get; } = ["0.5", "1", "2"];

    public static ParameterSlider OfOne() => ParameterSlider.Over("u", [0.5, 1, 2], Frame);

    public static ParameterSlider OfTwo() =>
        ParameterSlider.Over(("a", [10, 20]), ("b", [1, 2, 3]), (a, b) => Frame(a * b));

    private static Figure Frame(double u) => new Figure(FormattableString.Invariant($"Frame {u}"))
        .Line([1, u, u * u], "h").XLabel("step").YLabel("hidden state");
}
