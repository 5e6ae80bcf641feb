using System.CommandLine;
using Unrolled.NotebookHost.Jupyter;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled jupyter</c>: C# in Jupyter's notebooks.</summary>
internal sealed class JupyterCommand
{
    private readonly Option<string> name = new("--name") { Description = "Under this name alone.", HelpName = "NAME" };
    private readonly Option<bool> user = new("--user") { Description = "For the current user: the default." };
    private readonly Option<string> prefix = new("--prefix")
    {
        Description = "In DIR/share/jupyter, such as a virtual environment's folder, instead of for the user.",
        HelpName = "DIR",
    };

    private readonly Option<string> python = new("--python")
    {
        Description = "The Python that has ipykernel. The first one on the path by default.",
        HelpName = "PATH",
    };

    private JupyterCommand()
    {
    }

    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new("jupyter", "Installs the C# kernel for Jupyter.")
    {
        new JupyterCommand().Install(),
        new JupyterCommand().Uninstall(),
        Serve(),
    };

    private Command Install()
    {
        Option<bool> force = new("--force") { Description = "Replace another kernel of that name." };
        Command command = new(
            "install",
            $"Installs the kernel as {KernelInstaller.OwnName}, and as {KernelInstaller.CommonName} when no other "
            + "kernel has that name. "
            + "It is a copy of its own, which stays when this folder goes.")
        {
            name, user, prefix, python, force,
        };
        AddTo(command, (installer, parsed) =>
        {
            if (parsed.GetValue(name) is { } one)
                installer.InstallOne(one, parsed.GetValue(force));
            else
                installer.InstallAll(parsed.GetValue(force));
        });
        return command;
    }

    private Command Uninstall()
    {
        Command command = new("uninstall", "Removes the kernel. Other kernels are left alone.")
        {
            name,
            user,
            prefix,
            python,
        };
        AddTo(command, (installer, parsed) => installer.Uninstall(
            parsed.GetValue(name) is { } one ? [one] : [KernelInstaller.OwnName, KernelInstaller.CommonName]));
        return command;
    }

    private void AddTo(Command command, Action<KernelInstaller, ParseResult> action)
    {
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null)
                result.AddError("--user and --prefix exclude each other.");
        });
        command.SetAction(parsed => action(
            new KernelInstaller(
                JupyterPython.Find(parsed.GetValue(python)), parsed.GetValue(prefix),
                parsed.InvocationConfiguration.Output),
            parsed));
    }

    // Started by the installed kernel. Hidden, because no user types it.
    private static Command Serve()
    {
        Command command = new("serve", "Runs a notebook's cells for Jupyter.") { Hidden = true };
        command.SetAction((_, _) => KernelServer.RunAsync(Environment.CurrentDirectory));
        return command;
    }
}
