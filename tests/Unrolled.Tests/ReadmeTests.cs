using System.Runtime.CompilerServices;
using Unrolled.Tests.Layers;

namespace Unrolled.Tests;

/// <summary>The ten lines of README.md print what it says. They appear there as they are here.</summary>
public sealed class ReadmeTests
{
    [FusedFact]
    public void The_ten_lines_print_what_the_page_says()
    {
        StringWriter Console = new() { NewLine = "\n" };

        // readme
        AddingTask task = new(50);
        Xoshiro256 random = new(1);
        SequenceModel model = new(new Lstm(task.InputSize, 32, random), task.OutputSize, OutputAt.LastStep, random);
        model.Fit(task, new Adam(.01), steps: 800, batch: 32, clipNorm: 1, random);

        ValueExample[] test = task.Draw(500, random);
        Console.WriteLine($"baseline {task.Baseline.Value:0.0000}, LSTM {model.Loss(test):0.0000}");

        LstmCell cell = ((Lstm)model.Recurrent).ToCell();
        Console.WriteLine(cell.Run(Sequence.OfRows(test[0].Inputs))["f"][^1].Average().ToString("0.00"));
        // end

        Assert.Contains($"```\n{Console}```\n", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_shows_the_lines_that_this_test_runs()
    {
        string[] lines = File.ReadAllLines(Here());
        string[] run = [.. lines.Select(line => line.Trim()).SkipWhile(line => line != "// readme").Skip(1)
            .TakeWhile(line => line != "// end")];

        Assert.Contains($"```csharp\n{string.Join('\n', run)}\n```\n", Readme, StringComparison.Ordinal);
    }

    private static string Readme => File.ReadAllText(
        Path.Combine(Path.GetDirectoryName(DataFolder.Locate("README.md"))!, "..", "README.md"));

    private static string Here([CallerFilePath] string path = "") => path;
}
