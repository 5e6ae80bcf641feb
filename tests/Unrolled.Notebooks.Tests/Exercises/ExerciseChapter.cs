using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>A chapter with its exercises, their solutions, and answers that its checks must refuse.</summary>
internal sealed class ExerciseChapter
{
    private ExerciseChapter(string path)
    {
        Path = path;
        Document = Notebook.Load(System.IO.Path.Combine(Repository.Root, path));
        Exercises = ReadExercises(Document);
        Solutions = ReadIfPresent(Repository.SolutionOf(path), ReadSolutions);
        WrongAnswers = ReadIfPresent(Repository.WrongAnswersTo(path), WrongAnswerFile.Read);
    }

    /// <summary>All chapters in reading order.</summary>
    public static IReadOnlyList<ExerciseChapter> All { get; } =
        [.. Repository.Notebooks.Select(path => new ExerciseChapter(path))];

    /// <summary>The notebook's path below the clone's root.</summary>
    public string Path { get; }

    /// <summary>The chapter's number, such as 02.</summary>
    public string Number => System.IO.Path.GetFileName(Path).Split('-')[0];

    /// <summary>The notebook.</summary>
    public Notebook Document { get; }

    /// <summary>Its exercises in order.</summary>
    public IReadOnlyList<ChapterExercise> Exercises { get; }

    /// <summary>The cells of its solutions notebook, in order.</summary>
    public IReadOnlyList<Answer> Solutions { get; }

    /// <summary>What its file of wrong answers holds.</summary>
    public IReadOnlyList<Answer> WrongAnswers { get; }

    /// <summary>The chapter that an exercise belongs to.</summary>
    public static ExerciseChapter Of(string exercise) =>
        All.Single(chapter => chapter.Exercises.Any(candidate => candidate.Id == exercise));

    /// <summary>The solution of an exercise.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public Answer SolutionOf(string exercise) =>
        Solutions.Where(solution => solution.Exercise == exercise).ToArray() is [var only]
            ? only
            : throw new InvalidOperationException($"{exercise} needs one solution in {Repository.SolutionOf(Path)}.");

    private static IReadOnlyList<ChapterExercise> ReadExercises(Notebook document)
    {
        IReadOnlyList<NotebookCell> cells = document.Cells;
        return
        [
            .. from index in Enumerable.Range(1, cells.Count - 2)
               let id = ChapterExercise.IdOf(cells[index])
               where id is not null
               select new ChapterExercise(id, cells[index - 1], cells[index], cells[index + 1]),
        ];
    }

    private static IReadOnlyList<Answer> ReadSolutions(string file) =>
    [
        .. from cell in Notebook.Load(file).Cells
           let id = ChapterExercise.IdOf(cell)
           where id is not null
           select new Answer(id, "solution", cell.Source),
    ];

    private static IReadOnlyList<Answer> ReadIfPresent(string path, Func<string, IReadOnlyList<Answer>> read)
    {
        string file = System.IO.Path.Combine(Repository.Root, path);
        return File.Exists(file) ? read(file) : [];
    }
}
