using System.Globalization;

namespace Barometer.Evidence.Tables;

/// <summary>Published figures in full for other programs: one row a figure.</summary>
internal static class PublishedData
{
    /// <summary>The figures; shares are 0–1, and the limits are those of what the printed statement can stand for.</summary>
    public static TidyData Of(PublishedSelection selection) => new(
        [
            "id", "whose_nb", "whose_en", "indicator_nb", "indicator_en", "printed_nb", "printed_en",
            "value", "lower", "upper", "kind", "unit", "qualifier", "series", "n", "confidence", "source", "address",
        ],
        [.. selection.Items.Select(Row)]);

    private static IReadOnlyList<string> Row(PublishedItem item) =>
    [
        item.Id, item.Label.Nb, item.Label.En, item.Indicator.Nb, item.Indicator.En, item.Text.Nb, item.Text.En,
        Number(item.Value), Number(item.Lower), Number(item.Upper),
        CodeName.Of(item.Kind), CodeName.Of(item.Unit), CodeName.Of(item.Qualifier), CodeName.Of(item.Series),
        item.BaseN?.ToString(CultureInfo.InvariantCulture) ?? "",
        item.Confidence.ToString(), item.Source.Title, item.Source.Address.AbsoluteUri,
    ];

    private static string Number(double? value) => value is { } known ? CsvTableWriter.Number(known) : "";
}
