namespace Unrolled.Charts.Display;

/// <summary>Writes drawings and tables as text, for .NET Interactive.</summary>
internal sealed class PlainTextFormatter
{
    public const string Plain = "text/plain";

    public string MimeType => Plain;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not (Drawing or Table))
            return false;
        writer.Write(instance.ToString());
        return true;
    }
}
