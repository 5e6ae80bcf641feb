namespace Unrolled.Weights;

internal static class ElementTypeExtensions
{
    /// <summary>The bytes that one value takes.</summary>
    public static int Size(this ElementType type) => type switch
    {
        ElementType.F16 or ElementType.BF16 => 2,
        ElementType.F32 => 4,
        _ => 8,
    };
}
