using System.Globalization;
using System.Text;

namespace Unrolled.Equations.Inspection;

/// <summary>The result of a gradient check, tensor by tensor; its text is a table.</summary>
/// <param name="Tensors">What was found in each tensor.</param>
public sealed record GradientReport(IReadOnlyList<CheckedTensor> Tensors)
{
    /// <summary>The tensor with the largest relative error.</summary>
    public CheckedTensor Worst => Tensors.MaxBy(tensor => tensor.RelativeError)!;

    /// <summary>The share of all entries that were left out at a kink.</summary>
    public double ShareLeftOut => (double)Tensors.Sum(tensor => tensor.LeftOut) / Tensors.Sum(tensor => tensor.Entries);

    /// <summary>One row a tensor: its name, shape, worst index, both gradients there, and the relative error.</summary>
    public override string ToString()
    {
        string[][] rows =
        [
            ["tensor", "shape", "worst at", "written out", "difference", "relative error"],
            .. Tensors.Select(Row),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        var table = new StringBuilder();
        foreach (string[] row in rows)
            table.AppendJoin("  ", row.Select((text, column) => Align(text, column, widths[column]))).AppendLine();

        (int leftOut, int all) = (Tensors.Sum(tensor => tensor.LeftOut), Tensors.Sum(tensor => tensor.Entries));
        if (leftOut > 0)
            table.AppendLine($"{leftOut} of {all} entries left out: their step crossed a kink.");
        return table.ToString().TrimEnd();
    }

    // Words to the left, numbers to the right.
    private static string Align(string text, int column, int width) =>
        column < 3 ? text.PadRight(width) : text.PadLeft(width);

    private static string[] Row(CheckedTensor tensor) =>
    [
        tensor.Name,
        tensor.Shape,
        tensor.WorstIndex,
        tensor.Written.ToString("0.000000000e+00", CultureInfo.InvariantCulture),
        tensor.Numeric.ToString("0.000000000e+00", CultureInfo.InvariantCulture),
        tensor.RelativeError.ToString("0.0e+00", CultureInfo.InvariantCulture),
    ];
}
