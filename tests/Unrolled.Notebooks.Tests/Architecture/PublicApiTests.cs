namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>The public API of the assemblies that readers program against changes only by decision.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Assemblies =>
        [SourceProject.Unrolled.Name, SourceProject.Charts.Name, SourceProject.Cells.Name];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_API_is_the_accepted_one(string assembly)
    {
        string computed = PublicApi.Of(SourceProject.OfLib[assembly]);

        string accepted = AcceptedText.Read($"PublicApi/{assembly}.txt", computed);

        if (accepted == computed)
            return;
        string file = Path.Combine(Repository.Root, "artifacts", "public-api", $"{assembly}.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, computed);
        string[] gone = [.. accepted.Split('\n').Except(computed.Split('\n')).Select(line => $"- {line}")];
        string[] added = [.. computed.Split('\n').Except(accepted.Split('\n')).Select(line => $"+ {line}")];
        Assert.Fail(
            $"The public API of {assembly} has changed; the new text is {file}. Where the change is meant, "
            + $"say so in CHANGELOG.md and accept it:\n{AcceptedText.HowToAccept}\n\n{string.Join('\n', [.. gone, .. added])}");
    }
}
