using System.Globalization;

namespace Unrolled.NotebookHost.Display;

/// <summary>Values that are one piece of text, in the invariant culture.</summary>
internal static class ScalarText
{
    private const string DateAndTime = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    /// <summary>The text of a scalar; null when the value is none.</summary>
    public static string? TryFormat(object value) => value switch
    {
        string text => text,
        DateTime time => time.ToString(DateAndTime + "K", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(DateAndTime + "zzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        Type type => TypeNames.Of(type, qualified: true),
        Delegate function => $"{TypeNames.Of(function.GetType())} {NameOf(function)}".TrimEnd(),
        Exception exception => $"{TypeNames.Of(exception.GetType(), qualified: true)}: {exception.Message}",
        Task task => DescribeTask(task),
        Enum or bool or char => value.ToString(),
        IFormattable number when IsNumber(value.GetType()) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whether values of the type are numbers, which tables align to the right.</summary>
    public static bool IsNumber(Type type) =>
        !type.IsEnum
        && (Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal
            || type == typeof(Half) || type == typeof(nint) || type == typeof(nuint)
            || type == typeof(Int128) || type == typeof(UInt128) || type == typeof(System.Numerics.BigInteger));

    private static string NameOf(Delegate function) => function.Method.Name.StartsWith('<') ? "" : function.Method.Name;

    // Reading the result of a task that is not done would wait for it.
    private static string DescribeTask(Task task)
    {
        Type? generic = task.GetType();
        while (generic is not null && !(generic.IsGenericType && generic.GetGenericTypeDefinition() == typeof(Task<>)))
            generic = generic.BaseType;
        Type? resultType = generic?.GetGenericArguments()[0] is { Name: not "VoidTaskResult" } type ? type : null;
        string name = resultType is null ? "Task" : $"Task<{TypeNames.Of(resultType)}>";
        return task.Status switch
        {
            TaskStatus.RanToCompletion when resultType is not null =>
                $"{name} (completed: {InlineText.Of(generic!.GetProperty("Result")!.GetValue(task))})",
            TaskStatus.RanToCompletion => $"{name} (completed)",
            TaskStatus.Faulted => $"{name} (failed: {TryFormat(task.Exception!.GetBaseException())})",
            TaskStatus.Canceled => $"{name} (cancelled)",
            _ => $"{name} (running)",
        };
    }
}
