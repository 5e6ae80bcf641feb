namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>A library that works long and tells how far it has come, as the models' library does.</summary>
internal static class LongWork
{
    private const string Source = """
        [assembly: System.Reflection.AssemblyMetadata("Notebook.Progress", "LongWork")]
        public static class LongWork
        {
            public static System.IProgress<(long Step, long Steps, double Loss)> Progress { get; set; }
            public static int Begun, Done;

            public static void Run(System.Func<bool> isEnough)
            {
                for (long step = 1; !isEnough(); step++)
                {
                    Begun++;
                    Done++;
                    Progress?.Report((step, 1000000000, .5));
                }
            }

            public static void RunUntilThereIs(string file) => Run(() => System.IO.File.Exists(file));
        }
        """;

    /// <summary>Builds it; cells reference it with <see cref="Reference"/>.</summary>
    public static void Build(string folder) => LibraryBuilder.Build(folder, "LongWork", Source);

    /// <summary>The line that references it.</summary>
    public const string Reference = "#r \"LongWork.dll\"\n";
}
