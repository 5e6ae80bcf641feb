using System.Text.Json.Nodes;
using Unrolled.Parity;

namespace Unrolled.Tests.Parity;

public sealed class ParityProgramTests : IDisposable
{
    private static readonly string Recorded = Path.GetDirectoryName(
        DataFolder.Locate("torchsharp-reference/index.json"))!;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-parity-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_case_gets_a_line_with_its_errors_for_the_equations_and_one_for_the_layers()
    {
        CopyCase("training-gru-adam", tensors => tensors);

        Assert.Equal(ParityProgram.AllWithinTolerance, ParityProgram.Run([folder.FullName], output, errors));

        string[] lines = output.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(5, lines.Length);
        Assert.Matches(@"^ +case +by +outputs +gradients$", lines[0]);
        Assert.Matches(@"^ok   training-data-adding +equations +- +-$", lines[1]);
        Assert.Matches(@"^ok   training-gru-adam +equations +\d\.\de-1\d +-$", lines[2]);
        Assert.Matches(@"^ok   training-gru-adam +layers +\d\.\de-0\d +-$", lines[3]);
        Assert.Equal("2 cases, all within tolerance.", lines[4]);
    }

    [Theory]
    [InlineData("gru-i3-h4-l2-bi-t5-b2", "y", 1e-9)]
    [InlineData("lstm-i17-h31-l3-bi-t4-b7", "grad.weight_hh_l2_reverse", 1e-9)]
    [InlineData("packed-lstm-i4-h6-l2-bi-t9-b3", "c_n", 1e-9)]
    [InlineData("variant-lstm-peephole-i6-h12-t20-b3", "grad.p_f", 1e-9)]
    [InlineData("training-gru-adam", "final.head.weight", 1e-7)]
    [InlineData("training-rnn-tanh-rmsprop", "grad_norms", 1e-7)]
    [InlineData("language-model-lstm", "losses", 1e-7)]
    public void One_wrong_number_is_found_and_its_tensor_named(string name, string tensor, double error)
    {
        CopyCase(
            name, tensors => [.. tensors.Select(one => one.Name == tensor ? WithOneWrongNumber(one, error) : one)]);

        Assert.Equal(ParityProgram.SomethingDiffers, ParityProgram.Run([folder.FullName], output, errors));

        string failure = Assert.Single(
            output.ToString().Split(Environment.NewLine), line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.Contains(name, failure, StringComparison.Ordinal);
        Assert.Contains($" {tensor}: ", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gru-i3-h4-l1-t5-b2")]
    [InlineData("variant-elman-i3-h4-t6-b2")]
    [InlineData("training-data-adding")]
    public void A_tensor_that_the_case_does_not_have_is_a_failure(string name)
    {
        CopyCase(name, tensors => [.. tensors, NamedTensor.Create("weight_ih_l9", [1], [1.0])]);

        AssertFailure("this kind of case has no tensor weight_ih_l9");
    }

    [Theory]
    [InlineData("gru-i3-h4-l1-t5-b2", "bias_hh_l0")]
    [InlineData("gru-i3-h4-l1-t5-b2", "grad.h0")]
    [InlineData("packed-gru-i3-h5-l1-t7-b4", "lengths")]
    [InlineData("variant-elman-i3-h4-t6-b2", "U")]
    [InlineData("training-gru-adam", "grad_norms")]
    [InlineData("language-model-gru", "tokens")]
    public void A_missing_tensor_is_a_failure(string name, string tensor)
    {
        CopyCase(name, tensors => [.. tensors.Where(one => one.Name != tensor)]);

        AssertFailure($"tensor \"{tensor}\": not found");
    }

    [Theory]
    [InlineData("gru-i3-h4-l2-bi-t5-b2", "y", 1e-3)]
    [InlineData("variant-lstm-peephole-i6-h12-t20-b3", "grad.p_f", 1e-3)]
    public void A_number_that_is_wrong_in_32_bits_too_is_found_by_the_layers(string name, string tensor, double error)
    {
        CopyCase(
            name, tensors => [.. tensors.Select(one => one.Name == tensor ? WithOneWrongNumber(one, error) : one)]);

        Assert.Equal(ParityProgram.SomethingDiffers, ParityProgram.Run([folder.FullName], output, errors));

        Assert.Matches($@"(?m)^FAIL {name} +layers .*{tensor}: ", output.ToString());
    }

    [Fact]
    public void Lengths_beyond_the_batch_are_a_failure()
    {
        CopyCase(
            "packed-gru-i3-h5-l1-t7-b4",
            tensors => [.. tensors.Select(
                one => one.Name == "lengths" ? NamedTensor.Create("lengths", [4], [8L, 4, 4, 1]) : one)]);

        AssertFailure("expected lengths from 1 to 7, found 8, 4, 4, 1");
    }

    [Fact]
    public void An_index_that_contradicts_the_tensors_is_a_failure()
    {
        CopyCase("gru-i3-h4-l1-t5-b2", tensors => tensors, index => index["seq_len"] = 6);

        AssertFailure("tensor \"x\": expected the shape [6, 2, 3], found [5, 2, 3]");
    }

    [Fact]
    public void An_unknown_kind_keeps_the_program_from_starting()
    {
        CopyCase("gru-i3-h4-l1-t5-b2", tensors => tensors, index => index["kind"] = "mgu");

        Assert.Equal(ParityProgram.CannotStart, ParityProgram.Run([folder.FullName], output, errors));
        Assert.Contains("case 1", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("mgu", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_folder_the_program_says_what_it_expects()
    {
        Assert.Equal(ParityProgram.CannotStart, ParityProgram.Run([], output, errors));
        Assert.StartsWith("One argument is expected", errors.ToString(), StringComparison.Ordinal);
    }

    private static NamedTensor WithOneWrongNumber(NamedTensor tensor, double error)
    {
        double[] values = tensor.ToDoubles();
        int largest = Array.IndexOf(values, values.MaxBy(Math.Abs));
        values[largest] *= 1 + error;
        return NamedTensor.Create(tensor.Name, tensor.Shape, values);
    }

    private void AssertFailure(string problem)
    {
        Assert.Equal(ParityProgram.SomethingDiffers, ParityProgram.Run([folder.FullName], output, errors));
        Assert.Contains(problem, output.ToString(), StringComparison.Ordinal);
    }

    // A training case comes with its minibatches.
    private void CopyCase(
        string name, Func<IReadOnlyList<NamedTensor>, IReadOnlyList<NamedTensor>> change,
        Action<JsonNode>? changeIndex = null)
    {
        JsonNode index = JsonNode.Parse(File.ReadAllText(Path.Combine(Recorded, "index.json")))!;
        JsonArray kept = [];
        foreach (JsonNode? one in index["cases"]!.AsArray())
        {
            string file = (string)one!["file"]!;
            if (file == $"{name}.safetensors")
            {
                changeIndex?.Invoke(one);
                new SafetensorsFile(change(SafetensorsFile.Load(Path.Combine(Recorded, file)).Tensors))
                    .Save(Path.Combine(folder.FullName, file));
                kept.Add(one.DeepClone());
            }
            else if (name.StartsWith("training-", StringComparison.Ordinal) && (string)one["case"]! == "training-data")
            {
                File.Copy(Path.Combine(Recorded, file), Path.Combine(folder.FullName, file));
                kept.Add(one.DeepClone());
            }
        }

        index["cases"] = kept;
        File.WriteAllText(Path.Combine(folder.FullName, "index.json"), index.ToJsonString());
    }
}
