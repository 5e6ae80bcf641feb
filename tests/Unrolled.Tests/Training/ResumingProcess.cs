using System.Numerics;

namespace Unrolled.Tests.Training;

/// <summary>
/// The test assembly started as a program: goes on from a checkpoint, on vectors of the width that is asked for, and
/// saves where it got to.
/// </summary>
internal static class ResumingProcess
{
    internal const int Steps = 10;

    private static int Main(string[] arguments)
    {
        if (arguments is not [string checkpoint, string result, string width])
        {
            Console.Error.WriteLine("Expected a checkpoint, the name of the file to save, and the width of a vector.");
            return 2;
        }

        // A switch of the runtime that is mistyped is ignored, and would prove nothing.
        if (Vector<float>.Count != int.Parse(width))
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
