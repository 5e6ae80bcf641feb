namespace Unrolled;

/// <summary>The check of one exercise, for answers of one form.</summary>
internal sealed class ExerciseCheck
{
    private readonly Func<Delegate, string> judge;

    private ExerciseCheck(string id, Func<Delegate, string> judge)
    {
        Id = id;
        this.judge = judge;
    }

    /// <summary>The chapter's number and the exercise's, such as 02-1.</summary>
    public string Id { get; }

    /// <summary>A check.</summary>
    /// <typeparam name="TAnswer">The form of the stub: its parameters and its result.</typeparam>
    /// <param name="id">The chapter's number and the exercise's.</param>
    /// <param name="verdict">The verdict on an answer of that form.</param>
    public static ExerciseCheck Of<TAnswer>(string id, Func<TAnswer, string> verdict)
        where TAnswer : Delegate =>
        new(id, answer => InForm<TAnswer>(answer) is TAnswer inForm
            ? verdict(inForm)
            : $"not yet: expected {Form(typeof(TAnswer))}, as the stub has it, and yours is {Form(answer.GetType())}");

    /// <summary>The verdict on an answer.</summary>
    public string Judge(Delegate answer) => judge(answer);

    // The answer itself, or the same with other delegate type, or with a number of another type as its result.
    private static TAnswer? InForm<TAnswer>(Delegate answer)
        where TAnswer : Delegate =>
        answer as TAnswer
            ?? (TAnswer?)Delegate.CreateDelegate(
                typeof(TAnswer), answer.Target, answer.Method, throwOnBindFailure: false)
            ?? AsNumber(answer) as TAnswer;

    private static Func<double>? AsNumber(Delegate answer) => answer switch
    {
        Func<int> whole => () => whole(),
        Func<float> single => () => single(),
        Func<long> whole => () => whole(),
        _ => null,
    };

    // "a function (double, double[]) → Vector", "a value of double"
    private static string Form(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        string result = Name(invoke.ReturnType);
        string[] parameters = [.. invoke.GetParameters().Select(parameter => Name(parameter.ParameterType))];
        return parameters.Length == 0
            ? $"a value of {result}"
            : $"a function ({string.Join(", ", parameters)}) → {result}";
    }

    private static string Name(Type type)
    {
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
            return $"({string.Join(", ", type.GetGenericArguments().Select(Name))})";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Double => "double",
            TypeCode.Int32 => "int",
            TypeCode.Boolean => "bool",
            TypeCode.String => "string",
            _ => type == typeof(void) ? "void" : type.Name.Split('`')[0],
        };
    }
}
