namespace Unrolled.NotebookHost.Tests;

/// <summary>Watches processes of which only the id is known.</summary>
internal static class ProcessWatch
{
    // Only a promise that is broken takes that long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits until a process is gone.</summary>
    public static Task EndedAsync(int processId) =>
        UntilAsync(() => !IsAlive(processId), $"process {processId} to end");

    /// <summary>Waits until a file holds a whole number on a line of its own.</summary>
    public static async Task<int> IdInAsync(string file)
    {
        string text = "";
        await UntilAsync(
            () => File.Exists(file) && (text = File.ReadAllText(file)).EndsWith('\n'), $"{file} to be written");
        return int.Parse(text);
    }

    private static async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (DateTime end = DateTime.UtcNow + Patience; !isSo(); await Task.Delay(20))
            Assert.True(DateTime.UtcNow < end, $"Waited in vain for {what}.");
    }

    // A process whose parent has not waited for it stays as a zombie, which holds nothing.
    private static bool IsAlive(int processId)
    {
        try
        {
            string status = File.ReadAllText($"/proc/{processId}/stat");
            return status[status.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
