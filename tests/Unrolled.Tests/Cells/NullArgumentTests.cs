using System.Reflection;

namespace Unrolled.Tests.Cells;

public sealed class NullArgumentTests
{
    private static readonly RnnCell Cell = RnnCell.Zeros(2, 2);

    private static readonly BidirectionalRnn Bidirectional = new(Cell, Cell);

    private static readonly EmbeddingMatrix Embedding = EmbeddingMatrix.Zeros(2, 2);

    private static readonly Vector[] Vectors = [Vector(), Vector()];

    private static readonly EncoderDecoder Pair =
        new(Embedding, Cell, Embedding, new CellWithOutput(Cell, OutputLayer.Zeros(2, 2)), start: 0, end: 1);

    // One value for every parameter type, of sizes that fit each other.
    private static readonly object[] Values =
    [
        Vectors[0],
        MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 2),
        Vectors,
        new[] { 0, 1 },
        new[] { 0.5, 1 },
        new[] { [0.5], new[] { 1.0 } },
        2,
        "name",
        new Xoshiro256(1),
        new State(Vector()),
        new SquaredError(),
        new SafetensorsFile([]),
        new Action<ParameterSet>(_ => { }),
        Cell,
        LstmCell.Zeros(2, 2),
        Lstm1997Cell.Zeros(2, 2),
        PeepholeLstmCell.Zeros(2, 2),
        GruCell.Zeros(2, 2),
        ElmanNetwork.Zeros(2, 2, 2),
        JordanNetwork.Zeros(2, 2, 2),
        new DeepRnn(Cell),
        Pair.Decoder,
        Bidirectional,
        new DeepBidirectionalRnn(Bidirectional),
        new ICell[] { Cell },
        new[] { Bidirectional },
        OutputLayer.Zeros(2, 2),
        Embedding,
        Pair,
        Cell.Parameters,
        Cell.Parameters[0],
        Cell.Run(Vectors),
        Cell.Run(Vectors).ToArray(),
        Bidirectional.Run(Vectors),
        new DeepBidirectionalRnn(Bidirectional).Run(Vectors),
        Pair.Run([0], [1]),
        new TruncatedBackpropagationThroughTime(1, 2),
    ];

    private static readonly Type[] Types =
    [
        .. Values.Select(value => value.GetType()).Where(type => type.Namespace == nameof(Unrolled)),
        typeof(BackpropagationThroughTime),
        typeof(CellExtensions),
        typeof(Sequence),
        typeof(SequenceLoss),
        typeof(TorchWeights),
    ];

    public static TheoryData<string> TypeNames => [.. Types.Where(IsChecked).Select(type => type.Name).Distinct()];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void A_missing_argument_is_refused_by_its_name(string typeName)
    {
        Type type = Types.First(type => type.Name == typeName);
        MethodBase[] members =
        [
            .. type.GetConstructors(),
            .. type.GetMethods().Where(method => !method.IsSpecialName && method.DeclaringType != typeof(object)),
        ];

        Assert.All(members.SelectMany(member => member.GetParameters().Where(IsRequired)), parameter =>
        {
            object?[] arguments = [.. parameter.Member is MethodBase member
                ? member.GetParameters().Select(other => other == parameter ? null : ValueOf(other))
                : []];

            var refusal = Assert.Throws<ArgumentNullException>(() => Call((MethodBase)parameter.Member, arguments));

            Assert.Equal(parameter.Name, refusal.ParamName);
        });
    }

    private static Vector Vector() => MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(2);

    // Records of results, losses and types of other rooms serve as values only.
    private static bool IsChecked(Type type) =>
        !type.IsArray
        && type.GetMethod("<Clone>$") is null
        && type.Name is not (nameof(SafetensorsFile) or nameof(Xoshiro256) or nameof(SquaredError));

    private static bool IsRequired(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType
        && parameter.ParameterType != typeof(string)
        && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;

    private static object? ValueOf(ParameterInfo parameter) =>
        parameter.HasDefaultValue
            ? parameter.DefaultValue
            : Array.Find(Values, parameter.ParameterType.IsInstanceOfType) ?? StepOf(parameter);

    private static object StepOf(ParameterInfo parameter) =>
        Values.OfType<ICell>()
            .Select(cell => cell.Forward(Vectors[0], cell.InitialState))
            .First(parameter.ParameterType.IsInstanceOfType);

    private static object? Call(MethodBase member, object?[] arguments)
    {
        try
        {
            return member is ConstructorInfo constructor
                ? constructor.Invoke(arguments)
                : member.Invoke(
                    member.IsStatic ? null : Array.Find(Values, member.ReflectedType!.IsInstanceOfType), arguments);
        }
        catch (TargetInvocationException thrown)
        {
            throw thrown.InnerException!;
        }
    }
}
