using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Unrolled.Tests.Parity;

/// <summary>Lists of recorded cases that somebody damaged or made up.</summary>
public sealed class HostileIndexTests : IDisposable
{
    private static readonly JsonNode Whole = JsonNode.Parse(
        """
        {
          "generator": "a test",
          "cases": [
            {"case": "layer", "kind": "gru", "input_size": 1, "hidden_size": 1, "num_layers": 1, "bidirectional": false,
             "seq_len": 1, "batch": 1, "loss": 0.5, "file": "a.safetensors"},
            {"case": "training-data", "task": "adding", "steps": 2, "seq_len": 3, "batch": 4, "layout": "é",
             "file": "b.safetensors"},
            {"case": "training", "kind": "lstm", "hidden_size": 3, "optimizer": "adam", "data": "b.safetensors",
             "first_loss": 1, "last_loss": 0.25, "settings": "循", "file": "c.safetensors"},
            {"case": "variant", "kind": "elman", "input_size": 1, "hidden_size": 2, "seq_len": 3, "batch": 4,
             "loss": -1.5e-3, "equations": "", "file": "d.safetensors"}
          ]
        }
        """)!;

    private readonly ITestOutputHelper output;
    private readonly TemporaryFolder folder = new();

    public HostileIndexTests(ITestOutputHelper output)
    {
        this.output = output;
        foreach (string name in (string[])["a", "b", "c", "d"])
            new SafetensorsFile([NamedTensor.Create(name, [1], [1.0])]).Save(folder[$"{name}.safetensors"]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_hostile_index_is_read_as_its_json_says_or_refused_by_name() =>
        new HostileInputs(HostileShare.Index, output).Check(Draw, IsReadAsItSays);

    private static byte[] Draw(Random random) => random.Next(2) == 0
        ? Damage.InTree(Whole, random)
        : Damage.InBytes(Damage.InTree(Whole, random), random);

    private bool IsReadAsItSays(byte[] bytes)
    {
        File.WriteAllBytes(folder[ReferenceFolder.Index], bytes);
        IReadOnlyList<ReferenceCase> cases;
        try
        {
            cases = ReferenceFolder.Read(folder.Path);
        }
        catch (Exception refused) when (refused is ReferenceFolderException or SafetensorsException)
        {
            Assert.StartsWith(folder.Path, refused.Message, StringComparison.Ordinal);
            return false;
        }

        using JsonDocument index = JsonDocument.Parse(bytes);
        JsonElement[] said = [.. index.RootElement.GetProperty("cases").EnumerateArray()];
        Assert.Equal(said.Length, cases.Count);
        Assert.All(said.Zip(cases), pair => Assert.All(
            pair.First.EnumerateObject().Where(field => field.Name != "case"),
            field => Assert.Equal(Said(field.Value), Read(pair.Second, field.Name))));
        return true;
    }

    private static string Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble().ToString("R"),
        JsonValueKind.String => value.GetString()!,
        _ => value.ToString(),
    };

    private static string? Read(ReferenceCase read, string field) =>
        read.GetType().GetProperty(string.Concat(field.Split('_').Select(word => char.ToUpper(word[0]) + word[1..])))!
            .GetValue(read) switch
        {
            int number => ((double)number).ToString("R"),
            double number => number.ToString("R"),
            Enum name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString()),
            var other => other?.ToString(),
        };
}
