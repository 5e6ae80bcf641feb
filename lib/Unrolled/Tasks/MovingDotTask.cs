
namespace Unrolled;

/// <summary>
/// A video in miniature: one dot on a square of pixels moves a step right, down, left or up in every frame, and a dot
/// that leaves at one edge enters at the opposite one. The target of every frame is the <see cref="DotDirection"/> that
/// led to it: many to many in step. It keeps its direction, or with a small probability draws a new one. A single frame
/// says nothing, since every place has every direction equally often; two frames determine it.
/// <para>
/// Inputs [T, side²]: the pixels row by row, 1 at the dot and 0 elsewhere. Targets [T]: the move from frame t − 1 to
/// frame t; the first frame is masked. Baseline: any direction, 1/4.
/// </para>
/// </summary>
/// <param name="length">T, at least 2.</param>
/// <param name="side">The pixels of a side, at least 3: on fewer, left and right would be the same.</param>
/// <param name="turn">The probability that a new direction, which may be the old one, is drawn.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range; the message says which.</exception>
public sealed class MovingDotTask(int length, int side = 5, double turn = .2) : ITask<ClassExample>
{
    private static readonly int Directions = Enum.GetValues<DotDirection>().Length;

    /// <summary>T.</summary>
    public int Length { get; } = Require.AtLeast(length, 2);

    /// <summary>The pixels of a side.</summary>
    public int Side { get; } = Require.AtLeast(side, 3);

    /// <summary>The probability that a new direction is drawn.</summary>
    public double Turn { get; } = Require.Probability(turn);

    /// <inheritdoc/>
    public string Name => $"Moving dot, {Side} × {Side}, T = {Length}";

    /// <inheritdoc/>
    public int InputSize => Side * Side;

    /// <inheritdoc/>
    public int OutputSize => Directions;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.Accuracy, 1.0 / Directions, "any direction");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        var (row, column) = (random.Next(Side), random.Next(Side));
        int direction = random.Next(Directions);
        int[] pixels = new int[Length];
        int[] moves = new int[Length];
        for (int t = 0; t < Length; t++)
        {
            pixels[t] = row * Side + column;
            moves[t] = direction;
            if (random.NextDouble() < Turn)
                direction = random.Next(Directions);
            (row, column) = Moved(row, column, (DotDirection)direction);
        }

        return ClassExample.Where(OneHot.Of(pixels, InputSize), t => t > 0 ? moves[t] : null);
    }

    private (int Row, int Column) Moved(int row, int column, DotDirection direction) => direction switch
    {
        DotDirection.Right => (row, (column + 1) % Side),
        DotDirection.Down => ((row + 1) % Side, column),
        DotDirection.Left => (row, (column + Side - 1) % Side),
        _ => ((row + Side - 1) % Side, column),
    };
}

/// <summary>The direction of a dot's move, as a class.</summary>
public enum DotDirection
{
    /// <summary>One column on.</summary>
    Right,

    /// <summary>One row on.</summary>
    Down,

    /// <summary>One column back.</summary>
    Left,

    /// <summary>One row back.</summary>
    Up,
}
