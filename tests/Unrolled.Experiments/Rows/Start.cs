namespace Unrolled.Experiments.Rows;

/// <summary>
/// How the recurrent matrices begin. All other weights are U(±1/√H), and the recurrent layer's biases 0 but for the
/// keep bias.
/// </summary>
internal enum Start
{
    Uniform,
    Orthogonal,
}
