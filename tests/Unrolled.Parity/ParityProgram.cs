using System.Globalization;

namespace Unrolled.Parity;

/// <summary>
/// <c>dotnet run --project tests/Unrolled.Parity -- FOLDER</c>: computes every case of the folder with the equations
/// and with the layers and prints, a line for each, the errors of outputs and gradients against the recorded ones.
/// </summary>
internal static class ParityProgram
{
    internal const int AllWithinTolerance = 0;
    internal const int SomethingDiffers = 1;
    internal const int CannotStart = 2;

    internal static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Count != 1)
        {
            errors.WriteLine(
                "One argument is expected: a folder in the format of data/torchsharp-reference/README.md.");
            return CannotStart;
        }

        try
        {
            return Compare(ReferenceFolder.Read(arguments[0]), output);
        }
        catch (Exception unreadable) when (unreadable is ReferenceFolderException or SafetensorsException)
        {
            errors.WriteLine(unreadable.Message);
            return CannotStart;
        }
    }

    private static int Compare(IReadOnlyList<ReferenceCase> cases, TextWriter output)
    {
        int failed = 0;
        output.WriteLine($"{"",4} {"case",-40} {"by",-9} {"outputs",9} {"gradients",9}");
        foreach (ReferenceCase recorded in cases)
        {
            bool within = true;
            foreach (Implementation implementation in Implementation.All.Where(one => one.Has(recorded)))
            {
                CaseReport report = CaseReport.Of(recorded, implementation);
                within &= report.IsWithinTolerance;
                output.WriteLine(Line(report));
            }

            failed += within ? 0 : 1;
        }

        output.WriteLine(failed == 0
            ? $"{cases.Count} cases, all within tolerance."
            : $"{failed} of {cases.Count} cases are not within tolerance.");
        return failed == 0 ? AllWithinTolerance : SomethingDiffers;
    }

    private static string Line(CaseReport report) =>
        ($"{(report.IsWithinTolerance ? "ok" : "FAIL"),-4} {report.Case,-40} {report.By,-9} "
            + $"{Error(report.Outputs),9} {Error(report.Gradients),9} {report.Problem}").TrimEnd();

    private static string Error(double? error) => error?.ToString("0.0e+00", CultureInfo.InvariantCulture) ?? "-";
}
