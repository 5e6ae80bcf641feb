using System.Collections;

namespace Unrolled;

/// <summary>Learned numbers under the name that torch.nn gives them, and dL/dθ beside them.</summary>
public sealed class Parameter
{
    /// <summary>A parameter of zeros.</summary>
    /// <param name="name">Its name, such as weight_ih_l0.</param>
    /// <param name="shape">Its shape.</param>
    public Parameter(string name, params ReadOnlySpan<int> shape)
        : this(name, new Tensor(shape), new Tensor(shape))
    {
    }

    private Parameter(string name, Tensor value, Tensor gradient) => (Name, Value, Gradient) = (name, value, gradient);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The numbers, live: writing to them changes the layer.</summary>
    public Tensor Value { get; }

    /// <summary>
    /// dL/dθ; every backward pass adds to it. One thread at a time may do so: a second backward pass through the same
    /// layer or model at the same time is refused, and so is a second training run.
    /// </summary>
    public Tensor Gradient { get; }

    /// <summary>The same numbers and gradient under another name.</summary>
    public Parameter Renamed(string name) => new(name, Value, Gradient);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Tensor.Format([.. Value.Shape])}";
}

/// <summary>The parameters of a layer or of a whole model, in torch.nn's order.</summary>
public sealed class ParameterList : IReadOnlyList<Parameter>
{
    private readonly List<Parameter> parameters;

    /// <summary>A list of parameters.</summary>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public ParameterList(params IEnumerable<Parameter> parameters)
    {
        this.parameters = [.. parameters];
        var twice = this.parameters.GroupBy(parameter => parameter.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new ArgumentException($"Two parameters are named {twice.Key}.", nameof(parameters));
    }

    /// <inheritdoc/>
    public int Count => parameters.Count;

    /// <summary>The total number of elements of all parameters.</summary>
    public int ParameterCount => parameters.Sum(parameter => parameter.Value.Count);

    /// <inheritdoc/>
    public Parameter this[int index] => parameters[index];

    /// <summary>The parameter of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that there are.</exception>
    public Parameter this[string name] => parameters.Find(parameter => parameter.Name == name)
        ?? throw new KeyNotFoundException($"No parameter {name}; there are {string.Join(", ", parameters)}.");

    /// <summary>The same parameters with a prefix before each name, such as "head.".</summary>
    public ParameterList Under(string prefix) =>
        new(parameters.Select(parameter => parameter.Renamed(prefix + parameter.Name)));

    /// <summary>Held while gradients are added up.</summary>
    internal ExclusiveUse Backward { get; } = new(
        "Another thread is in a backward pass that adds to the same gradients. Give each thread a model of its own, or "
        + "let them wait for each other.");

    /// <summary>Held while a training run changes the values.</summary>
    internal ExclusiveUse Training { get; } = new(
        "Another training run is changing the same parameters. Give each run a model of its own, or let them wait for "
        + "each other.");

    /// <summary>A number that grows whenever the library changes a value.</summary>
    internal int Version
    {
        get
        {
            int version = 0;
            foreach (Parameter parameter in parameters)
                version += parameter.Value.Version;
            return version;
        }
    }

    /// <summary>Tells the passes that were made before that the values have changed.</summary>
    internal void MarkChanged()
    {
        foreach (Parameter parameter in parameters)
            parameter.Value.Version++;
    }

    /// <summary>Draws every number from U[−bound, bound), in order.</summary>
    internal void DrawUniform(double bound, Random random)
    {
        MarkChanged();
        foreach (Parameter parameter in parameters)
        {
            foreach (ref float value in parameter.Value.Values.AsSpan())
                value = (float)Uniform.Draw(bound, random);
        }
    }

    /// <summary>Draws every number from the standard normal distribution, in order.</summary>
    internal void DrawNormal(Random random)
    {
        MarkChanged();
        foreach (Parameter parameter in parameters)
        {
            foreach (ref float value in parameter.Value.Values.AsSpan())
                value = (float)Gaussian.Draw(1, random);
        }
    }

    /// <summary>Sets every gradient to 0.</summary>
    public void ClearGradients()
    {
        foreach (var parameter in parameters)
            parameter.Gradient.Clear();
    }

    /// <summary>Reads every value from a file.</summary>
    /// <param name="file">The file with the tensors; it may hold others too.</param>
    /// <param name="prefix">The prefix of the names in the file.</param>
    /// <exception cref="SafetensorsException">
    /// A tensor is missing or has another shape; no value has changed then.
    /// </exception>
    public void Load(SafetensorsFile file, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(file);
        float[][] values = [.. parameters.Select(
            parameter => file.Require(prefix + parameter.Name, [.. parameter.Value.Shape]).ToFloats())];
        for (int i = 0; i < Count; i++)
            values[i].CopyTo(parameters[i].Value.Values, 0);
        MarkChanged();
    }

    /// <summary>Reads every value from a file on disk, in the safetensors format.</summary>
    /// <param name="path">The file, which may hold other tensors too.</param>
    /// <param name="prefix">What the names in the file begin with.</param>
    /// <exception cref="SafetensorsException">
    /// The file cannot be read, or a tensor is missing or has another shape; no value has changed then.
    /// </exception>
    public void Load(string path, string prefix = "") => Load(SafetensorsFile.Load(path), prefix);

    /// <summary>Writes every value to a file on disk, in the safetensors format.</summary>
    /// <param name="path">The file; it is replaced.</param>
    /// <param name="prefix">What the names in the file shall begin with.</param>
    /// <exception cref="IOException">The file could not be written; an older one is left as it was.</exception>
    public void Save(string path, string prefix = "") => new SafetensorsFile(ToTensors(prefix)).Save(path);

    /// <summary>The values as named tensors, to be saved.</summary>
    /// <param name="prefix">The prefix to put before the names.</param>
    public IReadOnlyList<NamedTensor> ToTensors(string prefix = "") =>
        [.. parameters.Select(
            parameter => NamedTensor.Create(prefix + parameter.Name, parameter.Value.Shape, parameter.Value.Values))];

    /// <summary>The gradients as named tensors.</summary>
    /// <param name="prefix">The prefix to put before the names.</param>
    public IReadOnlyList<NamedTensor> GradientsToTensors(string prefix = "grad.") =>
        [.. parameters.Select(parameter => NamedTensor.Create(
            prefix + parameter.Name, parameter.Value.Shape, parameter.Gradient.Values))];

    /// <summary>Goes through the parameters, without allocating anything.</summary>
    public List<Parameter>.Enumerator GetEnumerator() => parameters.GetEnumerator();

    IEnumerator<Parameter> IEnumerable<Parameter>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
