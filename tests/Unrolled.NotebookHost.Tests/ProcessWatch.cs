namespace Unrolled.NotebookHost.Tests;

/// <summary>Watches processes of which only the id is known.</summary>
internal static class ProcessWatch
{
    /// <summary>Waits until a process is gone; a test that waits in vain fails by its runner's patience.</summary>
    public static async Task EndedAsync(int processId)
    {
        while (IsAlive(processId))
            await Task.Delay(20);
    }

    /// <summary>Waits until a file holds a whole number on a line of its own.</summary>
    public static async Task<int> IdInAsync(string file)
    {
        while (true)
        {
            if (File.Exists(file) && await File.ReadAllTextAsync(file) is [.. var text, '\n'])
                return int.Parse(text);
            await Task.Delay(20);
        }
    }

    // A process that nobody has asked about yet stays as a zombie, which holds nothing.
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
