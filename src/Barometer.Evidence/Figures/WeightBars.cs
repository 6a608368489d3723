using Barometer.Analysis;
using Barometer.Evidence.Figures.Description;
using Barometer.Evidence.Formats;
using Barometer.Evidence.Tables;
using Barometer.Evidence.Text;

namespace Barometer.Evidence.Figures;

/// <summary>Describes what is left of the answers when weights are unequal: the effective number under each scheme, as bars.</summary>
internal static class WeightBars
{
    private static readonly LocalizedText Title = new("Hvor mange svar vektene etterlater", "How many answers the weights leave");

    private static readonly LocalizedText Subtitle = new(
        "Effektivt antall svar: så mange svar med like vekter som de vektede er verdt.",
        "Effective answers: as many answers with equal weights as the weighted ones are worth.");

    /// <summary>The figure; the chosen scheme stands out.</summary>
    /// <param name="table">The table of weights, which has rounded the numbers.</param>
    /// <param name="options">What the author settled.</param>
    public static FigureDescription Describe(EvidenceTable table, FigureOptions options)
    {
        var (content, language, format) = (table.Content, options.Language, NumberFormat.For(options.Language));
        var rows = content.Rows.Select(row => Row(row, format, language)).ToArray();
        var title = (options.Title ?? Title).In(language);
        var rounding = content.Notes[0].Text.In(language);
        return new FigureDescription
        {
            Id = content.Id,
            Language = language,
            Variant = options.Variant,
            Title = title,
            Subtitle = Subtitle.In(language),
            Notes = options.Note is { } own ? [rounding, own.In(language)] : [rounding],
            Source = $"{Wording.Source.In(language)}: {EstimateWording.Sentence(content.Source!.In(language))}",
            SyntheticMark = table.Stamp.IsSynthetic ? Wording.Synthetic.In(language) : null,
            AltText = AltText.Of(title, rows, table.Stamp.IsSynthetic, language),
            Stamp = table.Stamp,
            Chart = new BarChart(rows, ValueAxis.Holding(rows.Select(row => row.Reach), 1, tick => format.Number(tick, 0))),
        };
    }

    private static BarRow Row(TableRow row, NumberFormat format, Language language)
    {
        var (label, effective) = (row.Cells[0].Words!.In(language), row.Cells[3].Value);
        var value = format.Number(effective, 0);
        return new BarRow
        {
            Label = label,
            Form = BarForm.Exact,
            Value = effective,
            ValueLabel = value,
            Spoken = BarSpeech.Of(label, value, null, (int)row.Cells[2].Value, format, language),
            IsTotal = row.IsTotal,
        };
    }
}
