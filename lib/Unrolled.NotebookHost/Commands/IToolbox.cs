namespace Unrolled.NotebookHost.Commands;

/// <summary>The programs of a machine.</summary>
internal interface IToolbox
{
    /// <summary>Where a program is; null when it is not on the path.</summary>
    string? Find(string program);

    /// <summary>What a program prints; null when it is not there, or fails.</summary>
    Task<string?> AskAsync(string program, params string[] arguments);
}
