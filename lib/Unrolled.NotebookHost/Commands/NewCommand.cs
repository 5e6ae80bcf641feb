using System.CommandLine;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled new</c>: begins a chapter.</summary>
internal static class NewCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string> title = new("name")
        {
            Description = "The chapter's title; the file is named after it.",
            HelpName = "NAME",
        };
        Option<string> folder = new("--folder")
        {
            Description = $"Where the chapter goes; {NotebookFinder.DefaultFolder} in the repository when not given.",
            HelpName = "DIR",
        };
        Option<int?> number = new("--number")
        {
            Description = "The chapter's number; the next that is free when not given.",
            HelpName = "N",
            CustomParser = result => OptionParsers.Count(result),
        };
        Command command = new("new", "Begins a chapter: an empty notebook that every C# kernel can run.")
        {
            title,
            folder,
            number,
        };
        command.SetAction(parsed =>
        {
            string currentFolder = Environment.CurrentDirectory;
            string target = Path.GetFullPath(
                parsed.GetValue(folder)
                    ?? Path.Combine(RepositoryRoot.Of(currentFolder), NotebookFinder.DefaultFolder), currentFolder);
            string file = Write(target, parsed.GetRequiredValue(title).Trim(), parsed.GetValue(number), currentFolder);
            parsed.InvocationConfiguration.Output.WriteLine($"{ShownPath.Of(file, currentFolder)}: begun");
            return ExitCodes.Success;
        });
        return command;
    }

    private static string Write(string folder, string title, int? number, string currentFolder)
    {
        string shown = ShownPath.Of(folder, currentFolder);
        if (!Directory.Exists(folder))
            throw new UsageException($"{shown}: there is no such folder.");
        if (!ChapterName.CanNameFile(title))
            throw new UsageException(
                $"\"{title}\": a title needs a letter or a digit, because the file is named after it.");
        IReadOnlyList<(int Number, string Path)> chapters = ChapterName.InFolder(folder);
        ChapterName name = new(number ?? chapters.Select(chapter => chapter.Number).LastOrDefault() + 1, title);
        if (chapters.FirstOrDefault(chapter => chapter.Number == name.Number).Path is { } taken)
            throw new UsageException(
                $"{ShownPath.Of(taken, currentFolder)}: the number {name.Number:00} is already this chapter's.");
        string file = Path.Combine(folder, name.File);
        ChapterTemplate.Create(name, chapters is [.., var last] ? Notebook.Load(last.Path) : null).Save(file);
        return file;
    }
}
