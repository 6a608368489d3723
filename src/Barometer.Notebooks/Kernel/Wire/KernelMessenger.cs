using System.Text;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>Says what the kernel has to say: answers to a request, and news for all front ends.</summary>
internal sealed class KernelMessenger(KernelSockets sockets, MessageCodec codec)
{
    private readonly Lock _order = new();

    /// <summary>Tells all front ends.</summary>
    /// <param name="type">The type of the message.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cause">The request that led to it, or null.</param>
    public void Publish(string type, JsonObject content, JupyterMessage? cause) =>
        Send(JupyterChannel.Publish, [Encoding.UTF8.GetBytes($"kernel.{type}")], type, content, cause);

    /// <summary>Tells all front ends what the kernel is about: starting, busy or idle.</summary>
    public void PublishStatus(string state, JupyterMessage? cause) =>
        Publish("status", new JsonObject { ["execution_state"] = state }, cause);

    /// <summary>Answers the request.</summary>
    public void Reply(JupyterMessage request, JsonObject content) => Send(
        request.Channel, request.Identities, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request);

    private void Send(JupyterChannel channel, IReadOnlyList<byte[]> identities, string type, JsonObject content, JupyterMessage? cause)
    {
        // Sent in the order of their dates.
        lock (_order)
        {
            sockets.Send(channel, codec.Write(identities, type, content, cause?.Header));
        }
    }
}
