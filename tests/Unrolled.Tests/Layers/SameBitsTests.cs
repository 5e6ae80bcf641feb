using System.Runtime.Intrinsics;

namespace Unrolled.Tests.Layers;

/// <summary>Same seed, same bits: on one thread or several, with AVX-512 or without.</summary>
public sealed class SameBitsTests
{
    private static readonly Lazy<string> Here = new(() => Bits(threads: 1, Vector512.IsHardwareAccelerated, []));

    public static TheoryData<string> Kinds() => LayerDraw.KindNames();

    [Fact]
    public void Trained_weights_and_samples_are_the_same_on_two_threads() =>
        Assert.Equal(Here.Value, Bits(threads: 2, Vector512.IsHardwareAccelerated, []));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Trained_weights_and_samples_are_the_same_without_avx_512(int threads) =>
        Assert.Equal(Here.Value, Bits(threads, wide: false, new() { ["DOTNET_EnableAVX512"] = "0" }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Outputs_and_all_gradients_are_the_same_on_any_number_of_threads(string kind)
    {
        int before = Threads.Count;
        try
        {
            float[] one = Results(kind, threads: 1);

            Assert.Equal(one, Results(kind, threads: 2));
            Assert.Equal(one, Results(kind, threads: 5));
        }
        finally
        {
            Threads.Count = before;
        }
    }

    [Fact]
    public void Fewer_than_one_thread_is_refused() =>
        Assert.Contains(
            "Count is 0; expected at least 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => Threads.Count = 0).Message, StringComparison.Ordinal);

    private static float[] Results(string kind, int threads)
    {
        Threads.Count = threads;
        LayerDraw draw = new(12);
        RecurrentLayer layer = draw.Layer(kind, 5, 48, layers: 2, bidirectional: true, bound: .1f);
        int[] lengths = [.. Enumerable.Range(0, 41).Select(b => 1 + b % 17)];
        RecurrentPass pass = layer.Forward(draw.Tensor(17, 41, 5), draw.State(layer, 41), lengths);
        RecurrentGradient gradient = layer.Backward(pass, draw.Tensor(17, 41, 96), draw.State(layer, 41));
        return
        [
            .. pass.Output.Values, .. pass.Final.Hidden.Values, .. gradient.Input.Values,
            .. gradient.Initial.Hidden.Values,
            .. layer.Parameters.SelectMany(parameter => parameter.Gradient.Values),
        ];
    }

    private static string Bits(int threads, bool wide, Dictionary<string, string> environment) =>
        TestProcess.Run(environment, "bits", threads.ToString(), wide.ToString());
}
