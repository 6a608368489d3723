using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>Where a front end wants its kernel to listen, and the key that both sign with.</summary>
/// <param name="Address">The address of the network interface.</param>
/// <param name="Shell">The port of requests.</param>
/// <param name="Control">The port of requests that don't wait.</param>
/// <param name="Publish">The port of what everybody hears.</param>
/// <param name="Input">The port of answers to the kernel's questions.</param>
/// <param name="Heartbeat">The port that sends back what it is sent.</param>
/// <param name="Key">The key that messages are signed with.</param>
internal sealed record ConnectionFile(IPAddress Address, int Shell, int Control, int Publish, int Input, int Heartbeat, string Key)
{
    /// <summary>Whether only programs on this machine can reach the kernel.</summary>
    public bool IsLocal => IPAddress.IsLoopback(Address);

    /// <summary>Reads the file that a front end wrote.</summary>
    /// <exception cref="NotebookException">It can't be read, lacks something, or asks for what this kernel doesn't have.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException(new NotebookProblem("The connection file can't be read", path, "a file that exists and may be read", exception.GetType().Name), exception);
        }
    }

    /// <summary>Reads a connection file's text; <paramref name="name"/> stands for the file in messages.</summary>
    /// <exception cref="NotebookException">It lacks something, or asks for what this kernel doesn't have.</exception>
    public static ConnectionFile Parse(string json, string name = "connection file")
    {
        try
        {
            var root = JsonNode.Parse(json) as JsonObject ?? throw Fault(name, "a JSON object");
            Require(name, root, "transport", "tcp");
            Require(name, root, "signature_scheme", "hmac-sha256");
            return new ConnectionFile(
                AddressOf(name, root),
                Port(name, root, "shell_port"),
                Port(name, root, "control_port"),
                Port(name, root, "iopub_port"),
                Port(name, root, "stdin_port"),
                Port(name, root, "hb_port"),
                root["key"]?.GetValue<string>() is { Length: > 0 } key ? key : throw Fault(name, "a key: without one everybody on this machine could run code"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new NotebookException(new NotebookProblem("The connection file isn't valid", name, "JSON as Jupyter writes it"), exception);
        }
    }

    private static IPAddress AddressOf(string name, JsonObject root) => root["ip"]?.GetValue<string>() switch
    {
        null or "localhost" => IPAddress.Loopback,
        var text when IPAddress.TryParse(text, out var address) => address,
        _ => throw Fault(name, "ip: an address"),
    };

    private static int Port(string name, JsonObject root, string member) => root[member]?.GetValue<int>() is >= 0 and <= ushort.MaxValue and var port
        ? port
        : throw Fault(name, $"{member}: the number of a port");

    private static void Require(string name, JsonObject root, string member, string value)
    {
        if ((root[member]?.GetValue<string>() ?? value) != value)
        {
            throw Fault(name, $"{member}: {value}");
        }
    }

    private static NotebookException Fault(string name, string expected) =>
        new(new NotebookProblem("The connection file isn't valid", name, expected));
}
