
namespace Unrolled.Experiments.Trials;

/// <summary>One run of a row, from one seed.</summary>
internal interface ITrial
{
    /// <summary>The number of steps taken.</summary>
    long Step { get; }

    /// <summary>Takes more steps.</summary>
    void Run(int steps);

    /// <summary>The score of the model as it is now, on fresh sequences from the source or on the test part.</summary>
    Measurement Measure(Random fresh);
}
