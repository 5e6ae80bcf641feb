namespace Unrolled.Tests.Layers;

/// <summary>
/// Same seed, same bits: on one thread or several, and on vectors of any width wherever the processor has fused
/// multiply-add. Elsewhere the last bits are others, but always the same.
/// </summary>
public sealed class SameBitsTests : IDisposable
{
    private static readonly Lazy<string> Here = new(() => Bits(threads: 1, [], Vectors.Lanes));
    private static readonly Lazy<string> Unfused = new(
        () => Bits(threads: 1, Vectors.Unfused.Environment, Vectors.Unfused.Lanes));

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Kinds() => LayerDraw.KindNames();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Trained_weights_and_samples_are_the_same_on_two_threads() =>
        Assert.Equal(Here.Value, Bits(threads: 2, [], Vectors.Lanes));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Trained_weights_and_samples_are_the_same_without_avx_512(int threads) =>
        Assert.Equal(Here.Value, Bits(threads, Vectors.Narrower.Environment, Vectors.Narrower.Lanes));

    [Fact]
    public void Without_fused_multiply_add_they_are_the_same_on_two_threads() =>
        Assert.Equal(Unfused.Value, Bits(threads: 2, Vectors.Unfused.Environment, Vectors.Unfused.Lanes));

    [Fact]
    public void Without_any_vectors_they_are_those_of_vectors_without_fused_multiply_add() =>
        Assert.Equal(Unfused.Value, Bits(threads: 2, Vectors.None.Environment, Vectors.None.Lanes));

    [Fact]
    public void Without_fused_multiply_add_layers_agree_with_the_equations_and_with_fused_layers()
    {
        string file = folder["unfused.safetensors"];

        TestProcess.Run(Vectors.Unfused.Environment, "agreement", file, Vectors.Unfused.Lanes.ToString());

        SafetensorsFile unfused = SafetensorsFile.Load(file);
        Assert.All(AgreementProcess.Computed(), fused => Assert.InRange(
            RelativeError.Of(unfused[fused.Name].ToDoubles(), fused.ToDoubles()), 0, 1e-5));
    }

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

    private static string Bits(int threads, Dictionary<string, string> environment, int lanes) =>
        TestProcess.Run(environment, "bits", threads.ToString(), lanes.ToString());
}
