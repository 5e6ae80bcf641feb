using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using Unrolled.Tests.Cells;

namespace Unrolled.Tests.Numerics;

public class SingleThreadedMathNetTests
{
    [Fact]
    public void MathNet_is_held_to_its_managed_provider_on_one_thread()
    {
        var draw = new Draw(seed: 1);
        draw.Weights(LstmCell.Zeros(2, 3)).Run(draw.Sequence(1, 2));

        Assert.Equal(1, Control.MaxDegreeOfParallelism);
        Assert.IsType<ManagedLinearAlgebraProvider>(LinearAlgebraControl.Provider);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        IEnumerable<double> Numbers()
        {
            var draw = new Draw(seed: 2);
            return draw.Weights(LstmCell.Zeros(8, 64)).Run(draw.Sequence(20, 8)).Outputs.SelectMany(h => h);
        }

        Assert.Equal(Numbers(), Numbers());
    }
}
