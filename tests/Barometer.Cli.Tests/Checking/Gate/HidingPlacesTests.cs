using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>What tools and authors leave in a notebook's file apart from outputs.</summary>
public sealed class HidingPlacesTests(ReproducedClone reproduced) : IDisposable
{
    private const string Notebook = "notebooks/01-first.ipynb";
    private readonly Planted _planted = new(reproduced.Clone);

    public void Dispose() => _planted.Dispose();

    [Fact]
    public void Gate_WidgetsInTheMetadata_Stops() => _planted
        .Change(root => root["metadata"]!["widgets"] = new JsonObject { ["state"] = new JsonObject { ["value"] = 1377 } })
        .IsStopped(Notebook, "metadata", "1377");

    [Theory]
    [InlineData("a text that is too long for the name of a language: 1377")]
    [InlineData(1377)]
    public void Gate_ValueInKnownMetadata_Stops(object value) => _planted
        .Change(root => root["metadata"]!["kernelspec"]!["display_name"] = value is int number ? number : (string)value)
        .IsStopped(Notebook, "metadata", "1377");

    [Theory]
    [InlineData("outputs", "{\"n\":1377}")]
    [InlineData("outputs", "[1377]")]
    [InlineData("outputs", "[{\"output_type\":\"display_data\",\"data\":\"1377\"}]")]
    [InlineData("outputs", "[{\"output_type\":\"display_data\",\"data\":[1377]}]")]
    [InlineData("outputs", "[{\"output_type\":\"display_data\",\"data\":{},\"metadata\":[1377]}]")]
    [InlineData("outputs", "[{\"output_type\":\"update_display_data\",\"data\":{\"text/plain\":\"1377\"}}]")]
    [InlineData("metadata", "[\"1377\"]")]
    [InlineData("attachments", "\"1377\"")]
    [InlineData("id", "\"n = 1377\"")]
    public void Gate_PartThatIsNotOfNbformat_Stops(string part, string json)
    {
        _planted.Change(root => root.Cell("c2")[part] = JsonNode.Parse(json));

        var fault = Assert.Single(_planted.Faults);
        Assert.StartsWith(Notebook, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("1377", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_NotebookInAFolderBelow_Stops()
    {
        Directory.CreateDirectory(_planted.Clone["notebooks/old"]);
        File.WriteAllText(_planted.Clone["notebooks/old/a.ipynb"], NotebookText.Write(new JsonObject
        {
            ["cells"] = new JsonArray(NotebookText.Code("c1", "1", new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = "1377" })),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }));

        Assert.Equal(
            ["notebooks/old/a.ipynb, cell c1: text on stdout is printed", "notebooks/old/a.ipynb: a file of that name has no place there"],
            _planted.Faults.Select(fault => string.Join(':', fault.Split(':').Take(2))));
    }

    [Fact]
    public void Gate_KeyBesideTheCells_Stops() => _planted.Change(root => root["n"] = 1377).IsStopped(Notebook, "metadata", "1377");

    [Fact]
    public void Gate_MetadataOfACell_Stops() => _planted
        .Change(root => root.Cell("c2")["metadata"] = new JsonObject { ["result"] = "1377" }).IsStopped(Notebook + ", cell c2", "metadata", "1377");

    [Fact]
    public void Gate_MetadataOfAnOutput_Stops() => _planted
        .Change(root => root.Cell("c2")["outputs"]![0]!["metadata"] = new JsonObject { ["n"] = 1377 }).IsStopped(Notebook + ", cell c2", "carries metadata", "1377");

    [Theory]
    [InlineData("width")]
    [InlineData("unconfined")]
    public void Gate_SizeThatIsNotThePicturesOwn_Stops(string name) => _planted
        .Change(root => root.Cell("c4")["outputs"]![0]!["metadata"]!["image/png"]![name] = 1377).IsStopped(Notebook + ", cell c4", "carries metadata", "1377");

    [Fact]
    public void Gate_AttachmentOfAText_Stops() => _planted
        .Change(root => root.Cell("takeaway")["attachments"] = new JsonObject { ["1377.png"] = new JsonObject { ["image/png"] = "iVBORw0KGgo=" } })
        .IsStopped(Notebook + ", cell takeaway", "an attachment", "1377");

    [Theory]
    [InlineData("Se ![](data:image/png;base64,iVBORw0KGgo1377).", "a link leads to")]
    [InlineData("Dette.\n\n<!-- n = 1377 -->", "a number")]
    [InlineData("Dette. <!--\nvar x = 1377;\n-->", "a number")]
    public void Gate_DataInAText_Stops(string text, string kind) => _planted
        .Change(root => root.Cell("takeaway")["source"] = text).IsStopped(Notebook + ", cell takeaway", kind, "1377");

    [Fact]
    public void Gate_MarkAfterANumber_IsLetThrough()
    {
        _planted.Change(root => root.Cell("takeaway")["source"] = "85<!-- NOS18-INN-A:0 --> prosent svarte ja. <!-- en merknad -->");

        Assert.Empty(_planted.Faults);
    }

    [Fact]
    public void Gate_RawCell_Stops() => _planted
        .Change(root => ((JsonArray)root["cells"]!).Add((JsonNode)new JsonObject
        {
            ["cell_type"] = "raw",
            ["id"] = "left",
            ["metadata"] = new JsonObject(),
            ["source"] = "1377",
        }))
        .IsStopped(Notebook + ", cell left", "raw cell", "1377");

    [Theory]
    [InlineData("{ \"cells\": [ 1377")]
    [InlineData("[1377]")]
    [InlineData("{ \"cells\": [], \"cells\": [1377] }")]
    [InlineData("{ \"cells\": [1377], \"metadata\": {} }")]
    public void Gate_FileThatIsNoNotebook_Stops(string text)
    {
        File.WriteAllText(_planted.Clone[Notebook], text);

        Assert.Equal($"{Notebook}: the notebook can't be read, so nothing is known of what it shows", Assert.Single(_planted.Faults));
    }
}
