using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// A recurrent network along its steps, one column for each step, with the names of the weights, which are the same in
/// every column; beside it the folded network, or in it the activations of a run.
/// <code>new UnrolledDiagram(steps: 4, inputs: ["the", "clouds", "float", "in"])</code>
/// </summary>
public sealed class UnrolledDiagram : Drawing
{
    private const int MostSteps = 12, MostLayers = 9;

    private readonly string title;
    private readonly ImmutableArray<UnrolledModel> models;

    /// <summary>The diagram of a network without values.</summary>
    /// <param name="steps">The number of steps, 1 … 12.</param>
    /// <param name="layers">The number of layers on top of one another, 1 … 9.</param>
    /// <param name="bidirectional">Whether each layer also reads backwards.</param>
    /// <param name="shape">The steps that have inputs and outputs.</param>
    /// <param name="folded">Whether the folded network is shown on the left.</param>
    /// <param name="inputs">A word below each input; null for none.</param>
    /// <param name="outputs">A word above each output, one for each step; null for none.</param>
    /// <param name="inputWeights">The name of the matrix from the input.</param>
    /// <param name="recurrentWeights">The name of the matrix from the step before.</param>
    /// <param name="outputWeights">The name of the matrix to the output.</param>
    /// <param name="first">The number of the first step; if it is not 0, an arrow comes from the step before.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are no steps or layers, or more than there is room for.
    /// </exception>
    /// <exception cref="ArgumentException">The words are not as many as the steps.</exception>
    public UnrolledDiagram(
        int steps = 4, int layers = 1, bool bidirectional = false, SequenceShape shape = SequenceShape.InStep,
        bool folded = true, IEnumerable<string>? inputs = null, IEnumerable<string>? outputs = null,
        string inputWeights = "W", string recurrentWeights = "U", string outputWeights = "V", int first = 0,
        string title = "The network, folded and unrolled")
        : this(title, [Checked(new UnrolledModel(shape == SequenceShape.OneToOne ? 1 : steps)
        {
            Layers = layers, Bidirectional = bidirectional, Shape = shape, First = first,
            Folded = folded && shape != SequenceShape.OneToOne,
            Inputs = [.. inputs ?? []], Outputs = [.. outputs ?? []],
            Weights = (inputWeights, recurrentWeights, outputWeights),
        })])
    {
    }

    private UnrolledDiagram(string title, ImmutableArray<UnrolledModel> models)
    {
        (this.title, this.models) = (title, models);
    }

    /// <summary>The five shapes of sequence tasks side by side.</summary>
    /// <param name="title">The title.</param>
    /// <returns>The diagram.</returns>
    public static UnrolledDiagram FiveShapes(string title = "Five shapes") => new(title,
    [
        Shape(SequenceShape.OneToOne, 1, "one to one: an image and its class"),
        Shape(SequenceShape.OneToMany, 4, "one to many: an image and its description"),
        Shape(SequenceShape.ManyToOne, 4, "many to one: a text and its class"),
        Shape(SequenceShape.Delayed, 5, "many to many, delayed: a sentence and its translation"),
        Shape(SequenceShape.InStep, 4, "many to many, in step: frames and their labels"),
    ]);

