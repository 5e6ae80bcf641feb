namespace Unrolled.Notebooks.Tests;

/// <summary>The collection of the tests that execute notebooks, which use every core: one after the other.</summary>
internal static class ExecutedNotebooks
{
    public const string Name = "Executed notebooks";
}
