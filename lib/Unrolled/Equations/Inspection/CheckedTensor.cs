namespace Unrolled.Equations.Inspection;

/// <summary>What a gradient check found in one tensor.</summary>
/// <param name="Name">The tensor's name in the equations.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="WorstIndex">Where the two gradients differ most.</param>
/// <param name="Written">The written-out gradient there.</param>
/// <param name="Numeric">The central difference there.</param>
/// <param name="RelativeError">max|written − numeric| / max(max|written|, max|numeric|, 1e-3) over the tensor.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="LeftOut">How many of them were left out, because the step crossed a kink such as ReLU's at 0.</param>
public sealed record CheckedTensor(
    string Name,
    string Shape,
    string WorstIndex,
    double Written,
    double Numeric,
    double RelativeError,
    int Entries,
    int LeftOut);
