using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace Unrolled;

/// <summary>
/// The registration of drawings and tables with ClrKernel, where that kernel is loaded. Its registry,
/// <c>ClrKernel.Core.Primitives.DisplayFormatters</c>, knows formatters from one display type to another, and all
/// values of libraries arrive as <c>DisplayObject</c>. So this formatter takes them all, and passes every other value
/// on to the formatter that would have had it.
/// </summary>
internal sealed class ClrKernelDisplay
{
    private const string Primitives = "ClrKernel.Core.Primitives.";

    private readonly PropertyInfo value;
    private readonly ConstructorInfo html;
    private readonly Delegate fallback;

    private ClrKernelDisplay(PropertyInfo value, ConstructorInfo html, Delegate fallback)
    {
        this.value = value;
        this.html = html;
        this.fallback = fallback;
    }

    /// <summary>
    /// Registers the formatter; does nothing in other kernels, or where the registry has another form.
    /// </summary>
    public static void Register()
    {
        try
        {
            Assembly? kernel = AppDomain.CurrentDomain.GetAssemblies()
                .FirstOrDefault(assembly => assembly.GetType(Primitives + "DisplayFormatters") is not null);
            if (kernel is not null)
                Register(kernel);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // A kernel with another registry shows the text of a figure, and the cell goes on.
        }
    }

    /// <summary>The HTML of a drawing or table; for every other value the result of the replaced formatter.</summary>
    public object? Format(object displayObject) => value.GetValue(displayObject) is IShown shown
        ? html.Invoke([shown.ToHtml()])
        : fallback.DynamicInvoke(displayObject);

    private static void Register(Assembly kernel)
    {
        Type registry = kernel.GetType(Primitives + "DisplayFormatters", throwOnError: true)!;
        Type input = kernel.GetType(Primitives + "DisplayObject", throwOnError: true)!;
        Type output = kernel.GetType(Primitives + "DisplayHtml", throwOnError: true)!;
        if (Existing(registry, input, output) is not { } fallback)
            return;
        var display = new ClrKernelDisplay(
            input.GetProperty("Value")!, output.GetConstructor([typeof(string)])!, fallback);
        MethodInfo register = registry.GetMethods()
            .Single(method => method is { Name: "Register", IsGenericMethod: false });
        register.Invoke(null, [input, output, display.As(register.GetParameters()[2].ParameterType)]);
    }

    // The newest registration wins, so the last that fits is the one to replace.
    private static Delegate? Existing(Type registry, Type input, Type output)
    {
        Delegate? newest = null;
        foreach (object formatter in (IEnumerable)registry.GetProperty("Formatters")!.GetValue(null)!)
        {
            Type type = formatter.GetType();
            bool fits = ((Type)type.GetProperty("InputType")!.GetValue(formatter)!).IsAssignableFrom(input)
                && (Type)type.GetProperty("OutputType")!.GetValue(formatter)! == output;
            newest = fits ? (Delegate)type.GetProperty("Format")!.GetValue(formatter)! : newest;
        }

        return newest;
    }

    private Delegate As(Type function)
    {
        MethodInfo invoke = function.GetMethod("Invoke")!;
        ParameterExpression argument = Expression.Parameter(invoke.GetParameters()[0].ParameterType);
        MethodCallExpression call = Expression.Call(Expression.Constant(this), nameof(Format), null, argument);
        return Expression.Lambda(function, Expression.Convert(call, invoke.ReturnType), argument).Compile();
    }
}
