using System.Runtime.CompilerServices;

namespace Unrolled.Tests.Weights;

/// <summary>
/// The code of docs/pytorch-to-unrolled.md, on modules that torch itself recorded. The statements between the comments
/// <c>recipe</c> and <c>end</c> appear in the recipe as they are here.
/// </summary>
public sealed class TorchRecipeTests : IDisposable
{
    private const double Single = 1e-5, Double = 1e-12;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_deep_bidirectional_LSTM_comes_into_the_layers_and_goes_back()
    {
        (string model, string again) = (Recorded("lstm-i3-h4-l2-bi-t5-b2"), folder["again.safetensors"]);

        // recipe
        Lstm lstm = Lstm.Zeros(inputSize: 3, hiddenSize: 4, layers: 2, bidirectional: true);
        lstm.Parameters.Load(model);

        SafetensorsFile file = SafetensorsFile.Load(model);
        RecurrentState start = new(file["h0"].ToTensor(), file["c0"].ToTensor());
        Tensor y = lstm.Forward(file["x"].ToTensor(), start).Output;
        double error = RelativeError.Of(y.Named("y").ToDoubles(), file["y"].ToDoubles());

        lstm.Parameters.Save(again);
        // end

        Assert.InRange(error, 0, Single);
        SafetensorsFile back = SafetensorsFile.Load(again);
        Assert.Equal(16, back.Tensors.Count);
        Assert.All(back.Tensors, tensor => Assert.Equal(file[tensor.Name].ToDoubles(), tensor.ToDoubles()));
    }

    [Fact]
    public void A_GRU_comes_into_the_equations_and_goes_back()
    {
        (string model, string again) = (Recorded("gru-i3-h4-l1-t5-b2"), folder["again.safetensors"]);

        // recipe
        SafetensorsFile file = SafetensorsFile.Load(model);
        GruCell cell = GruCell.Zeros(inputSize: 3, hiddenSize: 4);
        TorchWeights.Read(cell, file);

        new SafetensorsFile(TorchWeights.Write(cell)).Save(again);
        // end

        Assert.InRange(WorstOfFirstSequence(cell, file, state: [First(file["h0"])]), 0, Double);
        SafetensorsFile back = SafetensorsFile.Load(again);
        Assert.InRange(WorstOfFirstSequence(Read(GruCell.Zeros(3, 4), back), file, [First(file["h0"])]), 0, Double);
    }

    [Fact]
    public void A_layer_gives_its_equations_and_takes_them_over()
    {
        SafetensorsFile file = SafetensorsFile.Load(Recorded("lstm-i3-h4-l1-t5-b2"));
        Lstm lstm = Lstm.Zeros(3, 4);
        lstm.Parameters.Load(file);

        // recipe
        LstmCell cell = lstm.ToCell();
        lstm.Load(cell);
        // end

        Vector[] state = [First(file["h0"]), First(file["c0"])];
        Assert.InRange(WorstOfFirstSequence(cell, file, state), 0, Single);
        Tensor y = lstm.Forward(file["x"].ToTensor(), new(file["h0"].ToTensor(), file["c0"].ToTensor())).Output;
        Assert.InRange(RelativeError.Of(y.Named("y").ToDoubles(), file["y"].ToDoubles()), 0, Single);
    }

    [Fact]
    public void A_whole_model_comes_under_the_names_of_its_modules()
    {
        string model = Recorded("language-model-gru");
        IReadOnlyList<int> embedded = SafetensorsFile.Load(model)["initial.embedding.weight"].Shape;
        int hidden = SafetensorsFile.Load(model)["initial.head.weight"].Shape[1];
        (int vocabulary, int size) = (embedded[0], embedded[1]);

        // recipe
        SequenceModel network = new(
            Embedding.Zeros(vocabulary, size),
            Gru.Zeros(size, hidden),
            Dense.Zeros(hidden, vocabulary),
            OutputAt.EveryStep);
        network.Parameters.Load(model, prefix: "initial.");
        // end

        SafetensorsFile file = SafetensorsFile.Load(model);
        Assert.Contains("head.bias", network.Parameters.Select(parameter => parameter.Name));
        Assert.All(network.Parameters, parameter =>
            Assert.Equal(file[$"initial.{parameter.Name}"].ToFloats(), parameter.Value.Values));
    }

