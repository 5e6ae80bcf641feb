
namespace Unrolled.Tests.Parity;

public sealed class ReferenceFolderTests : IDisposable
{
    private const string Layer =
        """{"case":"layer","kind":"gru","input_size":1,"hidden_size":1,"num_layers":"""
        + """1,"bidirectional":false,"seq_len":1,"batch":1,"loss":0.5,"file":"a.safetensors"}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-reference-");

    public ReferenceFolderTests() =>
        new SafetensorsFile([NamedTensor.Create("x", [1], [1.0])]).Save(Path.Combine(folder.FullName, "a.safetensors"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_recorded_folder_has_the_82_cases_that_its_page_describes()
    {
        IReadOnlyList<ReferenceCase> cases = ReferenceFolder.Load();

        Assert.Equal(
            [("LanguageModelCase", 2), ("LayerCase", 54), ("PackedCase", 6), ("TrainingCase", 9),
                ("TrainingDataCase", 1), ("VariantCase", 10)],
            cases.GroupBy(one => one.GetType().Name)
                .OrderBy(group => group.Key).Select(group => (group.Key, group.Count())));
        Assert.All(cases, one => Assert.NotEmpty(one.Tensors.Tensors));
        Assert.All(
            cases.OfType<TrainingCase>(), one => Assert.Equal("training-data-adding", one.Minibatches.ToString()));
    }

    [Fact]
    public void Every_recorded_file_is_as_the_library_writes_it_so_that_checksums_of_the_same_values_agree()
    {
        string recorded = Path.GetDirectoryName(DataFolder.Locate("torchsharp-reference/index.json"))!;

        Assert.All(ReferenceFolder.Load(), one =>
        {
            string copy = Path.Combine(folder.FullName, one.File);
            one.Tensors.Save(copy);
            Assert.Equal(File.ReadAllBytes(Path.Combine(recorded, one.File)), File.ReadAllBytes(copy));
        });
    }

    [Theory]
    [InlineData("\"layer\"", "\"lair\"", "lair")]
    [InlineData("\"gru\"", "\"grue\"", "$.kind")]
    [InlineData("\"gru\"", "3", "$.kind")]
    [InlineData("\"gru\"", "\"GRU\"", "$.kind")]
    [InlineData("\"batch\":1", "\"batch\":\"1\"", "$.batch")]
    [InlineData("\"batch\":1", "\"batch\":1,\"dropout\":0.5", "dropout")]
    [InlineData("\"batch\":1,", "", "'batch'")]
    [InlineData("\"batch\":1", "\"batch\":1,\"batch\":1", "batch")]
    [InlineData("\"a.safetensors\"", "null", "'file'")]
    [InlineData("\"a.safetensors\"", "\"\\ud83d\"", "$.file")]
    [InlineData("\"a.safetensors\"", "\"../a.safetensors\"", "is not the name of a file in the folder")]
    [InlineData("\"a.safetensors\"", "\"a\\u0000b.safetensors\"", "is not the name of a file in the folder")]
    [InlineData("\"a.safetensors\"", "\"\"", "is not the name of a file in the folder")]
    public void What_the_format_does_not_know_is_refused_with_the_index_and_the_case(
        string right, string wrong, string named)
    {
        WriteIndex(Layer.Replace(right, wrong, StringComparison.Ordinal));

        ReferenceFolderException error = Assert.Throws<ReferenceFolderException>(
            () => ReferenceFolder.Read(folder.FullName));

        Assert.StartsWith(
            $"{Path.Combine(folder.FullName, "index.json")}: case 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_fields_does_not_matter()
    {
        WriteIndex(Layer.Replace("\"case\":\"layer\",", "", StringComparison.Ordinal).Replace(
            "\"file\"", "\"case\":\"layer\",\"file\"", StringComparison.Ordinal));

        LayerCase layer = Assert.IsType<LayerCase>(Assert.Single(ReferenceFolder.Read(folder.FullName)));

        Assert.Equal((RecurrentKind.Gru, 0.5, "a"), (layer.Kind, layer.Loss, layer.ToString()));
    }

    [Fact]
    public void Two_cases_with_one_file_are_refused()
    {
        WriteIndex($"{Layer},{Layer}");

        Assert.Contains(
            "a.safetensors belongs to another case already", Assert.Throws<ReferenceFolderException>(
                () => ReferenceFolder.Read(folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_case_without_its_minibatches_is_refused()
    {
        WriteIndex(
            """{"case":"training","kind":"gru","hidden_size":1,"optimizer":"adam","data":"""
            + """ "b.safetensors","first_loss":1,"last_loss":1,"file":"a.safetensors"}""");

        Assert.Contains(
            "no case \"training-data\" has the file b.safetensors", Assert.Throws<ReferenceFolderException>(
                () => ReferenceFolder.Read(folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_the_recorded_one_is_refused_with_both_checksums()
    {
        WriteIndex(Layer);
        string sums = Path.Combine(folder.FullName, "SHA256SUMS");
        File.WriteAllText(sums, $"{new string('0', 64)}  a.safetensors\n");

        Assert.Matches(
            $"a.safetensors: expected the SHA-256 checksum {new string('0', 64)}, found [0-9a-f]{{64}}: the file was "
            + "changed.", Assert.Throws<ReferenceFolderException>(() => ReferenceFolder.Read(folder.FullName)).Message);
        File.WriteAllText(sums, $"{new string('0', 64)}  b.safetensors\n");
        Assert.EndsWith(
            "b.safetensors: not found; SHA256SUMS lists it.",
            Assert.Throws<ReferenceFolderException>(() => ReferenceFolder.Read(folder.FullName)).Message);
        File.WriteAllText(sums, "a.safetensors\n");
        Assert.EndsWith(
            "expected a checksum and a file, found \"a.safetensors\".",
            Assert.Throws<ReferenceFolderException>(() => ReferenceFolder.Read(folder.FullName)).Message);
    }

    [Fact]
    public void A_case_whose_file_is_missing_is_refused()
    {
        WriteIndex(Layer.Replace("a.safetensors", "b.safetensors", StringComparison.Ordinal));

        Assert.Contains(
            "b.safetensors", Assert.Throws<SafetensorsException>(() => ReferenceFolder.Read(folder.FullName)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"cases":[]}""")]
    [InlineData("""{"cases":{}}""")]
    [InlineData("""{"cases":[1],"cases":[1]}""")]
    public void A_folder_without_an_index_of_cases_is_refused(string? index)
    {
        if (index is not null)
            File.WriteAllText(Path.Combine(folder.FullName, "index.json"), index);

        Assert.StartsWith(
            Path.Combine(folder.FullName, "index.json"), Assert.Throws<ReferenceFolderException>(
                () => ReferenceFolder.Read(folder.FullName)).Message, StringComparison.Ordinal);
    }

    private void WriteIndex(string cases) => File.WriteAllText(
        Path.Combine(folder.FullName, "index.json"), $$"""{"generator":"a test","cases":[{{cases}}]}""");
}
