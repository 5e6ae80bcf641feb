using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Running;

public sealed class PackageRequirementTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{ "unrolled": {} }""", "")]
    [InlineData("""{ "unrolled": { "requires": [] } }""", "")]
    [InlineData(
        """{ "unrolled": { "requires": ["TorchSharp-cpu", "Plotly.NET@5.0.0-preview.1"] } }""",
        "TorchSharp-cpu, Plotly.NET 5.0.0-preview.1")]
    public void Packages_are_read_with_their_versions(string metadata, string expected) =>
        Assert.Equal(expected, string.Join(", ", PackageRequirement.Of(WithMetadata(metadata), "a.ipynb")));

    [Theory]
    [InlineData("\"TorchSharp-cpu\"")]
    [InlineData("[1]")]
    [InlineData("[\"\"]")]
    [InlineData("[\"a@b@c\"]")]
    [InlineData("[\"@1.0\"]")]
    [InlineData("[\"a\\\" Version=\\\"1\"]")]
    public void Anything_else_is_refused_by_name(string requires)
    {
        NotebookFormatException error = Assert.Throws<NotebookFormatException>(
            () => PackageRequirement.Of(WithMetadata($$"""{ "unrolled": { "requires": {{requires}} } }"""), "a.ipynb"));

        Assert.StartsWith("a.ipynb: metadata.unrolled.requires must be a list of package names", error.Message);
    }

    private static Notebook WithMetadata(string metadata) =>
        Notebook.Parse(
            $$"""{ "cells": [], "metadata": {{metadata}}, "nbformat": 4, "nbformat_minor": 5 }""", "a.ipynb");
}
