using System.Text.Json;

namespace Unrolled;

/// <summary>
/// The times of this library's layers beside those of libtorch and oneDNN, as one run of the benchmarks measured them;
/// they are kept in <c>data/speed/benchmarks.jsonl</c>, which is what
/// <c>dotnet run --project tests/Unrolled.Benchmarks -- --peers --json</c> printed.
/// </summary>
public static class PeerTimes
{
    /// <summary>The file inside the data folder.</summary>
    public const string File = "speed/benchmarks.jsonl";

    /// <summary>Reads the times, in the order in which they were measured.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<PeerTime> Load(string? dataFolder = null)
    {
        DataFile file = DataFolder.Find(File, dataFolder);
        return [.. TextLines.Of(file.ReadText()).SelectMany((line, i) => Read(file, i + 1, line))];
    }

    private static PeerTime[] Read(DataFile file, int number, string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return [.. OfRow(json.RootElement)];
        }
        catch (Exception damaged)
            when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataFileException(
                file.Name, number, 1, $"expected a row of the benchmarks with --json: {damaged.Message}", damaged);
        }
    }

    private static IEnumerable<PeerTime> OfRow(JsonElement row)
    {
        string workload = row.GetProperty("workload").GetString()!, cell = row.GetProperty("cell").GetString()!;
        int threads = row.GetProperty("threads").GetInt32();
        foreach ((TimedWork work, string field) in FieldsOf(row))
        {
            double ours = Milliseconds(row, field);
            foreach (JsonProperty peer in row.GetProperty("peers").EnumerateObject())
                yield return new PeerTime(
                    workload, cell, threads, work, ours, peer.Name, Milliseconds(peer.Value, field));
        }
    }

    // A streaming step is inference too, and its row has no training.
    private static (TimedWork Work, string Field)[] FieldsOf(JsonElement row) => row.TryGetProperty("step_us", out _)
        ? [(TimedWork.StreamingStep, "infer_ms")]
        : [(TimedWork.TrainingStep, "train_ms"), (TimedWork.Inference, "infer_ms")];

    private static double Milliseconds(JsonElement of, string field) =>
        of.GetProperty(field).GetDouble() is > 0 and var time
            ? time
            : throw new FormatException($"{field} is not greater than 0");
}

/// <summary>The median times of one piece of work, by this library's layers and by another library.</summary>
/// <param name="Workload">W1 to W5; their sizes are in <c>tests/Unrolled.Benchmarks/README.md</c>.</param>
/// <param name="Cell">rnn, lstm or gru.</param>
/// <param name="Threads">The number of threads of both.</param>
/// <param name="Work">The work that was timed.</param>
/// <param name="Milliseconds">The time of the layers, in milliseconds.</param>
/// <param name="Peer">The other library: libtorch or onednn.</param>
/// <param name="PeerMilliseconds">Its time, in milliseconds.</param>
public sealed record PeerTime(
    string Workload, string Cell, int Threads, TimedWork Work, double Milliseconds, string Peer,
    double PeerMilliseconds)
{
    /// <summary>The other library's time over that of the layers: 2 where the layers are twice as fast.</summary>
    public double Ratio => PeerMilliseconds / Milliseconds;
}

/// <summary>The work that is timed.</summary>
public enum TimedWork
{
    /// <summary>Forward and backward pass, to the gradients of the inputs and of all parameters.</summary>
    TrainingStep,

    /// <summary>The forward pass alone.</summary>
    Inference,

    /// <summary>One step of one sequence.</summary>
    StreamingStep,
}
