using System.Text;

namespace Barometer.Notebooks.Tests.Documents;

public class NotebookDocumentTests(Sandbox sandbox)
{
    // Shaped like what VS Code and Jupyter write, with what this host doesn't know in every place that can hold it.
    private const string Foreign = """
        {
         "cells": [
          {
           "attachments": {
            "bilde.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "cell_type": "markdown",
           "id": "tittel",
           "metadata": {
            "slideshow": {
             "slide_type": "slide"
            },
            "æøå \"sitat\" \\": "ja"
           },
           "source": [
            "# Æøå\n",
            "85,3 prosent av 1 234 😀 \u2028 \u0007 <b>&'+</b>"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "3f2b-a1_",
           "metadata": {
            "execution": {
             "iopub.execute_input": "2024-01-01T00:00:00Z"
            },
            "tall": [
             1.0,
             1e5,
             -0,
             12345678901234567890.123
            ],
            "tom": {},
            "tomme": []
           },
           "outputs": [
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "z": 1.50,
               "a": null
              },
              "image/png": "iVBORw0KGgo=\n",
              "text/html": "<script>1</script>",
              "text/plain": [
               "to\n",
               "linjer"
              ]
             },
             "execution_count": 7,
             "metadata": {
              "ukjent": true
             },
             "output_type": "execute_result"
            },
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "\u001b[31mrød\u001b[0m\n"
             ]
            }
           ],
           "source": []
          },
          {
           "cell_type": "raw",
           "id": "r",
           "metadata": {},
           "source": [
            "rå"
           ]
          }
         ],
         "metadata": {
          "language_info": {
           "name": "C#"
          },
          "zzz": {
           "b": 1,
           "a": 2
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5,
         "ukjent": "øverst"
        }

        """;

    [Fact]
    public void Write_AfterReadOfAnotherToolsFile_ChangesNoByte()
    {
        var path = Path.Combine(sandbox.NewFolder(), "foreign.ipynb");
        File.WriteAllText(path, Foreign, new UTF8Encoding(false));
        var before = File.ReadAllBytes(path);
        var copy = path + ".copy.ipynb";

        NotebookDocument.Read(path).Write(copy);

        Assert.Equal(before, File.ReadAllBytes(copy));
        Assert.Equal([path, copy], Directory.GetFiles(Path.GetDirectoryName(path)!).Order());
    }

    [Fact]
    public void Write_SameContent_LeavesTheFileAlone()
    {
        var path = Path.Combine(sandbox.NewFolder(), "same.ipynb");
        File.WriteAllText(path, Foreign);
        var longAgo = new DateTime(2018, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, longAgo);

        NotebookDocument.Read(path).Write(path);

        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void Parse_AnotherToolsFile_FindsCells()
    {
        var document = NotebookDocument.Parse(Foreign);

        Assert.Equal("C#", document.Language);
        Assert.Equal(["tittel", "3f2b-a1_", "r"], document.Cells.Select(cell => cell.Id));
        Assert.Equal([null, 1, null], document.Cells.Select(cell => cell.Number));
        Assert.Equal("# Æøå\n85,3 prosent av 1 234 😀 \u2028 \a <b>&'+</b>", document.Cells[0].Source);
        Assert.False(document.Cells[1].IsRunnable);
    }

    [Fact]
    public void WithOutputs_ReplacesOutputsOnly()
    {
        var document = NotebookDocument.Parse(Foreign);

        var json = document.WithOutputs(new Dictionary<string, System.Text.Json.Nodes.JsonArray>()).ToJson();

        Assert.DoesNotContain("plotly", json, StringComparison.Ordinal);
        Assert.Contains("\"tall\": [\n     1.0,\n     1e5,\n     -0,\n     12345678901234567890.123\n", json, StringComparison.Ordinal);
        Assert.Contains("\"execution_count\": null", json, StringComparison.Ordinal);
        Assert.Contains("\"outputs\": []", json, StringComparison.Ordinal);
        Assert.Contains("plotly", document.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OlderFile_IsLiftedTo45()
    {
        const string Old = """
            {"nbformat":4,"nbformat_minor":2,"metadata":{},"cells":[{"cell_type":"code","source":"var a = 1;\na","metadata":{},"outputs":[],"execution_count":null}]}
            """;

        var json = NotebookDocument.Parse(Old).ToJson();

        Assert.Equal("cell-1", NotebookDocument.Parse(json).Cells[0].Id);
        Assert.Contains("\"nbformat_minor\": 5", json, StringComparison.Ordinal);
        Assert.Contains("\"source\": [\n    \"var a = 1;\\n\",\n    \"a\"\n   ]", json, StringComparison.Ordinal);
        Assert.Equal(json, NotebookDocument.Parse(json).ToJson());
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\n<<<<<<< HEAD\n}", "line 2")]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"nbformat":3,"worksheets":[]}""", "nbformat 3")]
    [InlineData("""{"cells":[]}""", "no version")]
    [InlineData("""{"nbformat":4,"cells":{}}""", "an object")]
    [InlineData("""{"nbformat":4,"cells":[1]}""", "the 1. cell")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"heading","source":""}]}""", "cell_type")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":[1]}]}""", "source")]
    [InlineData("""{"nbformat":4,"cells":[{"id":"a","cell_type":"code","source":""},{"id":"a","cell_type":"code","source":""}]}""", "unique")]
    [InlineData("""{"nbformat":4,"nbformat":4,"cells":[]}""", "stands twice")]
    public void Parse_Unreadable_SaysWhatAndWhere(string json, string told)
    {
        var thrown = Assert.Throws<NotebookException>(() => NotebookDocument.Parse(json, "bad.ipynb"));

        Assert.Contains("bad.ipynb", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(told, thrown.Message, StringComparison.Ordinal);
        Assert.NotNull(thrown.Problem.Expected);
    }

    [Fact]
    public void Read_NoFile_SaysWhich()
    {
        var thrown = Assert.Throws<NotebookException>(() => NotebookDocument.Read(Path.Combine(sandbox.Folder, "none.ipynb")));

        Assert.EndsWith("none.ipynb", thrown.Problem.Where, StringComparison.Ordinal);
    }
}
