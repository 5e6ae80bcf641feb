using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>The rooms of the libraries and of the host are those drawn here, and their arrows run one way.</summary>
public class RoomTests
{
    private const string Models = """
        Numerics          ->
        Weights           ->
        Cells             -> Numerics, Weights
        Analysis          -> Cells
        Layers/Tensors    -> Numerics, Weights
        Layers/Kernels    -> Cells
        Layers/Recurrence -> Cells, Layers/Tensors, Layers/Kernels
        Layers            -> Cells, Layers/Tensors, Layers/Kernels, Layers/Recurrence
        Tasks             -> Numerics
        Training          -> Numerics, Weights, Cells, Layers/Tensors, Layers, Tasks
        Datasets          ->
        Forecasting       -> Numerics, Weights, Layers/Tensors, Layers, Tasks, Training, Datasets
        Language          -> Numerics, Layers/Tensors, Layers, Training, Datasets
        Sweeps            -> Numerics, Cells, Layers/Tensors, Layers, Tasks, Training, Datasets, Language
        Parity            -> Numerics, Weights, Cells, Layers/Tensors, Layers, Training, Datasets
        Exercises         -> Numerics, Cells, Analysis, Layers/Tensors, Layers, Tasks, Training, Datasets, Forecasting, Sweeps
        """;

    private const string Charts = """
        Svg      ->
        Output   -> Svg
        Figures  -> Svg, Output
        Diagrams -> Unrolled, Svg, Output, Figures
        """;

    private const string Host = """
        Notebooks            ->
        Programs             -> Notebooks
        Display              -> Unrolled.NotebookHost.Cells
        Execution            -> Unrolled.NotebookHost.Cells, Programs, Display
        Execution/Directives -> Notebooks, Programs, Display, Execution
        Execution/Editor     -> Programs, Display, Execution, Execution/Directives
        Workers              -> Programs, Display, Execution, Execution/Directives, Execution/Editor
        Figures              -> Notebooks, Programs
        Running              -> Notebooks, Programs, Display, Execution, Workers, Figures
        Checking             -> Unrolled.NotebookHost.Cells, Notebooks, Programs, Execution, Figures
        Book                 -> Notebooks, Programs, Display, Execution, Figures
        Jupyter              -> Notebooks, Programs, Display, Execution, Execution/Editor, Workers
        Commands             -> Notebooks, Programs, Display, Workers, Figures, Running, Checking, Book, Jupyter
        Program.cs           -> Commands
        """;

    private const string Live = """
        ShownOutputs.cs -> Unrolled.NotebookHost
        PageSession.cs  -> Unrolled.NotebookHost, ShownOutputs.cs
        """;

    public static TheoryData<string> Projects => [.. Drawings.Keys];

    private static Dictionary<string, RoomDrawing> Drawings { get; } = new()
    {
        [SourceProject.Unrolled.Name] = new(Models),
        [SourceProject.Charts.Name] = new(Charts),
        [SourceProject.Host.Name] = new(Host),
        [SourceProject.Live.Name] = new(Live),
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_arrow_between_rooms_is_drawn_and_leads_to_a_room_above(string project)
    {
        SourceProject sources = SourceProject.OfLib[project];
        RoomDrawing drawing = Drawings[project];
        RoomArrows arrows = new(sources.Compilation, drawing.Rooms);

        string computed = drawing.Of(RoomsOf(sources, drawing), arrows);
        Assert.True(
            computed == drawing.Text,
            $"{sources.Folder}: the rooms and arrows differ from the drawing in RoomTests.cs. A room that knows another "
            + "is a decision: remove the use, or draw the arrow, to a room above. As the code is:\n"
            + $"{computed}\n\nUses that are not drawn:\n{Undrawn(drawing, arrows)}");
        Assert.Empty(arrows.Unresolved);
        string upwards = Upwards(drawing, arrows);
        Assert.True(upwards.Length == 0, $"Arrows to a room below:\n{upwards}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_room_holds_one_file_alone(string project)
    {
        SourceProject sources = SourceProject.OfLib[project];

        string[] lonely =
        [
            .. sources.Trees.Select(tree => tree.FilePath)
                .Where(file => file.Contains('/'))
                .GroupBy(file => file[..file.LastIndexOf('/')])
                .Where(folder => folder.Count() == 1)
                .Select(folder => folder.Single()),
        ];

        Assert.True(
            lonely.Length == 0,
            $"{sources.Folder}: move each of these files into the room of what it serves: {string.Join(", ", lonely)}");
    }

    [Theory]
    [InlineData("class User : Used.Thing;")]
    [InlineData("class User { Used.Thing[] things = []; }")]
    [InlineData("class User { List<Used.Thing>? things; }")]
    [InlineData("class User { void Use() { var thing = Used.Maker.Make(); } }")]
    [InlineData("class User { int Use() => Used.Maker.Make().Size; }")]
    [InlineData("class User { object Use() => Used.Maker.Makers.Select(make => make()); }")]
    [InlineData("[Used.Marked] class User;")]
    [InlineData("class User { string Use() => nameof(Used.Thing); }")]
    public void A_use_is_found_however_it_is_written(string user)
    {
        const string Used = """
            namespace Used;
            public class Thing { public int Size; }
            public class MarkedAttribute : Attribute;
            public static class Maker
            {
                public static Func<Thing>[] Makers = [Make];
                public static Thing Make() => new();
            }
            """;
        Compilation compilation = SourceProject.Compile(
            "Sample",
            OutputKind.DynamicallyLinkedLibrary,
            [Tree(Used, "Used/Inner/Things.cs"), Tree(user, "User/User.cs"), Tree("class Alone;", "Alone/Alone.cs")]);
        RoomArrows arrows = new(compilation, ["Used", "User", "Alone"]);

        Assert.Empty(SourceProject.ErrorsOf(compilation));
        Assert.Equal([("User", "Used")], arrows.Uses.Keys);
    }

    private static SyntaxTree Tree(string source, string path) => CSharpSyntaxTree.ParseText(source, path: path);

    private static IEnumerable<string> RoomsOf(SourceProject sources, RoomDrawing drawing) =>
        sources.Trees.Select(tree => RoomArrows.RoomOf(tree.FilePath, drawing.Rooms)).Distinct();

    private static string Undrawn(RoomDrawing drawing, RoomArrows arrows) => string.Join(
        '\n',
        arrows.Uses.Where(arrow => !IsDrawn(drawing, arrow.Key)).SelectMany(arrow => arrow.Value.Take(5)));

    private static bool IsDrawn(RoomDrawing drawing, (string From, string To) arrow) =>
        drawing.Text.Split('\n')
            .Select(line => line.Split("->", StringSplitOptions.TrimEntries))
            .Any(line => line[0] == arrow.From && line[1].Split(", ").Contains(arrow.To));

    private static string Upwards(RoomDrawing drawing, RoomArrows arrows)
    {
        List<string> order = [.. drawing.Rooms];
        return string.Join(
            '\n',
            arrows.Uses
                .Where(arrow => order.IndexOf(arrow.Key.To) >= order.IndexOf(arrow.Key.From))
                .SelectMany(arrow => arrow.Value.Select(use => $"{arrow.Key.From} -> {arrow.Key.To}: {use}")));
    }
}
