using System.Text;
using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>What an honest mistake leaves behind: each is stopped, by a message that doesn't repeat it.</summary>
public sealed class PlantedLeaksTests(ReproducedClone reproduced) : IDisposable
{
    private const string InC2 = "notebooks/01-first.ipynb, cell c2";
    private const string InC4 = "notebooks/01-first.ipynb, cell c4";
    private readonly Planted _planted = new(reproduced.Clone);

    public void Dispose() => _planted.Dispose();

    [Fact]
    public void Gate_ReproducedNotebooks_LetsEverythingThrough() => Assert.Empty(_planted.Faults);

    [Fact]
    public void Gate_PreviewOfADataFrame_Stops() => _planted
        .Shown("text/html", "<table><thead><tr><th>unit_id</th><th>innovated</th></tr></thead><tbody><tr><td>W0003</td><td>yes</td></tr></tbody></table>")
        .IsStopped(InC2, "HTML with a table", "W0003", "innovated");

    [Fact]
    public void Gate_ExceptionWithAValue_Stops() => _planted
        .Output(new JsonObject
        {
            ["ename"] = "FormatException",
            ["evalue"] = "«417» is no number",
            ["output_type"] = "error",
            ["traceback"] = new JsonArray("FormatException: «417» is no number"),
        })
        .IsStopped(InC2, "an error and its trace", "417");

    [Theory]
    [InlineData("stdout", "Sum: 13417\n")]
    [InlineData("stderr", "Sum: 13417\n")]
    [InlineData("stdout", "3334 3137\n")]
    public void Gate_PrintedTotal_Stops(string channel, string text) => _planted
        .Output(new JsonObject { ["name"] = channel, ["output_type"] = "stream", ["text"] = new JsonArray(text) })
        .IsStopped(InC2, $"text on {channel}", "13417", "3334");

    [Theory]
    [InlineData("text/plain", "85 % (n = 13)", "plain text")]
    [InlineData("text/plain", "ODUgJSAobiA9IDEzKQ==", "plain text")]
    [InlineData("text/html", "<div>" + Exploration.Warning + "</div>85 % (n = 13)", "what exploring showed")]
    [InlineData("text/markdown", "85 % (n = 13)", "markdown")]
    [InlineData("text/csv", "innovated,n\nyes,13", "CSV")]
    [InlineData("application/json", "{\"n\":13}", "JSON")]
    [InlineData("application/vnd.jupyter.widget-view+json", "{\"n\":13}", "JSON of an unknown type")]
    [InlineData("application/x-85-of-13", "x", "an output of an unknown type")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>85 % (n = 13)</desc></svg>", "a picture (SVG)")]
    public void Gate_ValueInAnyForm_Stops(string mediaType, string text, string kind) =>
        _planted.Shown(mediaType, text).IsStopped(InC2, kind, "85", "13", "ODUg");

    [Fact]
    public void Gate_DigitsInPieces_StopsEach()
    {
        _planted.Shown("text/plain", "8").Shown("text/plain", "5");

        Assert.All(_planted.Faults, fault => Assert.StartsWith(InC2, fault, StringComparison.Ordinal));
        Assert.NotEmpty(_planted.Faults);
    }

    [Fact]
    public void Gate_HoverTextWithN_Stops() =>
        _planted.Edit("application/vnd.plotly.v1+json", json => json.Replace("\"text\":[\"", "\"text\":[\"n = 1377; ", StringComparison.Ordinal))
            .IsStopped(InC4, "chart data", "1377");

    [Fact]
    public void Gate_CommentInHtml_Stops() =>
        _planted.Edit("text/html", html => html + "<!-- 85 % of 1377 -->").IsStopped(InC4, "HTML", "1377", "85");

    [Fact]
    public void Gate_OneDigitOfATableChanged_Stops() =>
        _planted.Edit("text/html", html => html.Replace("</td>", "7</td>", StringComparison.Ordinal)).IsStopped(InC4, "HTML");

    [Fact]
    public void Gate_TextInThePicturesMetadata_Stops() => _planted
        .Edit("image/png", base64 => Convert.ToBase64String(WithText(Convert.FromBase64String(base64), "n = 1377")))
        .IsStopped(InC4, "a picture (PNG)", "1377");

    [Theory]
    [InlineData("notebooks/innovated.csv", "a file of that name has no place there")]
    [InlineData("notebooks/figures/innovated.png", "a file of that name has no place there")]
    [InlineData("docs/figures/innovated.png")]
    [InlineData("artifacts/tables/innovated.csv")]
    [InlineData("artifacts/figures/innovated.html")]
    public void Gate_FileBesideAFigure_Stops(string path, string kind = "the file carries no release")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_planted.Clone[path])!);
        File.WriteAllText(_planted.Clone[path], "agency,innovated,n\nV001,yes,13\n");

        _planted.IsStopped(path, kind, "V001", "13");
    }

    [Theory]
    [InlineData("artifacts/figures/sample-share.svg", "</svg>", "<desc>n = 1377</desc></svg>")]
    [InlineData("artifacts/tables/sample-share.html", "</table>", "</table><!-- n = 1377 -->")]
    [InlineData("artifacts/figures/sample-share-en.plotly.json", "\"type\":\"bar\"", "\"type\":\"bar\",\"n\":1377")]
    [InlineData("artifacts/site/01-first.html", "n = ", "n = 1377 ")]
    [InlineData("artifacts/tables/sample-response.csv", ",180,", ",1377,")]
    [InlineData("artifacts/notebooks/01-first.ipynb", "\"nbformat\": 4,", "\"nbformat\": 4, \"n\": 1377,")]
    public void Gate_ArtifactChangedAfterwards_Stops(string path, string old, string with)
    {
        _planted.Clone.Replace(path, old, with);

        _planted.IsStopped(path, "was changed since", "1377");
    }

    [Fact]
    public void Gate_PictureOfAnArtifactWithText_Stops()
    {
        var path = _planted.Clone["artifacts/figures/sample-share.png"];
        var changed = WithText(File.ReadAllBytes(path), "n = 1377");
        Assert.NotNull(FigureFile.DigestOf(changed));
        File.WriteAllBytes(path, changed);

        _planted.IsStopped("artifacts/figures/sample-share.png", "was changed since", "1377");
    }

    // A tEXt chunk before the last one; readers of pictures don't look at its checksum.
    private static byte[] WithText(byte[] png, string text)
    {
        byte[] data = [.. Encoding.Latin1.GetBytes("Comment"), 0, .. Encoding.Latin1.GetBytes(text)];
        return [.. png[..^12], 0, 0, 0, (byte)data.Length, .. "tEXt"u8, .. data, 0, 0, 0, 0, .. png[^12..]];
    }
}
