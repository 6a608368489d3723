namespace Barometer.Evidence.Schemes;

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
    private readonly Workbench _barometer;
    private readonly Survey _survey;
    private readonly ReleasePolicy _policy;
    private readonly IReadOnlyList<WeightingScheme> _schemes;

    /// <summary>Puts schemes beside each other.</summary>
    /// <exception cref="BarometerException">There are fewer than two, or two have one id.</exception>
    internal WeightingSchemes(Workbench barometer, Survey survey, ReleasePolicy policy, IReadOnlyList<WeightingScheme> schemes)
    {
        if (schemes.Count < 2 || schemes.DistinctBy(scheme => scheme.Id).Count() < schemes.Count)
        {
            throw new BarometerException(new Problem(
                "These weighting schemes can't stand beside each other", Expected: "two or more, each with an id of its own"));
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
    public EvidenceTable Weights(string id, LocalizedText? title = null) =>
        SchemeWeightTableBuilder.Build(id, _survey, _policy, _schemes, title).In(_barometer.Language);

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
}
