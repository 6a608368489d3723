using System.Globalization;
using System.Text;
using static Barometer.Evidence.Text.Markup;

namespace Barometer.Evidence.Figures;

/// <summary>
/// Writes a figure as HTML: the picture itself inside, the alternative text on it, and its numbers as a table to unfold.
/// Nothing is fetched and nothing runs.
/// </summary>
internal static class FigureHtml
{
    /// <summary>Picture, caption and numbers in one.</summary>
    public static string Write(Figure figure, byte[] png)
    {
        var description = figure.Description;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<figure lang=\"{Tag(description.Language)}\" style=\"margin:0\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<img src=\"data:image/png;base64,{Convert.ToBase64String(png)}\" ");
        html.Append(CultureInfo.InvariantCulture, $"alt=\"{Encode(description.AltText)}\" width=\"{StaticFigure.Width}\" style=\"max-width:100%;height:auto\"/>\n");
        html.Append(CultureInfo.InvariantCulture, $"<figcaption>\n{Caption(description)}{Numbers(figure)}</figcaption>\n</figure>");
        return html.ToString();
    }

    /// <summary>What stands under a picture shown apart: the caption where the picture has no title, and the numbers.</summary>
    public static string UnderPicture(Figure figure) =>
        $"<div lang=\"{Tag(figure.Description.Language)}\">\n{Caption(figure.Description)}{Numbers(figure)}</div>";

    private static string Caption(FigureDescription figure) => !figure.HasTitle
        ? $"<p><strong>{Encode(figure.Title)}</strong></p>\n"
        : "";

    private static string Numbers(Figure figure) =>
        $"<details>\n<summary>{Encode(Wording.ShowTable.In(figure.Description.Language))}</summary>\n{figure.Numbers.ToHtml()}\n</details>\n";
}
