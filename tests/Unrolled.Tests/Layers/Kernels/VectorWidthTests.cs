namespace Unrolled.Tests.Layers.Kernels;

/// <summary>
/// The kernels on vectors of every width, those of other processors too, which the runtime then puts together or takes
/// apart.
/// </summary>
public sealed class VectorWidthTests
{
    [FusedTheory]
    [InlineData(1, 40, 160)]
    [InlineData(2, 9, 1)]
    [InlineData(13, 100, 48)]
    [InlineData(19, 31, 75)]
    [InlineData(64, 256, 32)]
    public void A_product_has_the_same_bits_on_vectors_of_any_width(int m, int k, int n) =>
        AssertSame(new Product(m, k, n));

    [FusedFact]
    public void A_step_of_an_lstm_and_its_backward_pass_have_the_same_bits_on_vectors_of_any_width() =>
        AssertSame(new LstmStep(5, 48));

    [FusedFact]
    public void Sums_have_the_same_bits_on_vectors_of_any_width() => AssertSame(new Sums(9, 3, 37));

    private static void AssertSame(IComputation computation)
    {
        float[] chosen = computation.On<Lanes16>();

        Assert.Equal(chosen, computation.On<Lanes8>());
        Assert.Equal(chosen, computation.On<Lanes4>());
        Assert.Equal(chosen, computation.On<Lanes1>());
    }

    private interface IComputation
    {
        float[] On<TLanes>()
            where TLanes : struct, ILanes<TLanes>;
    }

    private sealed class Product(int m, int k, int n) : IComputation
    {
        public float[] On<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            LayerDraw draw = new(m + k + n);
            Tensor a = draw.Tensor(m, k), b = draw.Tensor(k, n), c = draw.Tensor(m, n);
            PackedMatrix packed = new();
            packed.Shape(k, n);
            packed.Place(0, 0, new MatrixView(b.Values, k, n));
            MatrixView sums = new(c.Values, m, n);
            new MatrixProduct.Block(sums, new MatrixView(a.Values, m, k), packed.Panels, sums).Run<TLanes>();
            return c.Values;
        }
    }

    private sealed class LstmStep(int batch, int hidden) : IComputation
    {
        public float[] On<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            LayerDraw draw = new(8);
            Tensor gates = draw.Tensor(batch, 4 * hidden), c_prev = draw.Tensor(batch, hidden),
                dh = draw.Tensor(batch, hidden), dc = draw.Tensor(batch, hidden);
            Tensor c = new(batch, hidden), tanh_c = new(batch, hidden), h = new(batch, hidden),
                da = new(batch, 4 * hidden), dc_prev = new(batch, hidden);
            new LstmKernel.Forward(View(gates), View(c_prev), View(c), View(tanh_c), View(h)).Run<TLanes>();
            new LstmKernel.Backward(
                View(gates), View(c_prev), View(tanh_c), View(dh), View(dc), View(da), View(dc_prev)).Run<TLanes>();
            return [.. gates.Values, .. c.Values, .. tanh_c.Values, .. h.Values, .. da.Values, .. dc_prev.Values];
        }
    }

    private sealed class Sums(int rows, int columns, int blockSize) : IComputation
    {
        public float[] On<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            LayerDraw draw = new(9);
            Tensor a = draw.Tensor(rows, 2 * Lanes.Padded(blockSize)), b = draw.Tensor(columns, a.Shape[1]);
            Tensor dots = draw.Tensor(rows, columns), sums = draw.Tensor(1, a.Shape[1]);
            new RowDot(View(dots), View(a), View(b), blockSize, View(dots)).Run<TLanes>();
            PackedMatrix packed = new();
            packed.Shape(rows, a.Shape[1]);
            new PackedSum(View(a), packed.Panels, View(sums)).Run<TLanes>();
            return [.. dots.Values, .. sums.Values, .. packed.Panels.Values];
        }
    }

    private static MatrixView View(Tensor tensor) => new(tensor.Values, tensor.Shape[0], tensor.Shape[1]);
}
