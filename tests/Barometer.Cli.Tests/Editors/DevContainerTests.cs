using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Evidence.Tests.Pack;

namespace Barometer.Cli.Tests.Editors;

/// <summary>The dev container's description, by the schema of its specification (README.md beside this file). Its command is run by scripts/clean-root.sh.</summary>
public class DevContainerTests
{
    private static readonly string Path = System.IO.Path.Combine(Clone.Original, ".devcontainer", "devcontainer.json");

    [Fact]
    public void Description_FollowsItsSchema() => Assert.Empty(Faults(File.ReadAllText(Path)));

    [Theory]
    [InlineData("image", 5)]
    [InlineData("image", null)]
    [InlineData("postCreateComand", "dotnet build")]
    [InlineData("forwardPorts", 8888)]
    public void Description_WithAFault_DoesNotFollowIt(string member, object? value)
    {
        var description = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        description.Remove(member);
        if (value is not null)
        {
            description[member] = JsonSerializer.SerializeToNode(value);
        }

        Assert.NotEmpty(Faults(description.ToJsonString()));
    }

    [Fact]
    public void Extensions_OfTheContainerAndOfTheFolder_AreTheSame()
    {
        var folder = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Clone.Original, ".vscode", "extensions.json")), documentOptions: Comments)!;

        Assert.Equal(
            folder["recommendations"]!.ToJsonString(),
            JsonNode.Parse(File.ReadAllText(Path))!["customizations"]!["vscode"]!["extensions"]!.ToJsonString());
    }

    private static JsonDocumentOptions Comments => new() { CommentHandling = JsonCommentHandling.Skip };

    private static string[] Faults(string description)
    {
        using var file = typeof(DevContainerTests).Assembly.GetManifestResourceStream("devContainer.base.schema.json")!;
        using var schema = JsonDocument.Parse(file);
        using var value = JsonDocument.Parse(description);
        return [.. new JsonSchema(schema.RootElement).Faults(value.RootElement)];
    }
}
