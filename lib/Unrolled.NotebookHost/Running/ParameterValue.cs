namespace Unrolled.NotebookHost.Running;

/// <summary>A value given on the command line as <c>name=value</c>.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Text">The value as it was typed.</param>
internal sealed record ParameterValue(string Name, string Text)
{
    /// <exception cref="FormatException">The text is not of the form <c>name=value</c>.</exception>
    public static ParameterValue Parse(string argument)
    {
        int equals = argument.IndexOf('=');
        return equals > 0
            ? new ParameterValue(argument[..equals].Trim(), argument[(equals + 1)..])
            : throw new FormatException($"'{argument}' is not of the form name=value.");
    }
}
