using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

public sealed class CrashFrameTests
{
    [Theory]
    [InlineData("Submission#0.Depth(Int32)", "Depth(int)")]
    [InlineData("Submission#0+Tree.Walk(Int32, System.String, Double[])", "Tree.Walk(int, string, double[])")]
    [InlineData("Submission#0.<<Initialize>>g__F|0_0(Int32)", "F(int)")]
    [InlineData("Submission#1+<>c.<<Initialize>>b__0_0(Int32)", "lambda(int)")]
    [InlineData("Submission#1+<>c__DisplayClass0_0.<<Initialize>>b__0(Int32)", "lambda(int)")]
    [InlineData("Submission#1.<Fire>d__1.MoveNext() in cell 2:line 1", "Fire() in cell 2, line 1")]
    [InlineData("Submission#1+<<Initialize>>d__0.MoveNext()", "the cell's statements")]
    [InlineData(
        "Submission#1+Node`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0]].Count[[System.__Canon, "
        + "System.Private.CoreLib, "
        + "Version=10.0.0.0],[System.Byte, System.Private.CoreLib]](System.Collections.Generic.List`1<System.__Canon>)",
        "Node.Count(List<…>)")]
    [InlineData("Elman.Train(Single[] values) in Elman.cs:line 40", "Elman.Train(float[] values) in Elman.cs, line 40")]
    public void A_frame_is_told_by_the_names_that_the_cell_gave(string frame, string expected) =>
        Assert.Equal(expected, CrashFrame.Describe(frame));
}
