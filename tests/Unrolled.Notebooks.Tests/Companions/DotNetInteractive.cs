// The declarations of Microsoft.DotNet.Interactive 1.0.0-beta.26120.1 that notebook 12d uses: its signatures, without its
// code and without the optional parameters that the notebook leaves out. Nothing here can be executed.
#nullable enable

using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting
{
    public static class Formatter
    {
        public static void Register<T>(Func<T, string> formatter, string mimeType = "text/plain") => throw null!;

        public static string ToDisplayString(this object obj, string mimeType = "text/plain") => throw null!;
    }

    public static class DisplayExtensions
    {
        public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => throw null!;
    }

    public class DisplayedValue
    {
        public void Update(object updatedValue) => throw null!;
    }

    public class FormattedValue
    {
        public static FormattedValue CreateSingleFromObject(object value, string? mimeType = null) => throw null!;
    }
}

namespace Microsoft.DotNet.Interactive.Commands
{
    public abstract class KernelCommand;

    public class SendValue(string name, object value, FormattedValue? formattedValue = null) : KernelCommand
    {
        public string Name { get; } = name;

        public object Value { get; } = value;

        public FormattedValue? FormattedValue { get; } = formattedValue;
    }

    public class SubmitCode(string code) : KernelCommand
    {
        public string Code { get; } = code;
    }

    public class RequestValue(string name) : KernelCommand
    {
        public string Name { get; } = name;
    }
}

namespace Microsoft.DotNet.Interactive.Events
{
    public abstract class KernelEvent;

    public class ValueProduced : KernelEvent
    {
        public object Value => throw null!;
    }
}

namespace Microsoft.DotNet.Interactive
{
    public class KernelCommandResult
    {
        public IReadOnlyList<KernelEvent> Events => throw null!;
    }

    public abstract class Kernel
    {
        public static Kernel Root => throw null!;

        public Task<KernelCommandResult> SendAsync(KernelCommand command) => throw null!;
    }

    public static class KernelExtensions
    {
        public static Kernel FindKernelByName(this Kernel kernel, string name) => throw null!;
    }
}
