using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>
/// A chapter with every solution in the place of its stub, and after its last cell every other answer with the check
/// again: so one run of the chapter, whose training takes long, serves all answers. Names are declared anew each time,
/// as a reader does who runs a cell again.
/// </summary>
internal sealed class AnswerSheet
{
    // What fails here is a verdict like any other and must not end the run.
    private const string MayFail = "raises-exception";

    private readonly Dictionary<(string Exercise, string Answer), (string Answer, string Check)> cells = [];

    public AnswerSheet(ExerciseChapter chapter)
    {
        Document = chapter.Document.Clone();
        foreach (ChapterExercise exercise in chapter.Exercises)
            PutIn(exercise, chapter.SolutionOf(exercise.Id));
        // All stubs first, as a reader finds them; then each exercise's wrong answers, the others being solved.
        foreach (ChapterExercise exercise in chapter.Exercises)
            Append(exercise, Stub(exercise));
        foreach (ChapterExercise exercise in chapter.Exercises)
            AppendCell($"again-{exercise.Id}", chapter.SolutionOf(exercise.Id).Source);
        foreach (ChapterExercise exercise in chapter.Exercises)
        {
            IEnumerable<Answer> wrong = chapter.WrongAnswers.Where(answer => answer.Exercise == exercise.Id);
            foreach (Answer answer in wrong.Concat(HostileAnswers.To(exercise)))
                Append(exercise, answer);
            AppendCell($"after-{exercise.Id}", chapter.SolutionOf(exercise.Id).Source);
        }
    }

    /// <summary>The notebook to run.</summary>
    public Notebook Document { get; }

    /// <summary>The ids of the cells that hold an answer and the check after it.</summary>
    public (string Answer, string Check) CellsOf(string exercise, string answer) => cells[(exercise, answer)];

    /// <summary>The answer that a reader begins with.</summary>
    public static Answer Stub(ChapterExercise exercise) => new(exercise.Id, "stub", exercise.Stub.Source);

    private void PutIn(ChapterExercise exercise, Answer solution)
    {
        NotebookCell stub = Document.Cells.Single(cell => cell.Id == exercise.Stub.Id);
        NotebookCell check = Document.Cells.Single(cell => cell.Id == exercise.Check.Id);
        stub.Source = solution.Source;
        check.Metadata["tags"] = new JsonArray(MayFail);
        cells.Add((exercise.Id, solution.Name), (stub.Id, check.Id));
    }

    private void Append(ChapterExercise exercise, Answer answer)
    {
        string id = $"answer-{cells.Count}";
        AppendCell(id, answer.Source);
        AppendCell($"{id}-check", exercise.Check.Source);
        cells.Add((exercise.Id, answer.Name), (id, $"{id}-check"));
    }

    private void AppendCell(string id, string source) =>
        Document.InsertCell(Document.Cells.Count, NotebookCell.Code(id, source, MayFail));
}
