namespace Unrolled.Layers;

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

    /// <summary>dL/dθ; every backward pass adds to it.</summary>
    public Tensor Gradient { get; }

    /// <summary>The same numbers and gradient under another name.</summary>
    public Parameter Renamed(string name) => new(name, Value, Gradient);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Tensor.Format([.. Value.Shape])}";
}
