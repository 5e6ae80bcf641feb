using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Tests.Execution;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>
/// What a Jupyter client may rely on: the promises of the Jupyter project's own kernel tests (jupyter_kernel_test), and
/// those that a C# notebook adds.
/// </summary>
public sealed class KernelTests(RunningKernel kernel) : IClassFixture<RunningKernel>
{
    [FactRequires(ExternalTool.Jupyter)]
    public async Task The_kernel_introduces_itself()
    {
        JupyterClient client = await kernel.ClientAsync();

        JsonObject info = await client.AskAsync("kernel_info_request", []);

        Assert.Equal("unrolled", info["implementation"]!.GetValue<string>());
        Assert.Equal("C#", info["language_info"]!["name"]!.GetValue<string>());
        Assert.Equal(".cs", info["language_info"]!["file_extension"]!.GetValue<string>());
        Assert.Equal("csharp", info["language_info"]!["pygments_lexer"]!.GetValue<string>());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task Cells_show_streams_results_displays_and_errors()
    {
        await using JupyterClient client = await kernel.StartAsync();

        JupyterAnswer streams = await client.ExecuteAsync(
            "Console.WriteLine(\"hello, world\");\nConsole.Error.Write(\"trouble\");\nint x = 20;");
        Assert.Equal("ok", streams.Status);
        Assert.Equal(("hello, world\n", "trouble"), (streams.Stream("stdout"), streams.Stream("stderr")));

        JupyterAnswer result = await client.ExecuteAsync("x + 1");
        Assert.Equal("21", result.Result);
        Assert.Equal(2, result.Reply["execution_count"]!.GetValue<int>());
        Assert.Equal(2, result.Contents("execute_result").Single()["execution_count"]!.GetValue<int>());

        JupyterAnswer table = await client.ExecuteAsync("new[] { (1, 2), (3, 4) }.Display();");
        JsonObject shown = table.Contents("display_data").Single()["data"]!.AsObject();
        Assert.Contains("<table", shown["text/html"]!.GetValue<string>());
        Assert.Contains("Item1", shown["text/plain"]!.GetValue<string>());

        JupyterAnswer formula = await client.ExecuteAsync("\"$h_t$\".DisplayAs(\"text/markdown\");");
        Assert.Equal("$h_t$", formula.Contents("display_data").Single()["data"]!["text/markdown"]!.GetValue<string>());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_notebook_that_was_opened_before_the_build_or_away_from_it_is_told_so()
    {
        JupyterClient client = await kernel.ClientAsync();

        JupyterAnswer answer = await client.ExecuteAsync("#!import \"setup.csx\"");

        Assert.Equal("error", answer.Status);
        Assert.EndsWith(
            "setup.csx; if a build writes it, the notebook belongs in the folder of that project, and the build comes "
            + "first: `dotnet build`",
            answer.Reply["evalue"]!.GetValue<string>());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task An_error_has_a_traceback_in_the_cells_own_lines_and_in_colour()
    {
        await using JupyterClient client = await kernel.StartAsync();

        JupyterAnswer answer = await client.ExecuteAsync(
            "void Grow(int depth)\n{\n    throw new ArgumentException(\"too deep\");\n}\nGrow(1);");

        Assert.Equal("error", answer.Status);
        JupyterMessage error = Assert.Single(answer.Published, message => message.Type != "execute_input");
        Assert.Equal("System.ArgumentException", error.Content["ename"]!.GetValue<string>());
        Assert.Equal("too deep", error.Content["evalue"]!.GetValue<string>());
        Assert.Equal(
            [
                "\u001b[1;31mSystem.ArgumentException\u001b[0m: too deep",
                "   at Grow(int depth) in \u001b[32mcell 1, line 3\u001b[0m",
                "   at \u001b[32mcell 1, line 5\u001b[0m",
            ],
            error.Content["traceback"]!.AsArray().Select(line => line!.GetValue<string>()));
        Assert.True(JsonNode.DeepEquals(error.Content["traceback"], answer.Reply["traceback"]));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task Output_arrives_while_the_cell_runs()
    {
        JupyterClient client = await kernel.ClientAsync();

        JupyterAnswer answer = await client.ExecuteAsync(
            "Console.WriteLine(\"first\");\nSystem.Threading.Thread.Sleep(2000);\nConsole.WriteLine(\"second\");");

        JupyterMessage first = answer.Published.First(message => message.Type == "stream");
        Assert.Equal("first\n", first.Content["text"]!.GetValue<string>());
        Assert.True(answer.Time - first.Time > 1, "The first line came with the second.");
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task Ten_thousand_lines_arrive_whole_in_few_messages()
    {
        JupyterClient client = await kernel.ClientAsync();

        JupyterAnswer answer = await client.ExecuteAsync("for (int i = 0; i < 10_000; i++) Console.WriteLine(i);");

        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i}\n")), answer.Stream("stdout"));
        Assert.InRange(answer.Contents("stream").Count(), 1, 500);
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_long_work_shows_one_line_that_is_gone_at_its_end()
    {
        JupyterClient client = await kernel.ClientAsync();
        string folder = kernel.Installed.NotebookFolder;
        LongWork.Build(folder);
        string working = await client.BeginAsync(
            LongWork.Reference + "Console.WriteLine(\"before\");\nLongWork.RunUntilThereIs(\"enough\");\n1");
        JsonObject line = await client.DoAsync("published", new JsonObject { ["type"] = "display_data" });
        JsonObject next = await client.DoAsync("published", new JsonObject { ["type"] = "update_display_data" });

        File.WriteAllText(Path.Combine(folder, "enough"), "");
        JupyterAnswer answer = await client.ReceiveAsync(working);

        Assert.Matches(
            "^step [0-9]+ of 1000000000, loss 0.5", line["content"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal(
            line["content"]!["transient"]!["display_id"]!.GetValue<string>(),
            next["content"]!["transient"]!["display_id"]!.GetValue<string>());
        Assert.Equal(
            ["clear_output", "stream", "execute_result"],
            answer.Published.Select(message => message.Type).SkipWhile(type => type == "update_display_data"));
        Assert.Equal("before\n", answer.Stream("stdout"));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_display_can_be_updated_and_the_output_cleared()
    {
        JupyterClient client = await kernel.ClientAsync();

        JupyterAnswer answer = await client.ExecuteAsync(
            "var shown = display(1);\nshown.Update(2);\nClearOutput(wait: true);");

        JsonObject display = answer.Contents("display_data")
            .Single(), update = answer.Contents("update_display_data").Single();
        Assert.Equal("2", update["data"]!["text/plain"]!.GetValue<string>());
        Assert.NotEmpty(display["transient"]!["display_id"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(display["transient"], update["transient"]));
        Assert.True(answer.Contents("clear_output").Single()["wait"]!.GetValue<bool>());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_silent_cell_shows_nothing_and_user_expressions_are_evaluated()
    {
        JupyterClient client = await kernel.ClientAsync();

        JupyterAnswer answer = await client.ExecuteAsync(
            "int x = 3;\nConsole.Write(x);\nx", new JsonObject { ["silent"] = true });
        Assert.Empty(answer.Published);

        answer = await client.ExecuteAsync("x++;", new JsonObject
        {
            ["user_expressions"] = new JsonObject { ["twice"] = "2 * x", ["wrong"] = "y" },
        });
        JsonObject values = answer.Reply["user_expressions"]!.AsObject();
        Assert.Equal("8", values["twice"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("error", values["wrong"]!["status"]!.GetValue<string>());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task Names_are_completed_at_the_cursor_also_behind_characters_outside_the_basic_plane()
    {
        JupyterClient client = await kernel.ClientAsync();
        await client.ExecuteAsync("int hiddenSize = 8;");

        JsonObject reply = await client.AskAsync(
            "complete_request", new JsonObject { ["code"] = "var s = \"😀😀\"; hidde + 1", ["cursor_pos"] = 19 });

        Assert.Equal(["hiddenSize"], reply["matches"]!.AsArray().Select(match => match!.GetValue<string>()));
        Assert.Equal((14, 19), (reply["cursor_start"]!.GetValue<int>(), reply["cursor_end"]!.GetValue<int>()));
        Assert.Equal("variable", reply["metadata"]!["_jupyter_types_experimental"]![0]!["type"]!.GetValue<string>());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task Names_are_explained_at_the_cursor()
    {
        JupyterClient client = await kernel.ClientAsync();

        JsonObject found = await client.AskAsync(
            "inspect_request", new JsonObject
            {
                ["code"] = "Console.WriteLine",
                ["cursor_pos"] = 17,
                ["detail_level"] = 0,
            });
        JsonObject nothing = await client.AskAsync(
            "inspect_request", new JsonObject { ["code"] = "unknown", ["cursor_pos"] = 3, ["detail_level"] = 0 });

        Assert.True(found["found"]!.GetValue<bool>());
        Assert.StartsWith("void Console.WriteLine()", found["data"]!["text/plain"]!.GetValue<string>());
        Assert.Contains("Writes the current line terminator", found["data"]!["text/plain"]!.GetValue<string>());
        Assert.StartsWith("```csharp\n", found["data"]!["text/markdown"]!.GetValue<string>());
        Assert.False(nothing["found"]!.GetValue<bool>());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_console_learns_whether_a_text_is_complete()
    {
        JupyterClient client = await kernel.ClientAsync();

        Assert.Equal(
            ["complete", "incomplete", "invalid"],
            [await StatusAsync("1 + 1"), await StatusAsync("if (true) {"), await StatusAsync("int = = 3;")]);

        async Task<string> StatusAsync(string code) =>
            (await client.AskAsync(
                "is_complete_request", new JsonObject { ["code"] = code }))["status"]!.GetValue<string>();
    }

    [NightlyFact(ExternalTool.Jupyter)]
    public async Task The_history_knows_the_cells_that_ran()
    {
        await using JupyterClient client = await kernel.StartAsync();
        foreach (string code in (string[])["1 + 1", "int x = 2;", "1 + 1", "x"])
            await client.ExecuteAsync(code);
        await client.ExecuteAsync("3", new JsonObject { ["store_history"] = false });

        Assert.Equal(["1 + 1", "x"], await CodesAsync(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(
            ["int x = 2;"], await CodesAsync(
                new JsonObject { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 2, ["stop"] = 3 }));
        Assert.Equal(
            ["1 + 1", "1 + 1"],
            await CodesAsync(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "1*" }));
        Assert.Equal(
            ["1 + 1"], await CodesAsync(
                new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "1*", ["unique"] = true }));
        JsonArray withResult = await FindAsync(
            new JsonObject { ["hist_access_type"] = "tail", ["n"] = 1, ["output"] = true });
        Assert.Equal("""[0,4,["x","2"]]""", withResult.Single()!.ToJsonString());

        async Task<IEnumerable<string>> CodesAsync(JsonObject query) =>
            (await FindAsync(query)).Select(cell => cell![2]!.GetValue<string>());

        async Task<JsonArray> FindAsync(JsonObject query)
        {
            query["raw"] = true;
            query["output"] ??= false;
            return (await client.AskAsync("history_request", query))["history"]!.AsArray();
        }
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_cell_can_read_lines_that_its_user_types()
    {
        JupyterClient client = await kernel.ClientAsync();

        JupyterAnswer answer = await client.ExecuteAsync(
            "Console.Write(\"Name? \");\nvar name = Console.ReadLine();\nvar number = int.Parse(Console.ReadLine());\n"
            + "$\"{name} {number + 1}\"",
            typed: ["Elman", "1989"]);

        Assert.Equal("Elman 1990", answer.Result);
        Assert.Equal("Name? ", answer.Stream("stdout"));
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task Where_nobody_can_type_reading_fails_and_says_why()
    {
        JupyterClient client = await kernel.ClientAsync();

        JupyterAnswer answer = await client.ExecuteAsync("Console.ReadLine()");

        Assert.Equal("error", answer.Status);
        Assert.Contains("input requests are refused", answer.Reply["evalue"]!.GetValue<string>());
    }

    [FactRequires(ExternalTool.Jupyter)]
    public async Task A_comm_is_closed_politely()
    {
        JupyterClient client = await kernel.ClientAsync();

        await client.DoAsync("send", new JsonObject
        {
            ["type"] = "comm_open",
            ["content"] = new JsonObject
            {
                ["comm_id"] = "c1",
                ["target_name"] = "jupyter.widget",
                ["data"] = new JsonObject(),
            },
        });
        JsonObject closed = await client.DoAsync("published", new JsonObject { ["type"] = "comm_close" });

        Assert.Equal("c1", closed["content"]!["comm_id"]!.GetValue<string>());
        Assert.Empty((await client.AskAsync("comm_info_request", []))["comms"]!.AsObject());
        Assert.Equal("2", (await client.ExecuteAsync("1 + 1")).Result);
    }

    [NightlyFact(ExternalTool.Jupyter)]
    public async Task Two_clients_see_one_session()
    {
        await using JupyterClient client = await kernel.StartAsync(clients: 2);
        string first = await client.BeginAsync(
            "int x = 40;\nSystem.Threading.Thread.Sleep(300);\nConsole.Write(\"one\");");
        await client.DoAsync("published", new JsonObject { ["type"] = "execute_input", ["client"] = 1 });
        string second = await client.BeginAsync("Console.Write(\"two\");\nx + 2", client: 1);

        JupyterAnswer two = await client.ReceiveAsync(second, client: 1);
        JupyterAnswer one = await client.ReceiveAsync(first);

        Assert.Equal(("one", "two"), (one.Stream("stdout"), two.Stream("stdout")));
        Assert.Equal("42", two.Result);
    }
}
