using System.Diagnostics;
using Unrolled.Tests.Layers;
using Unrolled.Tests.Training;

namespace Unrolled.Tests;

/// <summary>
/// The test assembly started as a program, for tests that need a process of their own, such as one with other vectors
/// or one without other allocations.
/// </summary>
internal static class TestProcess
{
    /// <summary>Runs the process to its end.</summary>
    /// <param name="environment">Switches of the runtime.</param>
    /// <param name="arguments">The arguments of the command.</param>
    /// <returns>Its output.</returns>
    internal static string Run(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (string argument in (string[])["exec", typeof(TestProcess).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    private static int Main(string[] arguments) => arguments switch
    {
        ["resume", string checkpoint, string result, string lanes] =>
            ResumingProcess.Run(checkpoint, result, int.Parse(lanes)),
        ["bits", string threads, string lanes] => BitsProcess.Run(int.Parse(threads), int.Parse(lanes)),
        ["agreement", string result, string lanes] => AgreementProcess.Run(result, int.Parse(lanes)),
        ["allocations", string threads] => AllocationProcess.Run(int.Parse(threads)),
        ["seeds"] => SeedsProcess.Run(),
        ["fast-tests", string room] => FastTests.Run(room),
        _ => Refuse(arguments),
    };

    private static int Refuse(string[] arguments)
    {
        Console.Error.WriteLine($"Not known: {string.Join(' ', arguments)}");
        return 2;
    }
}