    [Fact]
    public void Embedding_and_linear_come_into_the_equations()
    {
        SafetensorsFile file = SafetensorsFile.Load(Recorded("language-model-lstm"));
        IReadOnlyList<int> embedded = file["initial.embedding.weight"].Shape;
        int hidden = file["initial.head.weight"].Shape[1];
        (int vocabulary, int size) = (embedded[0], embedded[1]);

        // recipe
        EmbeddingMatrix embedding = EmbeddingMatrix.Zeros(vocabulary, size);
        OutputLayer output = OutputLayer.Zeros(hidden, vocabulary);
        TorchWeights.Read(embedding, file, "initial.embedding.");
        TorchWeights.Read(output, file, "initial.head.");
        // end

        Assert.Equal(file["initial.embedding.weight"].ToDoubles()[..size], embedding.Forward(0).ToArray());
        Assert.Equal(file["initial.head.bias"].ToDoubles(), output.b_y.ToArray());
    }

    [Fact]
    public void Tensors_keep_their_values_and_take_another_shape()
    {
        Tensor tensor = NamedTensor.Create("x", [2, 2], [1.0, 2, 3, .1]).ToTensor(4);

        Assert.Equal([4], tensor.Shape);
        Assert.Equal([1, 2, 3, .1f], tensor.Values);
        Assert.Equal("y: F32 [1, 4]", tensor.Named("y", 1, 4).ToString());
        Assert.Throws<ArgumentException>(() => tensor.Named("y", 3));
        Assert.Throws<InvalidOperationException>(() => NamedTensor.Create("n", [1], [1L]).ToTensor());
    }

    [Fact]
    public void The_recipe_shows_the_code_that_these_tests_run()
    {
        string[] shown = [.. Blocks(File.ReadAllLines(Recipe), line => line == "```csharp", line => line == "```")];
        string[] run = [.. Blocks(File.ReadAllLines(Here()), line => line == "// recipe", line => line == "// end")];

        Assert.Equal(run, shown);
    }

    private static string Recipe => Path.Combine(
        Path.GetDirectoryName(DataFolder.Locate("README.md"))!, "..", "docs", "pytorch-to-unrolled.md");

    private static string Here([CallerFilePath] string path = "") => path;

    // Without their indentation.
    private static IEnumerable<string> Blocks(string[] lines, Func<string, bool> begins, Func<string, bool> ends)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (begins(lines[i].Trim()))
            {
                yield return string.Join(
                    '\n', lines.Skip(i + 1).Select(line => line.Trim()).TakeWhile(line => !ends(line)));
            }
        }
    }

    private static string Recorded(string name) => DataFolder.Locate($"torchsharp-reference/{name}.safetensors");

    private static ICell Read(ICell cell, SafetensorsFile file)
    {
        TorchWeights.Read(cell, file);
        return cell;
    }

    private static double WorstOfFirstSequence(ICell cell, SafetensorsFile file, Vector[] state)
    {
        CellTrace run = cell.Run(Sequence(file["x"]), new State(state));
        return RelativeError.Of(
            run.Outputs.SelectMany(y => y).ToArray(), Sequence(file["y"]).SelectMany(y => y).ToArray());
    }

    // The first sequence of [time, batch, feature].
    private static Vector[] Sequence(NamedTensor tensor)
    {
        (int batch, int size) = (tensor.Shape[1], tensor.Shape[2]);
        double[] values = tensor.ToDoubles();
        return
        [
            .. Enumerable.Range(0, tensor.Shape[0])
                .Select(t => Vector.Build.DenseOfArray(values[(t * batch * size)..(t * batch * size + size)])),
        ];
    }

    // The first sequence's part of a state, [1, batch, unit].
    private static Vector First(NamedTensor state) =>
        Vector.Build.DenseOfArray(state.ToDoubles()[..state.Shape[2]]);
}
