
namespace Unrolled.Tests.Cells;

/// <summary>Draws weights and sequences from one seeded source.</summary>
internal sealed class Draw(int seed)
{
    internal Xoshiro256 Random { get; } = new(seed);

    internal TCell Weights<TCell>(TCell cell, double bound = .7) where TCell : ICell
    {
        Initialize.Uniform(cell.Parameters, bound, Random);
        return cell;
    }

    internal double Number(double bound = 1) => bound * (2 * Random.NextDouble() - 1);

    internal Vector Vector(int size, double bound = 1) =>
        MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(size, _ => Number(bound));

    internal Vector[] Sequence(int length, int size, double bound = 1) =>
        [.. Enumerable.Range(0, length).Select(_ => Vector(size, bound))];

    internal Vector[] Classes(int length, int size) =>
        Unrolled.Sequence.OneHot(Enumerable.Range(0, length).Select(_ => Random.Next(size)), size);

    internal State State(ICell cell, double bound = 1) => new([.. cell.StateSizes.Select(size => Vector(size, bound))]);
}
