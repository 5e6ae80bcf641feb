namespace Unrolled.Tests.Parity;

public sealed class CaseReportTests
{
    private static readonly Lazy<IReadOnlyList<ReferenceCase>> Recorded = new(
        () => ReferenceFolder.Load());

    public static TheoryData<string> Cases() => [.. Recorded.Value.Select(recorded => recorded.ToString())];

    public static TheoryData<string> LayersCases() =>
        [.. Recorded.Value.Where(Implementation.Layers.Has).Select(recorded => recorded.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_equations_agree_with_what_TorchSharp_computed(string name)
    {
        CaseReport report = Report(name, Implementation.Equations);

        Assert.True(report.IsWithinTolerance, report.Problem);
        Assert.Equal(report.Case is TrainingDataCase, report.Errors.Count == 0);
    }

    [Theory]
    [MemberData(nameof(LayersCases))]
    public void The_layers_agree_with_what_TorchSharp_computed(string name)
    {
        CaseReport report = Report(name, Implementation.Layers);

        Assert.True(report.IsWithinTolerance, report.Problem);
        Assert.NotEmpty(report.Errors);
    }

    private static CaseReport Report(string name, Implementation implementation) =>
        CaseReport.Of(Recorded.Value.Single(recorded => recorded.ToString() == name), implementation);
}
