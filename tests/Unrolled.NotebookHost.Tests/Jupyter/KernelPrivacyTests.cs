using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>What another user of the machine could reach of a running kernel.</summary>
public sealed class KernelPrivacyTests(RunningKernel kernel) : IClassFixture<RunningKernel>
{
    [FactRequires(ExternalTool.Jupyter)]
    public async Task Only_Jupyters_own_side_listens_and_at_this_machine_alone()
    {
        JupyterClient client = await kernel.ClientAsync();
        await client.ExecuteAsync("1 + 1");

        JsonObject privacy = await client.DoAsync("privacy");

        JsonNode[] listening = [.. privacy["listening"]!.AsArray().Select(one => one!)];
        Assert.NotEmpty(listening);
        Assert.All(listening, one => Assert.Equal("127.0.0.1", one["address"]!.GetValue<string>()));
        Assert.All(listening, one => Assert.Equal(privacy["kernel"]!.GetValue<int>(), one["process"]!.GetValue<int>()));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task The_key_that_signs_messages_is_readable_for_its_user_alone()
    {
        JsonObject privacy = await (await kernel.ClientAsync()).DoAsync("privacy");

        Assert.Equal(Convert.ToInt32("600", 8), privacy["connection_file_mode"]!.GetValue<int>());
        Assert.Equal("hmac-sha256", privacy["signature_scheme"]!.GetValue<string>());
        Assert.InRange(privacy["key_length"]!.GetValue<int>(), 32, 1000);
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_message_that_is_not_signed_with_the_key_runs_nothing()
    {
        JupyterClient client = await kernel.ClientAsync();

        await client.DoAsync("forge", new JsonObject { ["code"] = "File.WriteAllText(\"forged\", \"\");" });
        JupyterAnswer next = await client.ExecuteAsync("File.Exists(\"forged\")");

        Assert.Equal("False", next.Result);
    }
}
