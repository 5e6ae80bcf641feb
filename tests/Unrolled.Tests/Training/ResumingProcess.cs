using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

/// <summary>
/// Continues from a checkpoint, on vectors of the width that is given, and saves the result; see
/// <see cref="TestProcess"/>.
/// </summary>
internal static class ResumingProcess
{
    internal const int Steps = 10;

    internal static int Run(string checkpoint, string result, int lanes)
    {
        if (!Vectors.AreOf(lanes))
            return Vectors.Unexpected;
        var trainer = SampleRun.Create(seed: 777);
        trainer.Load(checkpoint);
        trainer.Run(Steps);
        trainer.Save(result);
        return 0;
    }
}
