namespace Barometer.Evidence.Tables;

/// <summary>
/// Lays out what weighting schemes do to the weights. The smallest and the largest weight are left out, and the effective
/// number of answers is rounded: weights are N_h / r_h, and N_h is public.
/// </summary>
internal static class SchemeWeightTableBuilder
{
    private static readonly TableColumn[] Columns =
    [
        new("scheme", new("Vekting", "Weighting"), IsNumeric: false, IsRowHeader: true),
        new("sum", new("Vektene summerer seg til", "The weights add up to"), IsNumeric: true),
        new("n", new("Antall svar (n)", "Answers (n)"), IsNumeric: true),
        new("effective", new("Effektivt antall svar", "Effective answers"), IsNumeric: true),
        new("effect", new("Designeffekt (Kish)", "Design effect (Kish)"), IsNumeric: true),
    ];

    /// <summary>One row a scheme.</summary>
    public static EvidenceTable Build(string id, Survey survey, ReleasePolicy policy, IReadOnlyList<WeightingScheme> schemes, LocalizedText? title)
    {
        var content = new TableContent
        {
            Id = id,
            Title = title ?? new LocalizedText("Hva hver vekting koster", "What each weighting costs"),
            Columns = Columns,
            Rows = [.. schemes.Select(scheme => Row(scheme, policy.EffectiveRounding, survey.Frame.RowCount))],
            Notes =
            [
                new("", new LocalizedText(
                    FormattableString.Invariant($"Effektivt antall svar er rundet av til nærmeste {policy.EffectiveRounding}."),
                    FormattableString.Invariant($"Effective answers are rounded to the nearest {policy.EffectiveRounding}."))),
                new("", new LocalizedText("Designeffekten er antall svar delt på det effektive antallet.", "The design effect is answers over effective answers.")),
            ],
            Source = EstimateWording.Source(survey.Codebook.Title, survey.IsSynthetic),
        };
        return new EvidenceTable(content, new ReleaseStamp(id, policy.Version, survey.Id, survey.IsSynthetic));
    }

    private static TableRow Row(WeightingScheme scheme, int step, int population)
    {
        var weights = WeightSummary.Of(scheme.Design.Engine.Weights);
        var isEqual = weights.Maximum - weights.Minimum < 1e-9 * weights.Maximum;
        var effective = isEqual ? weights.Count : Rounded(weights.EffectiveRespondents, step);

        // A sum that isn't the population is an equation about the numbers of answers in strata.
        var sum = isEqual || Math.Abs(weights.Sum - population) < 0.5 ? weights.Sum : Rounded(weights.Sum, step);
        return new TableRow(
            [
                TableCell.Text(scheme.Name),
                TableCell.Number(sum),
                TableCell.Number(weights.Count),
                TableCell.Number(effective),
                TableCell.Number(weights.Count / effective, 2),
            ],
            IsTotal: scheme.IsChosen);
    }

    private static double Rounded(double number, int step) => Math.Round(number / step, MidpointRounding.AwayFromZero) * step;
}
