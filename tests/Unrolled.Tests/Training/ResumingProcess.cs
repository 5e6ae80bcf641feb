namespace Unrolled.Tests.Training;

/// <summary>The test assembly started as a program: goes on from a checkpoint and saves where it got to.</summary>
internal static class ResumingProcess
{
    internal const int Steps = 10;

    private static int Main(string[] arguments)
    {
        if (arguments is not [string checkpoint, string result])
        {
            Console.Error.WriteLine("Expected a checkpoint and the name of the file to save.");
            return 2;
        }

        var trainer = SampleRun.Create(seed: 777);
        trainer.Load(checkpoint);
        trainer.Run(Steps);
        trainer.Save(result);
        return 0;
    }
}
