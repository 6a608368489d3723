namespace Barometer.Evidence;

/// <summary>
/// Several ways to weight one survey, side by side: what each does to the weights, to a share and to the balance against
/// the frame. The first is what the others are compared with.
/// </summary>
/// <example><code>
/// var schemes = barometer.Schemes(
///     new("unweighted", "Uvektet", "Unweighted", survey.Unweighted()),
///     new("raked", "Raket", "Raked", barometer.Design("operational-2018")) { IsChosen = true });
/// schemes.Share("innovated", id: "innovated-by-scheme").Dots()
/// </code></example>
public sealed class WeightingSchemes
{
    private static readonly TableColumn[] Columns =
    [
        new("scheme", new("Vekting", "Weighting"), IsNumeric: false, IsRowHeader: true),
        new("sum", new("Vektene summerer seg til", "The weights add up to"), IsNumeric: true),
        new("n", new("Antall svar (n)", "Answers (n)"), IsNumeric: true),
        new("effective", new("Effektivt antall svar", "Effective answers"), IsNumeric: true),
        new("effect", new("Designeffekt (Kish)", "Design effect (Kish)"), IsNumeric: true),
    ];

    private readonly Workbench _barometer;
    private readonly Survey _survey;
    private readonly ReleasePolicy _policy;
    private readonly IReadOnlyList<WeightingScheme> _schemes;

    /// <summary>Puts schemes beside each other.</summary>
    /// <exception cref="BarometerException">There are fewer than two, or two have one id; or one is of another survey, of a part of the answers, or of weights that can't be released.</exception>
    internal WeightingSchemes(Workbench barometer, Survey survey, ReleasePolicy policy, IReadOnlyList<WeightingScheme> schemes)
    {
        if (schemes.Count < 2 || schemes.DistinctBy(scheme => scheme.Id).Count() < schemes.Count)
        {
            throw new BarometerException(new Problem(
                "These weighting schemes can't stand beside each other", Expected: "two or more, each with an id of its own"));
        }

        foreach (var scheme in schemes)
        {
            // What weights add up to in a group is shown without a release of its own: fitted to an answer they would be that answer's.
            scheme.Design.CheckReleasable($"The weighting «{scheme.Id}»");
            if (scheme.Design.Codebook.Id != survey.Id || scheme.Design.Conditions.Count > 0)
            {
                throw new BarometerException(new Problem(
                    $"The weighting «{scheme.Id}» can't stand beside the others", Expected: $"a design of all answers to «{survey.Id}»", Hint: "a part of the answers is compared by barometer.Release(design.Where(…)…)"));
            }
        }

        (_barometer, _survey, _policy, _schemes) = (barometer, survey, policy, schemes);
    }

    /// <summary>
    /// What each scheme does to the weights: whom they add up to, the effective number of answers and Kish's design effect.
    /// The effective number is rounded as the policy rounds weighted bases, and the design effect is computed from the
    /// rounded one: in full they would tell how many answered in a stratum whose number is hidden.
    /// </summary>
    /// <param name="id">The name of the table's files: lower-case words joined by hyphens.</param>
    /// <param name="title">What the table is called; null for «what each weighting costs».</param>
    public EvidenceTable Weights(string id, LocalizedText? title = null)
    {
        var step = _policy.EffectiveRounding;
        var content = new TableContent
        {
            Id = id,
            Title = title ?? new LocalizedText("Hva hver vekting koster", "What each weighting costs"),
            Columns = Columns,
            Rows = [.. _schemes.Select(Row)],
            Notes =
            [
                new("", new LocalizedText(
                    FormattableString.Invariant($"Effektivt antall svar er rundet av til nærmeste {step}."),
                    FormattableString.Invariant($"Effective answers are rounded to the nearest {step}."))),
                new("", new LocalizedText("Designeffekten er antall svar delt på det effektive antallet.", "The design effect is answers over effective answers.")),
            ],
            Source = EstimateWording.Source(_survey.Codebook.Title, _survey.IsSynthetic),
        };
        return new EvidenceTable(content, new ReleaseStamp(id, _policy.Version, _survey.Id, _survey.IsSynthetic), _barometer.Language);
    }

    /// <summary>Releases a share under each scheme.</summary>
    /// <param name="variable">A categorical variable of which one answer is counted.</param>
    /// <param name="id">The name of the releases, to be followed by the scheme's: lower-case words joined by hyphens.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <param name="title">What the table and the figure are called; null for what the share is of, «by weighting».</param>
    /// <exception cref="BarometerException">The variable does not exist, or the share can't be made safe.</exception>
    public ReleasedSchemes Share(string variable, string id, string? category = null, LocalizedText? title = null) => new(
        id,
        [.. _schemes.Select(scheme => (scheme, _barometer.Release(scheme.Design.Proportion(variable, category: category ?? "yes"), $"{id}-{scheme.Id}").Released))],
        title,
        _barometer.Language);

    /// <summary>How the answers divide on groups under each scheme, and how the frame does.</summary>
    /// <param name="id">The name of the table's files: lower-case words joined by hyphens.</param>
    /// <param name="counts">Released response counts (<see cref="ResponseTables.ResponseCounts"/>) by one variable each.</param>
    /// <exception cref="BarometerException">There are none, or they are something else.</exception>
    public ReleasedBalance Balance(string id, params ReleasedEstimates[] counts) => new(
        id, _schemes, [.. counts.Select(one => BalancedVariable.Of(_survey, one.Released, _schemes))], _barometer.Language);

    /// <summary>The names of the schemes.</summary>
    public override string ToString() => string.Join(" · ", _schemes.Select(scheme => scheme.Nb));

    private TableRow Row(WeightingScheme scheme)
    {
        // The smallest and the largest weight are left out, and what depends on them is rounded: weights are N_h / r_h, N_h is
        // public, and so they would give back r_h, the number of answers in a stratum.
        var weights = BarometerException.Translating(() => WeightSummary.Of(scheme.Design.Engine.Weights));
        var isEqual = weights.Maximum - weights.Minimum < 1e-9 * weights.Maximum;
        var effective = isEqual ? weights.Count : Rounded(weights.EffectiveRespondents);

        // A sum that isn't the population is an equation about the numbers of answers in strata.
        var sum = isEqual || Math.Abs(weights.Sum - _survey.Frame.RowCount) < 0.5 ? weights.Sum : Rounded(weights.Sum);
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

    private double Rounded(double number) =>
        Math.Round(number / _policy.EffectiveRounding, MidpointRounding.AwayFromZero) * _policy.EffectiveRounding;
}

/// <summary>One way to weight a survey, with a name a reader understands.</summary>
/// <param name="Id">Its name in release ids: lower-case words joined by hyphens.</param>
/// <param name="Nb">Its name in Norwegian.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Design">The survey weighted in this way.</param>
public sealed record WeightingScheme(string Id, string Nb, string En, BarometerDesign Design)
{
    /// <summary>Whether this is the scheme in use, which tables and figures point out.</summary>
    public bool IsChosen { get; init; }

    /// <summary>Its name in both languages.</summary>
    public LocalizedText Name => new(Nb, En);
}
