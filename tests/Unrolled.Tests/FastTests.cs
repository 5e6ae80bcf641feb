using System.Reflection;
using Unrolled.Tests.Cells;
using Unrolled.Tests.Differential;
using Unrolled.Tests.Layers;
using Unrolled.Tests.Layers.Kernels;
using Unrolled.Tests.Training;
using Xunit.Sdk;

namespace Unrolled.Tests;

/// <summary>
/// The tests of the models, in this process and without a test framework's start, until one fails: for programs that
/// break the library many times and look whether a test notices; see <see cref="TestProcess"/>.
/// </summary>
internal static class FastTests
{
    // Those that notice most often come first. Tests that start processes, and those of the night, are not among them.
    private static readonly Type[] Classes =
    [
        typeof(EveryCellTests), typeof(RecurrentLayerTests), typeof(DifferentialTests), typeof(SequenceModelTests),
        typeof(RecurrentStreamTests), typeof(StreamTrainingTests), typeof(StreamWindowTests), typeof(TargetsTests),
        typeof(BatchLossTests), typeof(LossesTests), typeof(DenseTests), typeof(EmbeddingTests), typeof(DropoutTests),
        typeof(GradientClippingTests), typeof(TruncatedBackpropagationThroughTimeTests), typeof(BidirectionalRnnTests),
        typeof(DeepRnnTests), typeof(CellTests), typeof(CellTraceTests), typeof(RnnCellTests), typeof(LstmCellTests),
        typeof(GruCellTests), typeof(BatchesTests), typeof(Seq2SeqTests), typeof(SequenceTrainingTests),
        typeof(ChangedParametersTests), typeof(ExtremesTests), typeof(AgreementWithEquationsTests),
        typeof(MatrixProductTests), typeof(SumsTests),
    ];

    /// <summary>Writes the first test that fails.</summary>
    /// <param name="room">The room of the library whose tests come first, such as Layers.</param>
    /// <returns>0 if all pass, 1 if one fails.</returns>
    internal static int Run(string room)
    {
        foreach (Type type in Classes.OrderBy(type => type.Namespace != $"Unrolled.Tests.{room}"))
        {
            foreach (MethodInfo test in type.GetMethods().Where(IsFast))
            {
                foreach (object?[] arguments in Cases(test))
                {
                    if (Failure(type, test, arguments) is not { } failure)
                        continue;
                    Console.WriteLine($"{type.Name}.{test.Name}({string.Join(", ", arguments)}): {failure.Message}");
                    return 1;
                }
            }
        }

        return 0;
    }

    private static bool IsFast(MethodInfo method) => method.GetCustomAttribute<FactAttribute>() is { Skip: null };

    private static IEnumerable<object?[]> Cases(MethodInfo test) => test.GetCustomAttribute<TheoryAttribute>() is null
        ? [[]]
        : test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test));

    private static Exception? Failure(Type type, MethodInfo test, object?[] arguments)
    {
        object? instance = null;
        try
        {
            instance = test.IsStatic ? null : Activator.CreateInstance(type);
            (test.Invoke(instance, arguments) as Task)?.GetAwaiter().GetResult();
            return null;
        }
        catch (TargetInvocationException failed)
        {
            return failed.InnerException;
        }
        catch (Exception failed)
        {
            return failed;
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
