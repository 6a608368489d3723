using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>What front ends find.</summary>
public class InstallerTests(Sandbox sandbox)
{
    [Fact]
    public void Install_NothingThere_AnswersToTheNameInTheNotebooks()
    {
        var kernels = sandbox.NewFolder();
        var program = Program("1");

        var installed = new KernelInstaller(program, "host.dll").Install(kernels, [], force: false);

        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(kernels, ".net-csharp", "kernel.json")))!;
        var argv = spec["argv"]!.AsArray().Select(part => (string)part!).ToArray();
        Assert.Equal(".net-csharp", installed.Name);
        Assert.Equal("message", (string?)spec["interrupt_mode"]);
        Assert.Equal(".NET (C#)", (string?)spec["display_name"]);
        Assert.True(File.Exists(argv[0]), "no dotnet");
        Assert.Equal("1", File.ReadAllText(argv[1]));
        Assert.Equal(["kernel", "run", "--connection-file", "{connection_file}"], argv[2..]);
        Assert.True(InstalledKernel.Find(kernels, ".net-csharp")!.IsOurs);
    }

    [Fact]
    public void Install_Again_ReplacesOurOwnAndKeepsOneCopy()
    {
        var kernels = sandbox.NewFolder();
        new KernelInstaller(Program("1"), "host.dll").Install(kernels, [], force: false);

        var again = new KernelInstaller(Program("2"), "host.dll").Install(kernels, [kernels], force: false);

        var copy = Assert.Single(Directory.GetDirectories(again.Folder));
        Assert.Equal("2", File.ReadAllText(Path.Combine(copy, "host.dll")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Install_AnotherHasTheName_LeavesItAlone(bool inTheSameFolder)
    {
        var kernels = sandbox.NewFolder();
        var theirs = inTheSameFolder ? kernels : sandbox.NewFolder();
        var spec = Foreign(theirs);

        var installed = new KernelInstaller(Program("1"), "host.dll").Install(kernels, [theirs], force: false);

        Assert.Equal("barometer-csharp", installed.Name);
        Assert.Equal("{\"argv\":[]}", File.ReadAllText(spec));
    }

    [Fact]
    public void Install_Forced_TakesTheName()
    {
        var kernels = sandbox.NewFolder();
        Foreign(kernels);

        Assert.Equal(".net-csharp", new KernelInstaller(Program("1"), "host.dll").Install(kernels, [], force: true).Name);
        Assert.True(InstalledKernel.Find(kernels, ".net-csharp")!.IsOurs);
    }

    [Fact]
    public void Uninstall_OursAndAnother_RemovesOursOnly()
    {
        var kernels = sandbox.NewFolder();
        var spec = Foreign(kernels);
        new KernelInstaller(Program("1"), "host.dll").Install(kernels, [], force: false);

        Assert.Equal(["barometer-csharp"], KernelInstaller.Uninstall(kernels).Select(kernel => kernel.Name));
        Assert.True(File.Exists(spec));
        Assert.Equal([".net-csharp"], InstalledKernel.FindAll(kernels).Select(kernel => kernel.Name));
        Assert.Empty(KernelInstaller.Uninstall(kernels));
    }

    private string Program(string content)
    {
        var folder = sandbox.NewFolder();
        File.WriteAllText(Path.Combine(folder, "host.dll"), content);
        File.WriteAllText(Path.Combine(folder, "host.runtimeconfig.json"), "{}");
        File.WriteAllText(Path.Combine(folder, "host.deps.json"), "{}");
        return folder;
    }

    private static string Foreign(string kernels)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(kernels, ".net-csharp")).FullName, "kernel.json");
        File.WriteAllText(path, "{\"argv\":[]}");
        return path;
    }
}
