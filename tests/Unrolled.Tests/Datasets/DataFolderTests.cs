
namespace Unrolled.Tests.Datasets;

public sealed class DataFolderTests
{
    private const string Sunspots = "sunspots/sunspots_yearly_1700_2008.csv";

    [Fact]
    public void The_folder_given_goes_before_the_environment_and_the_search()
    {
        using DamagedData given = DamagedData.Text(Sunspots, text => text);
        using DamagedData environment = DamagedData.Text(Sunspots, text => text);

        Assert.Equal(
            Path.Combine(given.Folder, Sunspots),
            DataFolder.Find(Sunspots, given.Folder, environment.Folder, [environment.Parent]).FullPath);
    }

    [Fact]
    public void The_environment_goes_before_the_search()
    {
        using DamagedData environment = DamagedData.Text(Sunspots, text => text);
        using DamagedData searched = DamagedData.Text(Sunspots, text => text);

        Assert.Equal(
            Path.Combine(environment.Folder, Sunspots),
            DataFolder.Find(Sunspots, null, environment.Folder, [searched.Parent]).FullPath);
    }

    [Fact]
    public void The_search_goes_upwards_from_the_first_starting_point_and_then_from_the_next()
    {
        using DamagedData near = DamagedData.Text(Sunspots, text => text);
        using DamagedData far = DamagedData.Text("airline/airline-passengers.csv", text => text);
        string deep = Directory.CreateDirectory(Path.Combine(near.Parent, "notebooks", "solutions")).FullName;

        Assert.Equal(
            Path.Combine(near.Folder, Sunspots), DataFolder.Find(Sunspots, null, null, [far.Parent, deep]).FullPath);
    }

    [Fact]
    public void A_folder_without_a_readme_is_another_projects_data()
    {
        using DamagedData other = DamagedData.Text(Sunspots, text => text);
        File.Delete(Path.Combine(other.Folder, "README.md"));

        DataFileException error = Assert.Throws<DataFileException>(
            () => DataFolder.Find(Sunspots, null, null, [other.Parent]));

        Assert.StartsWith(
            $"data/{Sunspots}: not found; looked for a folder \"data\"", error.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{other.Parent}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("UNROLLED_DATA", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_environment_that_names_the_wrong_folder_is_an_error_and_not_passed_over()
    {
        using DamagedData right = DamagedData.Text(Sunspots, text => text);
        string wrong = Path.Combine(right.Parent, "elsewhere");

        DataFileException error = Assert.Throws<DataFileException>(
            () => DataFolder.Find(Sunspots, null, wrong, [right.Parent]));

        Assert.Contains($"UNROLLED_DATA is \"{wrong}\"", error.Message, StringComparison.Ordinal);
    }
}
