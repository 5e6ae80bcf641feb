using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>
/// What the exercises of a chapter need of it, their stubs included, and after its last cell every solution and every
/// other answer with the check again. Names are declared anew each time, as a reader does who runs a cell again. Every
/// night all cells of the chapter run before the answers.
/// </summary>
internal sealed class AnswerSheet
{
    // What fails here is a verdict like any other and must not end the run.
    private const string MayFail = "raises-exception";

    private readonly Dictionary<(string Exercise, string Answer), (string Answer, string Check)> cells = [];

    public AnswerSheet(ExerciseChapter chapter)
    {
        Document = chapter.Document.Clone();
        if (NightlyFactAttribute.WhyLater is not null)
            KeepNeeded(chapter);
        foreach (ChapterExercise exercise in chapter.Exercises)
            cells.Add((exercise.Id, Stub(exercise).Name), (exercise.Stub.Id, exercise.Check.Id));
        foreach (ChapterExercise exercise in chapter.Exercises)
            Append(exercise, chapter.SolutionOf(exercise.Id));
        // Each exercise's wrong answers, the others being solved.
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

    // A claim would ask for names that the sheet may lack, so that no prose is kept.
    private void KeepNeeded(ExerciseChapter chapter)
    {
        HashSet<string> own =
            [.. chapter.Exercises.SelectMany(exercise => new[] { exercise.Stub.Id, exercise.Check.Id })];
        NotebookCell[] code = [.. Document.Cells.Where(cell => cell.Kind == CellKind.Code)];
        CellSlice slice = new(
            [.. code.Where(cell => !own.Contains(cell.Id))],
            [
                .. chapter.Exercises.SelectMany(exercise => new[] { exercise.Stub.Source, exercise.Check.Source }),
                .. chapter.Solutions.Concat(chapter.WrongAnswers).Select(answer => answer.Source),
            ]);
        for (int i = Document.Cells.Count - 1; i >= 0; i--)
            if (Document.Cells[i] is var cell && !own.Contains(cell.Id) && !slice.Holds(cell))
                Document.RemoveCellAt(i);
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
