using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// Turns a model's parameters into tensors and back: a parameter runs column after column, a tensor row after row.
/// </summary>
internal static class ParameterTensors
{
    internal static NamedTensor ToTensor(this ParameterView parameter, string prefix = "") => NamedTensor.Create(
        prefix + parameter.Name,
        parameter.IsVector ? [parameter.Rows] : [parameter.Rows, parameter.Columns],
        [.. Enumerable.Range(0, parameter.Values.Length)
            .Select(i => parameter[i / parameter.Columns, i % parameter.Columns])]);

    internal static void Fill(this ParameterView parameter, NamedTensor tensor)
    {
        double[] rowMajor = tensor.ToDoubles();
        for (int i = 0; i < rowMajor.Length; i++)
            parameter[i / parameter.Columns, i % parameter.Columns] = rowMajor[i];
    }

    /// <summary>Tensors as parameters that an optimizer can change, in the order of their names.</summary>
    internal static ParameterSet ToParameters(IEnumerable<NamedTensor> tensors)
    {
        ParameterSet parameters = [];
        foreach (NamedTensor tensor in tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            if (tensor.Shape.Count == 1)
                parameters.Add(Vector<double>.Build.Dense(tensor.Shape[0]), tensor.Name);
            else
                parameters.Add(Matrix<double>.Build.Dense(tensor.Shape[0], tensor.Shape[1]), tensor.Name);
            parameters[^1].Fill(tensor);
        }

        return parameters;
    }
}
