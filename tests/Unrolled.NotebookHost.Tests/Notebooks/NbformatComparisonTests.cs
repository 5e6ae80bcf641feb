using System.Diagnostics;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

public sealed class NbformatComparisonTests : IDisposable
{
    private const string RewriteEachFile = """
        import logging, pathlib, sys, nbformat
        logging.disable(logging.CRITICAL)
        for path in pathlib.Path(sys.argv[1]).glob("*.ipynb"):
            nbformat.write(nbformat.read(path, as_version=nbformat.NO_CONVERT), path.with_suffix(".expected"))
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [FactRequires(ExternalTool.Nbformat)]
    public void Random_notebooks_are_written_byte_for_byte_as_nbformat_writes_them()
    {
        const int Count = 400;
        var random = new RandomNotebook(seed: 20260101);
        for (int i = 0; i < Count; i++)
            folder.Write($"{i}.ipynb", random.Next().ToJsonString());

        RunPython(RewriteEachFile, folder.Path);

        string[] expected = Directory.GetFiles(folder.Path, "*.expected");
        Assert.Equal(Count, expected.Length);
        foreach (string path in expected)
        {
            string notebook = Path.ChangeExtension(path, ".ipynb");
            string written = Notebook.Load(notebook).ToCanonicalJson();
            Assert.Equal(File.ReadAllText(path), written);
        }
    }

    [FactRequires(ExternalTool.Nbformat)]
    public void Recorded_fixture_is_what_nbformat_writes_today()
    {
        folder.Write("everything.ipynb", Fixtures.Read("everything.ipynb"));

        RunPython(RewriteEachFile, folder.Path);

        Assert.Equal(Fixtures.Read("everything.canonical.ipynb"), File.ReadAllText(folder["everything.expected"]));
    }

    [FactRequires(ExternalTool.Nbformat)]
    public void Upgraded_notebook_is_valid_to_nbformat()
    {
        Notebook notebook = Notebook.Parse(
            """
            {"nbformat": 4, "nbformat_minor": 0, "metadata": {}, "cells": [
              {"cell_type": "code", "source": "1", "metadata": {}},
              {"cell_type": "code", "source": "1", "metadata": {}},
              {"cell_type": "raw", "source": ""}]}
            """, "old.ipynb");
        notebook.Upgrade();
        notebook.Save(folder["old.ipynb"]);

        RunPython(
            "import sys, nbformat; nbformat.validate(nbformat.read(sys.argv[1], as_version=4))", folder["old.ipynb"]);
    }

    [FactRequires(ExternalTool.Nbformat)]
    public void Numbers_that_Python_would_respell_keep_their_text_and_their_value()
    {
        string notebook =
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {"n": [1e5, 1E-7, 1.50, -0]}, "cells": []}""";
        Notebook.Parse(notebook, "n.ipynb").Save(folder["n.ipynb"]);

        Assert.Contains("1e5,\n   1E-7,\n   1.50,\n   -0\n", File.ReadAllText(folder["n.ipynb"]));
        RunPython("import json, sys; assert json.load(open(sys.argv[1]))['metadata']['n'] == [100000.0, 1e-7, 1.5, 0]",
            folder["n.ipynb"]);
    }

    private static void RunPython(string script, string argument)
    {
        var start = new ProcessStartInfo(ExternalTool.Python, ["-c", script, argument])
        {
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
    }
}
