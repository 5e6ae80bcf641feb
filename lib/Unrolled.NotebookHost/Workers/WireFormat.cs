using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The conversion of requests and replies to JSON lines and back.</summary>
internal static class WireFormat
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1024,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheOutputs } },
    };

    public static byte[] Encode<T>(T message) => [.. JsonSerializer.SerializeToUtf8Bytes(message, Options), (byte)'\n'];

    /// <exception cref="JsonException">The line is not a message of this kind.</exception>
    public static T Decode<T>(string line) => Decode<T>(Encoding.UTF8.GetBytes(line).AsSpan());

    /// <exception cref="JsonException">The line is not a message of this kind.</exception>
    public static T Decode<T>(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("The line holds null.");
        }
        catch (NotSupportedException exception)
        {
            // An object that does not say which message it is.
            throw new JsonException(exception.Message, exception);
        }
    }

    // The output records are the engine's contract; their names on the wire are set here.
    private static void NameTheOutputs(JsonTypeInfo type)
    {
        if (type.Type == typeof(CellOutput))
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                DerivedTypes =
                {
                    new JsonDerivedType(typeof(StreamOutput), "stream"),
                    new JsonDerivedType(typeof(DisplayOutput), "display"),
                    new JsonDerivedType(typeof(ResultOutput), "result"),
                    new JsonDerivedType(typeof(ErrorOutput), "error"),
                    new JsonDerivedType(typeof(ClearOutput), "clear"),
                    new JsonDerivedType(typeof(ProgressOutput), "progress"),
                },
            };
    }
}
