namespace Unrolled.Experiments.Trials;

/// <summary>A run of a trainer, with a score.</summary>
/// <param name="trainer">The trainer.</param>
/// <param name="measure">The score of the model as it is now.</param>
internal sealed class Trial(Trainer trainer, Func<Random, Measurement> measure) : ITrial
{
    public long Step => trainer.Step;

    public void Run(int steps) => trainer.Run(steps);

    public Measurement Measure(Random fresh) => measure(fresh);
}
