using System.CommandLine;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Commands;
using Unrolled.NotebookHost.Documents;
using Unrolled.NotebookHost.Tests.Book;

namespace Unrolled.NotebookHost.Tests.Commands;

public sealed class BookCommandTests : IDisposable
{
    private static readonly string Notebooks = Path.Combine(SampleBook.Repository, "notebooks");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Book_publishes_what_the_executor_gives_back()
    {
        InvokedCommand result = await BookAsync(notebook => notebook, Notebooks, "--output", _folder["book"], "--title", "My <Book>");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"3 notebooks published: {_folder["book/index.html"]}", result.Output);
        Assert.Contains("<h1>My &lt;Book&gt;</h1>", File.ReadAllText(_folder["book/index.html"]));
    }

    [Fact]
    public async Task Failed_notebook_stops_the_book_and_is_named()
    {
        InvokedCommand result = await BookAsync(
            notebook => notebook.Path.EndsWith("02-next.ipynb") ? notebook with { Failure = "cell 3, line 2: no." } : notebook,
            Notebooks, "--output", _folder["book"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("02-next.ipynb: cell 3, line 2: no.", result.Error);
        Assert.Contains("1 of 3 notebooks failed", result.Error);
        Assert.False(Directory.Exists(_folder["book"]));
    }

    [Fact]
    public async Task Skipped_notebook_is_published_and_named_with_its_reason()
    {
        InvokedCommand result = await BookAsync(
            notebook => notebook.Path.EndsWith("02-next.ipynb") ? notebook with { SkipReason = "no TorchSharp." } : notebook,
            Notebooks, "--output", _folder["book"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("02-next.ipynb: skipped: no TorchSharp.", result.Output);
        Assert.Contains("was not run for this edition: no TorchSharp.", File.ReadAllText(_folder["book/02-next.html"]));
    }

    [Fact]
    public async Task Broken_link_is_a_warning()
    {
        string notebook = _folder.Write("n.ipynb",
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "markdown", "id": "a", "source": "[x](gone.md)"}]}""");

        InvokedCommand result = await BookAsync(executed => executed, notebook, "--output", _folder["book"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning: n.ipynb, cell 1: the link to gone.md", result.Error);
    }

    [Fact]
    public async Task Damaged_notebook_is_bad_input()
    {
        InvokedCommand result = await BookAsync(executed => executed, _folder.Write("n.ipynb", "{ oops"), "--output", _folder["book"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("n.ipynb(line 1, column 3)", result.Error);
    }

    [Fact]
    public async Task Options_of_the_run_reach_the_executor()
    {
        var jobs = new Option<int>("--jobs");
        int seen = 0;
        Command command = BookCommand.Create([jobs], result =>
        {
            seen = result.GetValue(jobs);
            return new Executor(notebook => notebook);
        });

        await InvokedCommand.OfAsync(command, Notebooks, "--jobs", "3", "--output", _folder["book"]);

        Assert.Equal(3, seen);
    }

    private static Task<InvokedCommand> BookAsync(Func<ExecutedNotebook, ExecutedNotebook> change, params string[] arguments) =>
        InvokedCommand.OfAsync(BookCommand.Create([], _ => new Executor(change)), arguments);

    /// <summary>Gives notebooks back as they were saved, changed as the test wants.</summary>
    private sealed class Executor(Func<ExecutedNotebook, ExecutedNotebook> change) : INotebookExecutor
    {
        public Task<IReadOnlyList<ExecutedNotebook>> ExecuteAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ExecutedNotebook>>(
                [.. paths.Select(path => change(new ExecutedNotebook(path, Notebook.Load(path))))]);
    }
}
