using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Scaling;

namespace Unrolled.Benchmarks.Reports;

/// <summary>A receiver of results.</summary>
internal interface IReport
{
    void Begin(Machine machine, RunPlan plan);

    void Add(RowResult row);

    void Add(ScalingResult result);

    /// <summary>This number of threads cannot be used, so that there are no results for it.</summary>
    void NotAvailable(int threads, string reason);

    /// <summary>The end of the results.</summary>
    void End();
}
