using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

public sealed class KernelRequirementTests
{
    [Theory]
    [InlineData("[]", null)]
    [InlineData("""["TorchSharp-cpu"]""", null)]
    [InlineData("""["Plotly.NET@6.0.0", {"kernel": ".NET Interactive"}]""", ".NET Interactive")]
    public void A_kernel_is_named_among_the_packages(string requires, string? expected)
    {
        Notebook notebook = Requiring(requires);

        Assert.Equal(expected, KernelRequirement.Of(notebook, "a.ipynb"));
        Assert.DoesNotContain(
            PackageRequirement.Of(notebook, "a.ipynb"), package => package.Id.Contains("Interactive"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Unrolled", null)]
    [InlineData(".NET Interactive", "it requires the kernel .NET Interactive, and this one is Unrolled")]
    public void Another_kernel_than_this_one_is_a_reason_not_to_run(string? kernel, string? expected) =>
        Assert.Equal(expected, KernelRequirement.WhyNotHere(kernel));

    [Theory]
    [InlineData("""[{"kernel": 1}]""", "must be a list of package names")]
    [InlineData("""[{"kernel": " "}]""", "must be a list of package names")]
    [InlineData("""[{"kernal": "Unrolled"}]""", "must be a list of package names")]
    [InlineData("""[{"kernel": "Unrolled", "version": "1"}]""", "must be a list of package names")]
    [InlineData("""[{"kernel": "A"}, {"kernel": "B"}]""", "names the kernels A and B; expected one.")]
    public void Anything_else_is_refused_by_name(string requires, string expected)
    {
        NotebookFormatException error = Assert.Throws<NotebookFormatException>(
            () => KernelRequirement.Of(Requiring(requires), "a.ipynb"));

        Assert.StartsWith("a.ipynb: metadata.unrolled.requires ", error.Message);
        Assert.Contains(expected, error.Message);
    }

    private static Notebook Requiring(string requires) => Notebook.Parse(
        $$"""
        { "cells": [], "metadata": { "unrolled": { "requires": {{requires}} } }, "nbformat": 4, "nbformat_minor": 5 }
        """,
        "a.ipynb");
}
