using System.Reflection;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The report of an exception, with the stack as the cell's author knows it.</summary>
internal static class ExceptionReport
{
    /// <summary>The report of an exception that ended a cell or an imported file.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="sourceName">The text that ran, whose line is reported.</param>
    public static ErrorOutput Of(Exception exception, string sourceName)
    {
        exception = Unwrap(exception);
        var stack = StackReport.Of(exception);
        return new ErrorOutput(
            TypeNames.Of(exception.GetType(), qualified: true),
            MessageOf(exception),
            [.. Describe(exception)],
            stack.FirstOrDefault(frame => frame.SourceName == sourceName)?.Line);
    }

    private static IEnumerable<string> Describe(Exception exception)
    {
        yield return Headline(exception);
        foreach (StackLine line in StackReport.Of(exception))
            yield return "   at " + line.Text;
        foreach (Exception inner in InnerExceptions(exception))
        {
            string cause = "caused by ";
            foreach (string line in Describe(Unwrap(inner)))
            {
                yield return cause + line;
                cause = "";
            }
        }
    }

    private static IEnumerable<Exception> InnerExceptions(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions,
        { InnerException: { } inner } => [inner],
        _ => [],
    };

    // Both only wrap another failure.
    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private static string Headline(Exception exception) =>
        $"{TypeNames.Of(exception.GetType(), qualified: true)}: {MessageOf(exception)}";

    private static string MessageOf(Exception exception)
    {
        if (NotebookConsole.IsRefusedKey(exception))
            return NotebookConsole.KeyRefused;
        try
        {
            return exception.Message;
        }
        catch (Exception failure)
        {
            return $"(its Message threw {TypeNames.Of(failure.GetType(), qualified: true)})";
        }
    }
}