    /// <summary>The diagram of some steps of a run, with the activations of every layer.</summary>
    /// <param name="run">
    /// A run of a cell, of several on top of one another, or of one with an output layer, [time].
    /// </param>
    /// <param name="first">The first step that is drawn.</param>
    /// <param name="steps">The number of drawn steps, at most 12; fewer where the run ends before.</param>
    /// <param name="inputs">A word below each input of the run; null for none.</param>
    /// <param name="outputs">A word above each output of the run; null for none.</param>
    /// <param name="title">The title.</param>
    /// <returns>The diagram.</returns>
    /// <exception cref="ArgumentException">
    /// The run is empty or has no hidden state h, or the words are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public static UnrolledDiagram Of(
        CellTrace run, int first = 0, int steps = 5, IEnumerable<string>? inputs = null,
        IEnumerable<string>? outputs = null, string title = "The network at work")
    {
        ArgumentNullException.ThrowIfNull(run);
        int last = Last(run.Count, first, steps);
        string[] layers = [.. run.Names.Where(name => name == "h" || name.EndsWith(".h", StringComparison.Ordinal))];
        if (layers.Length == 0)
            throw new ArgumentException(
                $"The run has no hidden state h; it has {string.Join(", ", run.Names)}.", nameof(run));
        ImmutableDictionary<string, double[,]> activations = layers.Index()
            .ToImmutableDictionary(layer => $"{layer.Index + 1}.h", layer => Numbers(run[layer.Item], first, last))
            .Add("x", Numbers(run.Inputs, first, last));
        if (run.Names.Contains("y"))
            activations = activations.Add("y", Numbers(run["y"], first, last));
        return Of(run.Count, first, last, layers.Length, bidirectional: false, activations, inputs, outputs, title);
    }

    /// <summary>The diagram of some steps of a bidirectional run, with the activations of both layers.</summary>
    /// <param name="run">The run.</param>
    /// <param name="first">The first step that is drawn.</param>
    /// <param name="steps">The number of drawn steps, at most 12; fewer where the run ends before.</param>
    /// <param name="inputs">A word below each input of the run; null for none.</param>
    /// <param name="outputs">A word above each output of the run; null for none.</param>
    /// <param name="title">The title.</param>
    /// <returns>The diagram.</returns>
    /// <exception cref="ArgumentException">The run is empty, or the words are not as many as steps.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public static UnrolledDiagram Of(
        BidirectionalRun run, int first = 0, int steps = 5, IEnumerable<string>? inputs = null,
        IEnumerable<string>? outputs = null, string title = "The network at work")
    {
        ArgumentNullException.ThrowIfNull(run);
        int last = Last(run.Forward.Count, first, steps);
        ImmutableDictionary<string, double[,]> activations = ImmutableDictionary<string, double[,]>.Empty
            .Add("x", Numbers(run.Forward.Inputs, first, last))
            .Add("1.→h", Numbers(run.Forward.Outputs, first, last))
            .Add("1.←h", Numbers([.. run.Backward.Outputs.Reverse()], first, last))
            .Add("y", Numbers(run.Outputs, first, last));
        return Of(run.Forward.Count, first, last, 1, bidirectional: true, activations, inputs, outputs, title);
    }

    private protected override string Text() =>
        string.Join('\n', [SafeText.Clean(title), .. models.Select(UnrolledText.Of)]);

    private protected override DrawingParts Drawn()
    {
        var document = new UnrolledDocument(title, models);
        string description = string.Join(' ', models.Select(UnrolledText.Of));
        return new DrawingParts(
            document.Width, document.Height, title, description, UnrolledData.Of(title, models), document.Draw);
    }

    private static UnrolledDiagram Of(
        int all, int first, int last, int layers, bool bidirectional,
        ImmutableDictionary<string, double[,]> activations,
        IEnumerable<string>? inputs, IEnumerable<string>? outputs, string title) => new(title,
    [
        Checked(new UnrolledModel(last - first)
        {
            First = first, GoesOn = last < all, Layers = layers, Bidirectional = bidirectional,
            HasOutput = activations.ContainsKey("y"), Activations = activations,
            // The bidirectional y is the two states themselves, without weights.
            Weights = ("W", "U", bidirectional ? "" : "V"),
            Inputs = Words(inputs, "inputs", all, first, last), Outputs = Words(outputs, "outputs", all, first, last),
        }),
    ]);

    private static UnrolledModel Shape(SequenceShape shape, int steps, string caption) =>
        new(steps) { Shape = shape, Caption = caption };

    private static UnrolledModel Checked(UnrolledModel model)
    {
        Within(model.Steps, MostSteps, "steps");
        Within(model.Layers, MostLayers, "layers");
        if (model.First < 0)
            throw new ArgumentOutOfRangeException(
                "first", model.First, $"first is {model.First}; expected at least 0.");
        (string, int)[] words = [("inputs", model.Inputs.Length), ("outputs", model.Outputs.Length)];
        foreach ((string role, int count) in words)
            if (count > 0 && count != model.Steps)
                throw new ArgumentException(
                    $"There are {count} {role} for {model.Steps} steps; they must be as many.", role);
        return model;
    }

    private static void Within(int value, int most, string name)
    {
        if (value < 1 || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected 1 to {most}.");
    }

    private static int Last(int all, int first, int steps)
    {
        if (all == 0)
            throw new ArgumentException("The run has no steps; expected at least one.", "run");
        if (first < 0 || first >= all)
            throw new ArgumentOutOfRangeException(
                nameof(first), first, $"There is no step {first}; the run has the steps 0 to {all - 1}.");
        Within(steps, MostSteps, nameof(steps));
        return Math.Min(all, first + steps);
    }

    private static ImmutableArray<string> Words(IEnumerable<string>? words, string role, int all, int first, int last)
    {
        if (words is null)
            return [];
        string[] given = [.. words];
        return given.Length == all
            ? [.. given[first..last]]
            : throw new ArgumentException(
                $"There are {given.Length} {role} for {all} steps; they must be as many.", role);
    }

    private static double[,] Numbers(IReadOnlyList<Vector> vectors, int first, int last)
    {
        var numbers = new double[last - first, vectors[0].Count];
        for (int t = first; t < last; t++)
            for (int i = 0; i < vectors[t].Count; i++)
                numbers[t - first, i] = CanonicalNumber.Rounded(vectors[t][i]);
        return numbers;
    }
}
