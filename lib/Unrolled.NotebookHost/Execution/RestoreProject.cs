using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The project that NuGet restores for a notebook: nothing but its packages, and closed to all build settings
/// in the folders around it. NuGet's own configuration is the notebook folder's and the user's.
/// </summary>
internal static class RestoreProject
{
    /// <summary>The project's file name.</summary>
    public const string FileName = "notebook.csproj";

    /// <summary>Writes the project.</summary>
    public static void Write(
        string directory, string configurationDirectory, IEnumerable<PackageRequest> packages,
        IEnumerable<string> sources)
    {
        var project = new XElement("Project",
            new XElement("PropertyGroup",
                new XElement("ImportDirectoryBuildProps", false),
                new XElement("ImportDirectoryBuildTargets", false),
                new XElement("ImportDirectoryPackagesProps", false)),
            Import("Sdk.props"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", "net10.0"),
                new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
                new XElement("SelfContained", false),
                new XElement("UseAppHost", false),
                new XElement("EnableDefaultItems", false),
                new XElement("ManagePackageVersionsCentrally", false),
                new XElement("RestorePackagesWithLockFile", false),
                new XElement("RestoreRootConfigDirectory", configurationDirectory),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources)),
                new XElement("NuGetAudit", false),

                // NU1601 … NU1603: NuGet took another version than the requested one.
                new XElement("WarningsAsErrors", "NU1601;NU1602;NU1603")),
            new XElement("ItemGroup",
                packages.Select(package => new XElement("PackageReference",
                    new XAttribute("Include", package.Id),
                    new XAttribute("Version", package.Version)))),
            Import("Sdk.targets"));
        project.Save(Path.Combine(directory, FileName));
    }

    private static XElement Import(string file) =>
        new("Import", new XAttribute("Project", file), new XAttribute("Sdk", "Microsoft.NET.Sdk"));
}
