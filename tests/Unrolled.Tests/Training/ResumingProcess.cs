using System.Numerics;

namespace Unrolled.Tests.Training;

/// <summary>
/// Continues from a checkpoint, on vectors of the width that is given, and saves the result; see
/// <see cref="TestProcess"/>.
/// </summary>
internal static class ResumingProcess
{
    internal const int Steps = 10;

    internal static int Run(string checkpoint, string result, int width)
    {
        // The runtime ignores a mistyped switch, and the test would prove nothing.
        if (Vector<float>.Count != width)
        {
            Console.Error.WriteLine($"A vector has {Vector<float>.Count} numbers; expected {width}.");
            return 3;
        }

        var trainer = SampleRun.Create(seed: 777);
        trainer.Load(checkpoint);
        trainer.Run(Steps);
        trainer.Save(result);
        return 0;
    }
}
