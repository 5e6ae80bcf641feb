
namespace Unrolled.Tests.Datasets;

/// <summary>A data folder of its own that holds one file, changed as a test asks.</summary>
internal sealed class DamagedData : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("unrolled-data-");

    private DamagedData(string file, byte[] bytes)
    {
        Folder = Path.Combine(parent.FullName, "data");
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(Path.Combine(Folder, "README.md"), "# Data\n");
        File.WriteAllBytes(path, bytes);
    }

    public string Folder { get; }

    public string Parent => parent.FullName;

    public static DamagedData Text(string file, Func<string, string> damage) =>
        new(file, System.Text.Encoding.UTF8.GetBytes(damage(File.ReadAllText(DataFolder.Locate(file)))));

    public static DamagedData Bytes(string file, Func<byte[], byte[]> damage) =>
        new(file, damage(File.ReadAllBytes(DataFolder.Locate(file))));

    public void Dispose() => parent.Delete(recursive: true);
}
