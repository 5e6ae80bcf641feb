using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks.Tests;

/// <summary>A training in the kernel, driven as by Jupyter: it tells how far it is, stops, keeps its model.</summary>
[Collection(ExecutedSeries.Name)]
public sealed class InterruptedTrainingTests : IDisposable
{
    private readonly Process kernel;
    private int cells;

    public InterruptedTrainingTests()
    {
        BuildFreshness.Require();
        string host = Repository.BuildOutput("Unrolled.NotebookHost", "Unrolled.NotebookHost.dll");
        kernel = Process.Start(new ProcessStartInfo("dotnet", [host, "jupyter", "serve"])
        {
            WorkingDirectory = Path.GetDirectoryName(Repository.SetupScript)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public void Dispose()
    {
        kernel.StandardInput.Close();
        kernel.WaitForExit();
        kernel.Dispose();
    }

    [Theory]
    [InlineData("model.Fit(task, new Adam(.01), steps: 100_000_000, batch: 32, clipNorm: 1, random);")]
    [InlineData(
        "model.FitUntil(task, new Adam(.01), () => false, checkEvery: 3, atMost: 100_000_000, batch: 32, clipNorm: 1, "
        + "random);")]
    public void A_training_that_is_interrupted_stops_between_two_steps_and_keeps_its_model(string training)
    {
        Begin(
            "#!import \"setup.csx\"\n"
            + "EchoTask task = new(length: 6, steps: 1);\nXoshiro256 random = new(1);\n"
            + "Lstm layer = new(task.InputSize, 8, random);\n"
            + "SequenceModel model = new(layer, task.OutputSize, OutputAt.EveryStep, random);\n"
            + "float[] before = [.. model.Parameters.SelectMany(parameter => parameter.Value.Values)];\n"
            + training);
        string line = Next("display_data")["data"]!["text/plain"]!.GetValue<string>();
        Send(new JsonObject { ["type"] = "interrupt" });
        JsonObject stopped = Next("reply");

        Begin(
            "float[] after = [.. model.Parameters.SelectMany(parameter => parameter.Value.Values)];\n"
            + "int more = model.Fit(task, new Adam(.01), steps: 2, batch: 32, clipNorm: 1, random).Losses.Count;\n"
            + "(before.SequenceEqual(after), after.All(float.IsFinite), more)");

        Assert.Matches("^step [0-9]+ of 100000000, loss [0-9.]+", line);
        Assert.Equal("Interrupted", stopped["ename"]?.GetValue<string>());
        Assert.Equal("(False, True, 2)", Next("execute_result")["data"]!["text/plain"]!.GetValue<string>());
    }

    private void Begin(string code) => Send(new JsonObject
    {
        ["type"] = "execute",
        ["code"] = code,
        ["silent"] = false,
        ["store_history"] = true,
        ["user_expressions"] = new JsonObject(),
        ["allow_stdin"] = false,
        ["execution_count"] = ++cells,
    });

    private void Send(JsonObject request)
    {
        kernel.StandardInput.WriteLine(request.ToJsonString());
        kernel.StandardInput.Flush();
    }

    // An error that comes instead ends the wait too.
    private JsonObject Next(string type)
    {
        while (kernel.StandardOutput.ReadLine() is { } line)
        {
            JsonNode message = JsonNode.Parse(line)!;
            string found = message["type"]!.GetValue<string>();
            if (found == type)
                return message["content"]!.AsObject();
            Assert.False(found == "error" && type != "reply", line);
        }
        throw new EndOfStreamException("The kernel has ended.");
    }
}
