
namespace Unrolled.Tests.Cells;

/// <summary>A loss times a factor, such as 1 / T for the mean over T steps.</summary>
internal sealed class ScaledLoss(ILoss loss, double factor) : ILoss
{
    public double Value(Vector y, Vector target) => factor * loss.Value(y, target);

    public Vector Gradient(Vector y, Vector target) => factor * loss.Gradient(y, target);
}
