using Unrolled.Datasets;
using Unrolled.Parity;
using Unrolled.ReferenceCases;

namespace Unrolled.Tests.Parity;

public sealed class CaseReportTests
{
    private static readonly Lazy<IReadOnlyList<ReferenceCase>> Recorded = new(
        () => ReferenceFolder.Read(Path.GetDirectoryName(DataFolder.Locate("torchsharp-reference/index.json"))!));

    public static TheoryData<string> Cases() => [.. Recorded.Value.Select(recorded => recorded.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_equations_agree_with_what_TorchSharp_computed(string name)
    {
        CaseReport report = CaseReport.Of(Recorded.Value.Single(recorded => recorded.ToString() == name));

        Assert.True(report.IsWithinTolerance, report.Problem);
        Assert.Equal(report.Case is TrainingDataCase, report.Errors.Count == 0);
    }
}
