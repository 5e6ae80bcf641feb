namespace Unrolled.Benchmarks.Measuring;

/// <summary>A vector register of any width, as far as <see cref="FmaPeak"/> needs one.</summary>
internal interface IFmaVector<TSelf>
    where TSelf : struct, IFmaVector<TSelf>
{
    /// <summary>Its floats.</summary>
    static abstract int Width { get; }

    static abstract TSelf Broadcast(float value);

    static abstract float First(TSelf vector);

    /// <summary>sum + a · b, fused.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf sum);
}
