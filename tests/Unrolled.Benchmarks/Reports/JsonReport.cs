using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Unrolled.Benchmarks.Contenders;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Scaling;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Reports;

/// <summary>
/// One object a line, for each cell on each workload and for each fit. Values that were not measured are left out.
/// </summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private double? load;
    private bool quick;

    public void Begin(Machine machine, RunPlan plan) => (load, quick) = (machine.Load, plan.IsQuick);

    public void Add(RowResult row) => Write(new
    {
        Workload = row.Workload.Name,
        Cell = Words.Of(row.Cell),
        row.Threads,
        TrainMs = Rounded(row.Layers[Work.TrainingStep]),
        InferMs = Rounded(Inference(row.Layers)),
        StepUs = Rounded(1e3 * row.Layers[Work.StreamingStep]),
        Gflops = Rounded(row.Gflops(row.Workload.Works[0])),
        PeakGflops = Rounded(row.PeakGflops),
        PeakShare = Rounded(row.PeakShare(row.Workload.Works[0])),
        row.AllocatedBytes,
        AllocationSteps = row.AllocatedBytes is null ? null : (int?)row.Plan.AllocationSteps,
        row.NotAvailable,
        Peers = row.Peers.Count == 0
            ? null
            : row.Peers.ToDictionary(peer => peer.Name.ToLowerInvariant(), peer => Peer(row, peer)),
        Load = load,
        Quick = quick,
    });

    public void Add(ScalingResult result) => Write(new
    {
        Scaling = result.Axis.Name,
        Cell = Words.Of(result.Cell),
        result.Threads,
        result.Axis.Sizes,
        TrainMs = result.Milliseconds.Select(time => Rounded(time)),
        Exponent = Rounded(result.Exponent),
        Load = load,
        Quick = quick,
    });

    public void NotAvailable(int threads, string reason) => Write(new { Threads = threads, NotAvailable = reason });

    public void End()
    {
    }

    private static object Peer(RowResult row, PeerResult peer) => new
    {
        TrainMs = Rounded(peer.Times[Work.TrainingStep]),
        InferMs = Rounded(Inference(peer.Times)),
        StepUs = Rounded(1e3 * peer.Times[Work.StreamingStep]),
        TrainRatio = Rounded(row.Ratio(peer, Work.TrainingStep)),
        InferRatio = Rounded(row.Ratio(peer, Work.Inference) ?? row.Ratio(peer, Work.StreamingStep)),
        peer.Version,
        peer.Missing,
    };

    // A streaming step is inference too.
    private static double? Inference(Times times) => times[Work.Inference] ?? times[Work.StreamingStep];

    // Four digits are more than a time holds.
    private static double? Rounded(double? value) =>
        value is { } number && number != 0
            ? Math.Round(number, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 15))
            : value;

    private void Write<T>(T line)
    {
        output.WriteLine(JsonSerializer.Serialize(line, Options));
        output.Flush();
    }
}
