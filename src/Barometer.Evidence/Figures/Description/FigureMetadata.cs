using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Evidence.Figures.Description;

/// <summary>What a picture file says about itself, and the digest of all it shows.</summary>
internal static class FigureMetadata
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The entries, in the order in which they are written.</summary>
    public static IReadOnlyList<(string Keyword, string Text)> Of(FigureDescription figure) =>
    [
        ("Title", figure.Title),
        ("Description", figure.AltText),
        ("Source", figure.Source),
        ("release", figure.Stamp.Id),
        ("survey", figure.Stamp.Survey),
        ("policy", figure.Stamp.PolicyVersion),
        ("synthetic", figure.Stamp.IsSynthetic ? "true" : "false"),
        ("figure-digest", Digest(figure)),
    ];

    /// <summary>
    /// A digest of all a figure says. Two machines may draw the last bits of a picture differently; the digest of what they
    /// draw is the same, so that a stale picture can be told from a redrawn one.
    /// </summary>
    /// <returns>SHA-256 of the description as JSON, in lower-case hexadecimals.</returns>
    public static string Digest(FigureDescription figure) =>
        Convert.ToHexStringLower(SHA256.HashData([.. JsonSerializer.SerializeToUtf8Bytes(Form(figure), Options), .. Chosen(figure) is { } chosen ? JsonSerializer.SerializeToUtf8Bytes(chosen, Options) : []]));

    // Colours and size of the author's own; null for the house's.
    private static object? Chosen(FigureDescription figure) => figure.Size == PictureSize.Page && figure.Chart.Rows.All(row => row.OwnColor is null) ? null : new
    {
        figure.Size,
        Rows = figure.Chart.Rows.Select(row => new { row.OwnColor, row.IsStrong }),
    };

    // Pictures stored in notebooks carry the digest. Its form is written out, so that a name changed in the code doesn't
    // make every one of them stale.
    private static object Form(FigureDescription figure) => new
    {
        figure.Id,
        figure.Language,
        Variant = figure.HasTitle ? "Standalone" : "Ministry",
        figure.Title,
        figure.Subtitle,
        figure.Notes,
        figure.Source,
        SyntheticMark = figure.Mark,
        figure.AltText,
        figure.Stamp,
        Chart = figure.Chart.Mark switch
        {
            RowMark.Bars => Bars(figure.Chart),
            RowMark.Stacks => Stacks(figure.Chart),
            _ => Dots(figure.Chart),
        },
    };

    private static Dictionary<string, object?> Bars(RowChart chart) => new()
    {
        ["$type"] = "bars",
        ["Rows"] = chart.Rows.Select(row => new
        {
            row.Label,
            row.Section,
            row.Form,
            row.Value,
            row.Lower,
            row.Upper,
            row.ValueLabel,
            row.Spoken,
            row.IsTotal,
            row.HasWhisker,
            row.Reach,
        }),
        ["Axis"] = chart.Axis,
    };

    private static Dictionary<string, object?> Stacks(RowChart chart) => new()
    {
        ["$type"] = "stacks",
        ["Rows"] = chart.Rows.Select(row => new { row.Label, row.Section, row.Segments, row.ValueLabel, row.Spoken, row.IsTotal }),
        ["Axis"] = chart.Axis,
        ["Legend"] = chart.Legend,
        ["ValueHeader"] = chart.ValueHeader,
    };

    private static Dictionary<string, object?> Dots(RowChart chart)
    {
        var form = new Dictionary<string, object?> { ["$type"] = "dots", ["Rows"] = chart.Rows.Select(Dot), ["Axis"] = chart.Axis, ["Reference"] = chart.Reference };
        AddTo(form, "AsBars", chart.Mark == RowMark.SidedBars ? true : null);
        AddTo(form, "Legend", chart.Mark == RowMark.SidedBars || chart.Legend.Count > 0 ? chart.Legend : null);
        AddTo(form, "Ends", chart.Ends);
        AddTo(form, "ValueHeader", chart.ValueHeader);
        AddTo(form, "Times", chart.Mark == RowMark.Lines ? chart.Rows.Select(row => new { row.Time, row.IsBroken }) : null);
        AddTo(form, "Breaks", chart.Breaks.Count > 0 ? chart.Breaks : null);
        return form;
    }

    private static Dictionary<string, object?> Dot(ChartRow row)
    {
        var form = new Dictionary<string, object?>
        {
            ["Label"] = row.Label,
            ["Section"] = row.Section,
            ["Value"] = row.Value,
            ["Lower"] = row.Lower,
            ["Upper"] = row.Upper,
            ["Before"] = row.Before,
            ["ValueLabel"] = row.ValueLabel,
            ["Spoken"] = row.Spoken,
            ["IsStrong"] = row.IsStrong,
        };
        AddTo(form, "IsTotal", row.IsTotal ? true : null);
        AddTo(form, "BeforeLower", row.BeforeLower);
        AddTo(form, "BeforeUpper", row.BeforeUpper);
        AddTo(form, "Tone", row.Tone is RowTone.Below or RowTone.Unsure ? row.Tone : null);
        form["HasWhisker"] = row.HasWhisker;
        return form;
    }

    private static void AddTo(Dictionary<string, object?> form, string name, object? value)
    {
        if (value is not null)
        {
            form[name] = value;
        }
    }
}
