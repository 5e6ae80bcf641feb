namespace Unrolled.Experiments.Rows;

/// <summary>How the recurrent matrices begin; all else is U(±1/√H).</summary>
internal enum Start
{
    Uniform,
    Orthogonal,
}
