using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The answers to questions about a session's cells.</summary>
internal static class Questions
{
    /// <summary>
    /// Answers a question. One about a half-written cell must not end the process, even if the compiler throws.
    /// </summary>
    /// <param name="session">The session, in which no cell is running.</param>
    /// <param name="question">The question.</param>
    /// <returns>The answer; a <see cref="RefusedReply"/> where there is none.</returns>
    public static async Task<WorkerReply> AnswerAsync(CSharpSession session, WorkerRequest question)
    {
        try
        {
            return question switch
            {
                ConditionRequest evaluate => new ConditionReply(await session.EvaluateAsync(evaluate.Condition)),
                CompletionRequest complete => new CompletionReply(
                    Completer.Complete(session.Script, complete.Source, complete.Position)),
                InspectionRequest inspect => new InspectionReply(
                    Inspector.Inspect(session.Script, inspect.Source, inspect.Position, inspect.InDetail)),
                CompletenessRequest completeness => new CompletenessReply(CompletenessCheck.Of(completeness.Source)),
                _ => new RefusedReply($"{question.GetType().Name} is no question."),
            };
        }
        catch (Exception exception)
        {
            return new RefusedReply(exception.Message);
        }
    }
}
