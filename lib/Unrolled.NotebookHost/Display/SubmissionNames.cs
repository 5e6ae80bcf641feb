using System.Reflection;

namespace Unrolled.NotebookHost.Display;

/// <summary>The names of the assemblies and classes that hold the cells' code, which no reader should see.</summary>
internal static class SubmissionNames
{
    private const string Prefix = "Submission#";

    /// <summary>The name of the n-th submission's assembly and of the class in it.</summary>
    public static string Of(int number) => Prefix + number;

    /// <summary>Whether an assembly holds a cell's code.</summary>
    public static bool IsSubmission(Assembly assembly) =>
        assembly.GetName().Name?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>Whether a type is the class that holds a submission's top-level code.</summary>
    public static bool IsSubmissionClass(Type type) => type.Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A type's name as the cell wrote it, without the class that the submission wrapped around it.</summary>
    public static string Strip(string typeName)
    {
        if (!typeName.StartsWith(Prefix, StringComparison.Ordinal))
            return typeName;
        int nested = typeName.IndexOfAny(['+', '.'], Prefix.Length);
        return nested < 0 ? "" : typeName[(nested + 1)..];
    }
}
