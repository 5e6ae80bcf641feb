
namespace Unrolled.Tests.Cells;

public class TorchWeightsTests
{
    [Fact]
    public void The_one_LSTM_that_PyTorch_publishes_number_by_number_comes_out()
    {
        // PyTorch's C++ test of nn::LSTM: p[i] = i / numel in every parameter,
        // x[i] = (24 − i) / 24 of shape [time 3, batch 4, 2].
        static NamedTensor Ramp(string name, params int[] shape)
        {
            int count = shape.Aggregate(1, (product, length) => product * length);
            return NamedTensor.Create(name, shape, [.. Enumerable.Range(0, count).Select(i => (double)i / count)]);
        }

        var lstm = LstmCell.Zeros(2, 2);
        TorchWeights.Read(lstm, new SafetensorsFile(
            [Ramp("weight_ih_l0", 8, 2), Ramp("weight_hh_l0", 8, 2), Ramp("bias_ih_l0", 8), Ramp("bias_hh_l0", 8)]));

        double[,][] expected =
        {
            { [.4391, .5402], [.4330, .5324], [.4261, .5239], [.4183, .5147] },
            { [.6822, .8064], [.6726, .7968], [.6620, .7860], [.6501, .7741] },
            { [.7889, .9003], [.7769, .8905], [.7635, .8794], [.7484, .8666] },
        };
        double[][] expectedCells = [[1.1647, 1.6106], [1.1425, 1.5726], [1.1187, 1.5329], [1.0931, 1.4911]];
        for (int b = 0; b < 4; b++)
        {
            var xs = Enumerable.Range(0, 3).Select(
                t => Vector.Build.Dense(2, k => (24.0 - ((t * 4 + b) * 2 + k)) / 24));
            var run = lstm.Run([.. xs]);
            for (int k = 0; k < 2; k++)
            {
                for (int t = 0; t < 3; t++)
                    Assert.Equal(expected[t, b][k], run.Outputs[t][k], 1e-3);
                Assert.Equal(expectedCells[b][k], run.Final.c[k], 1e-3);
            }
        }
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same_network_with_one_bias_at_zero()
    {
        var draw = new Draw(seed: 1);
        ICell[] cells = [RnnCell.Zeros(3, 4), LstmCell.Zeros(3, 4), GruCell.Zeros(3, 4)];
        Assert.All(cells, cell =>
        {
            draw.Weights(cell);
            var file = new SafetensorsFile(TorchWeights.Write(cell, layer: 1, reverse: true, prefix: "encoder."));
            var copy = cell.ZerosLike();
            TorchWeights.Read(copy, file, layer: 1, reverse: true, prefix: "encoder.");

            Assert.Equal(
                cell.Parameters.Select(parameter => parameter.Values),
                copy.Parameters.Select(parameter => parameter.Values));
            double[] second = file["encoder.bias_hh_l1_reverse"].ToDoubles();
            Assert.All(cell is GruCell ? second[..8] : second, value => Assert.Equal(0, value));
            Assert.Equal(cell is GruCell gru ? gru.b_hn : Vector.Build.Dense(4), second[^4..]);
        });
    }

    [Fact]
    public void Read_outs_and_embeddings_go_there_and_back()
    {
        var draw = new Draw(seed: 2);
        var (readOut, embedding) = (OutputLayer.Zeros(3, 2), EmbeddingMatrix.Zeros(5, 3));
        Initialize.Uniform(readOut.Parameters, 1, draw.Random);
        Initialize.Uniform(embedding.Parameters, 1, draw.Random);
        var file = new SafetensorsFile(
            [.. TorchWeights.Write(readOut, "head."), .. TorchWeights.Write(embedding, "embedding.")]);
        var (sameReadOut, sameEmbedding) = (readOut.ZerosLike(), embedding.ZerosLike());

        TorchWeights.Read(sameReadOut, file, "head.");
        TorchWeights.Read(sameEmbedding, file, "embedding.");

        Assert.Equal(readOut.V, sameReadOut.V);
        Assert.Equal(readOut.b_y, sameReadOut.b_y);
        Assert.Equal(embedding.E, sameEmbedding.E);
        Assert.Equal([5, 3], file["embedding.weight"].Shape);
        Assert.Equal(embedding.E[2, 4], file["embedding.weight"].ToDoubles()[4 * 3 + 2]);
    }

    [Fact]
    public void A_layer_that_torch_does_not_have_is_refused_with_the_way_out()
    {
        var takes = GruCell.Zeros(2, 2, ResetPlacement.AfterProduct, UpdateConvention.TakesCandidate);

        Assert.Contains(
            "InConvention converts", Assert.Throws<ArgumentException>(() => TorchWeights.Write(takes)).Message);
        Assert.Equal(4, TorchWeights.Write(takes.InConvention(UpdateConvention.KeepsOldState)).Count);
        var error = Assert.Throws<ArgumentException>(() => TorchWeights.Write(PeepholeLstmCell.Zeros(2, 2)));
        Assert.Contains("cell is of PeepholeLstmCell; torch.nn has RnnCell, LstmCell and GruCell.", error.Message);
    }

    [Fact]
    public void A_tensor_of_another_shape_is_refused_by_name()
    {
        var file = new SafetensorsFile(TorchWeights.Write(LstmCell.Zeros(2, 3)));
        var error = Assert.Throws<SafetensorsException>(() => TorchWeights.Read(LstmCell.Zeros(4, 3), file));
        Assert.Contains("tensor \"weight_ih_l0\": expected the shape [12, 4], found [12, 2].", error.Message);
    }
}
