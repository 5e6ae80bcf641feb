using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Scaling;

namespace Unrolled.Benchmarks.Reports;

/// <summary>Where results go.</summary>
internal interface IReport
{
    void Begin(Machine machine, RunPlan plan);

    void Add(RowResult row);

    void Add(ScalingResult result);

    /// <summary>So many threads cannot be used, so that nothing comes for them.</summary>
    void NotAvailable(int threads, string reason);

    /// <summary>Nothing more comes.</summary>
    void End();
}
