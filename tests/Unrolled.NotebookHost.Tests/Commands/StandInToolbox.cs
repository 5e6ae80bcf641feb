using Unrolled.NotebookHost.Commands;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>A machine with the programs that a test gives it, and what each answers to a line of arguments.</summary>
internal sealed class StandInToolbox : Dictionary<string, string>, IToolbox
{
    public string? Find(string program) => Keys.Any(call => call.Split(' ')[0] == program) ? "/bin/" + program : null;

    public Task<string?> AskAsync(string program, params string[] arguments) =>
        Task.FromResult(this.GetValueOrDefault(string.Join(' ', [program, .. arguments])));
}
