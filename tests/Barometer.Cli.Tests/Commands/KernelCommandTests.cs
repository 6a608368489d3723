namespace Barometer.Cli.Tests.Commands;

public class KernelCommandTests
{
    [Fact]
    public async Task Install_ForTheRepository_IsRemovedAgain()
    {
        using var clone = Clone.With();

        (await Tool.RunAsync(clone, "kernel", "install", "--repository", "--force")).Succeeded();
        var spec = Path.Combine(clone.Root, ".jupyter", "kernels", ".net-csharp", "kernel.json");
        var text = File.ReadAllText(spec);
        var removed = (await Tool.RunAsync(clone, "kernel", "uninstall", "--repository")).Succeeded();

        Assert.Contains("barometer.dll", text, StringComparison.Ordinal);
        Assert.StartsWith("Removed: ", removed.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(spec));
    }

    [Fact]
    public async Task Run_AddressThatOthersReach_IsRefused()
    {
        using var clone = Clone.With();
        var file = Path.Combine(clone.Root, "connection.json");
        File.WriteAllText(file, """{"transport":"tcp","ip":"0.0.0.0","shell_port":0,"control_port":0,"iopub_port":0,"stdin_port":0,"hb_port":0,"key":"k","signature_scheme":"hmac-sha256"}""");

        var run = (await Tool.RunAsync(clone, "kernel", "run", "--connection-file", file)).Ended(ExitCode.Failure);

        Assert.Contains("this machine only", run.Error, StringComparison.Ordinal);
    }
}
