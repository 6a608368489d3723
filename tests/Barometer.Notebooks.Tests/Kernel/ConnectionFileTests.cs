using System.Net;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>What a front end may ask for when it starts a kernel.</summary>
public class ConnectionFileTests
{
    private const string Good = """
        {"transport":"tcp","ip":"127.0.0.1","shell_port":1,"control_port":2,"iopub_port":3,"stdin_port":4,"hb_port":5,"key":"k","signature_scheme":"hmac-sha256","kernel_name":"x"}
        """;

    [Fact]
    public void Parse_AsJupyterWritesIt_ReadsEverything() =>
        Assert.Equal(new ConnectionFile(IPAddress.Loopback, 1, 2, 3, 4, 5, "k"), ConnectionFile.Parse(Good));

    [Theory]
    [InlineData("\"k\"", "\"\"", "a key")]
    [InlineData("\"tcp\"", "\"ipc\"", "transport: tcp")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme: hmac-sha256")]
    [InlineData("\"shell_port\":1", "\"shell_port\":70000", "shell_port")]
    [InlineData("\"shell_port\":1,", "", "shell_port")]
    [InlineData("\"hb_port\":5", "\"hb_port\":\"5\"", "JSON as Jupyter writes it")]
    [InlineData("127.0.0.1", "*", "ip: an address")]
    [InlineData("{", "", "JSON as Jupyter writes it")]
    public void Parse_Amiss_TellsWhatIsExpected(string part, string instead, string expected)
    {
        var exception = Assert.Throws<NotebookException>(() => ConnectionFile.Parse(Good.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_AddressThatOthersReach_IsRefused()
    {
        var open = new ConnectionFile(IPAddress.Any, 0, 0, 0, 0, 0, "k");

        Assert.Contains("this machine only", Assert.Throws<NotebookException>(() => new JupyterKernel(open)).Message, StringComparison.Ordinal);
    }
}
