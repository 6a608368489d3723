using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Requests;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    /// <summary>The answer to <c>kernel_info_request</c>. The language is told in the words that our notebooks store.</summary>
    public static JsonObject Describe()
    {
        var version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);
        return new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = MessageWriter.Version,
            ["implementation"] = "barometer",
            ["implementation_version"] = version,
            ["language_info"] = new JsonObject
            {
                ["file_extension"] = ".cs",
                ["mimetype"] = "text/x-csharp",
                ["name"] = "C#",
                ["pygments_lexer"] = "csharp",
                ["version"] = "13.0",
            },
            ["banner"] = $"Barometer.Notebooks {version}: C# 13 on .NET {Environment.Version}",
            ["debugger"] = false,
            ["help_links"] = new JsonArray(),
        };
    }
}
