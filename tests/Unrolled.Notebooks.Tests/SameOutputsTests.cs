namespace Unrolled.Notebooks.Tests;

/// <summary>
/// What a notebook shows does not depend on the number of threads or the width of the vectors: texts, numbers, and the
/// digests of figures. Here a chapter under one setting; every night the series under all of them.
/// </summary>
[Collection(ExecutedSeries.Name)]
public class SameOutputsTests
{
    private const string Chapter = "notebooks/01-why-recurrence.ipynb";

    private static readonly Dictionary<string, string> OneThreadWithoutAvx512 =
        new() { ["DOTNET_PROCESSOR_COUNT"] = "1", ["DOTNET_EnableAVX512"] = "0" };

    [Fact]
    public async Task A_chapter_shows_on_one_thread_and_without_avx_512_what_is_saved_in_it()
    {
        BuildFreshness.Require();

        (int exitCode, string output) = await UnrolledCommand.RunAsync(
            OneThreadWithoutAvx512, "check", "--no-build", Chapter);

        Assert.True(exitCode == 0, output);
        Assert.Contains("1 notebook: 1 as saved, 0 differ", output);
    }

    // The runtime ignores a mistyped switch, and the test above would prove nothing.
    [Fact]
    public async Task The_setting_reaches_the_cells()
    {
        using TemporaryFolder folder = new();
        string notebook = folder.Write(
            "a.ipynb",
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
              {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [],
               "source": "(Environment.ProcessorCount, System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated)"}]}
            """);

        (_, string output) = await UnrolledCommand.RunAsync(OneThreadWithoutAvx512, "run", "-v", notebook);

        Assert.Contains("│ (1, False)\n", output);
    }
}
