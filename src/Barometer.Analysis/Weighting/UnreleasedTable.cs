using System.Globalization;
using System.Net;
using System.Text;

namespace Barometer.Analysis.Weighting;

/// <summary>
/// Estimates that belong together: one measure of one or more outcomes, for the population and its groups. It is not
/// publishable as it is: a notebook shows a notice in its place until a release has made it safe, and no member yields a
/// number unless a researcher with access to the answers explores (<see cref="Exploration"/>).
/// </summary>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedTable : Displayable
{
    internal UnreleasedTable(TableHeading heading, IReadOnlyList<UnreleasedEstimate> estimates, BarometerDesign? design = null) =>
        (Heading, Estimates, Design) = (heading, estimates, design);

    /// <summary>What the table is about.</summary>
    public TableHeading Heading { get; }

    /// <summary>The estimates, in the codebook's order of groups, then outcomes; «Alle» last.</summary>
    internal IReadOnlyList<UnreleasedEstimate> Estimates { get; }

    /// <summary>The design that made them; null for a count of the frame and for made-up tables.</summary>
    internal BarometerDesign? Design { get; }

    /// <summary>The answers and the frame that they come from; null for made-up tables.</summary>
    internal (DataSet Responses, DataSet Frame)? Data
    {
        get => field ?? (Design is { Frame: { } frame } design ? (design.Engine.Data, frame) : null);
        init;
    }

    /// <summary>
    /// For each row of the response table the organisation (holding) it belongs to, as an opaque number; null when the data
    /// don't tell, and then nothing can be released.
    /// </summary>
    internal int[]? OrganisationOfRow { get; init; }

    /// <summary>Who the respondents are, for other surveys of the series; null when that isn't known.</summary>
    internal Respondents? Respondents { get; init; }

    /// <summary>Other estimates of the same respondents.</summary>
    /// <param name="estimates">The estimates.</param>
    /// <param name="heading">What they are about; null for the same.</param>
    /// <param name="design">The design that made them; null for the same.</param>
    internal UnreleasedTable With(IEnumerable<UnreleasedEstimate> estimates, TableHeading? heading = null, BarometerDesign? design = null) =>
        new(heading ?? Heading, [.. estimates], design ?? Design) { OrganisationOfRow = OrganisationOfRow, Respondents = Respondents };

    internal Measure Measure => Heading.Measure;

    internal string Survey => Heading.Survey;

    internal LocalizedText Title => Heading.Title;

    internal IReadOnlyList<string> By => Heading.By;

    internal IReadOnlyList<LocalizedText> ByLabels => Heading.ByLabels;

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <summary>The numbers, for a researcher with access to the answers who explores.</summary>
    /// <exception cref="BarometerException">Exploring is off.</exception>
    public EstimateTable Explore() => Exploration.IsAllowed
        ? new EstimateTable(Measure, By, [.. Estimates.Select(estimate => estimate.Numbers)])
        : throw ExploredResult.NotExploring(Title);

    /// <summary>
    /// The numbers under the red banner, as the result of one cell: for a researcher with access to the answers, who has set <c>BAROMETER_EXPLORE</c> to <c>cell</c> so that nothing else shows
    /// more than a release. It releases nothing, and what a session releases stays as it is.
    /// </summary>
    /// <exception cref="BarometerException">Exploring is off.</exception>
    /// <example><code>design.Proportion("innovated", by: "size_group").Explored()</code></example>
    public Displayable Explored() => ExploredResult.Of(Title, Numbers);

    /// <summary>
    /// A smooth function of the estimates: a ratio, a change, a weighted sum. It is written as it reads, with the codes or labels of groups, answers or items as names, and released with
    /// the estimates it is made of or not at all.
    /// </summary>
    /// <param name="nb">What it is called in Norwegian.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="function">The function: <c>x => x["from_50"] / x["under_20"]</c>. It can't look into the numbers.</param>
    /// <param name="scale">On which scale its interval is made: that of the logarithm for ratios.</param>
    /// <param name="inPercent">Whether it is told in per cent or percentage points, as a weighted sum of shares or a change is.</param>
    /// <exception cref="BarometerException">It uses no estimate, or names one that isn't there; or the table holds numbers of respondents or quantiles.</exception>
    /// <example><code>design.Proportion("innovated", by: "size_group").Function(nb: "Fra 50 ansatte mot under 20", en: "From 50 employees against under 20", x => x["from_50"] / x["under_20"], IntervalScale.Log)</code></example>
    public UnreleasedFunction Function(
        string nb, string en, Func<NamedEstimates, SmoothNumber> function, IntervalScale scale = IntervalScale.Identity, bool inPercent = false) =>
        Measure is Measure.Share or Measure.Mean or Measure.Total or Measure.Ratio or Measure.Balance
            ? new UnreleasedFunction(this, new LocalizedText(nb, en), function, scale, inPercent)
            : throw new BarometerException(new Problem(
                $"«{Title.Nb}» has no functions of its numbers",
                Expected: "shares, means, totals, ratios or balances",
                Hint: "of a difference take the function of the two shares"));

    /// <summary>Wald's test that the number is the same in all groups; released with the table or not at all.</summary>
    /// <exception cref="BarometerException">There are fewer than two groups with respondents, several numbers in each, or no variance between them.</exception>
    /// <example><code>design.Proportion("innovated", by: "size_group").EqualityTest()</code></example>
    public UnreleasedTest EqualityTest()
    {
        var groups = new EstimateTable(Measure, By, [.. Estimates.Select(estimate => estimate.Numbers)]).OfGroups();
        if (groups.Estimates.Select(one => one.Outcome).Distinct().Count() > 1)
        {
            throw new BarometerException(new Problem($"«{Title.Nb}» has several numbers in each group", Expected: "one answer or one item", Hint: "name the answer in category"));
        }

        return new UnreleasedTest(BarometerException.Translating(() => JointEstimates.Of(groups).EqualityTest()), () => this);
    }

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Exploration.IsOn ? Notice.Warning + NumbersAsHtml() : Notice.NotReleased(
        language, "Estimatene vises først når de er kontrollert for anonymitet: barometer.Release(…).", "Estimates show once a release has checked them.");

    /// <inheritdoc/>
    public override string ToString() => Exploration.IsOn
        ? $"{Exploration.Warning}\n{NumbersAsText()}"
        : $"{Title.Nb}: ikke frigitt / {Title.En}: not released"; // not how many rows: an answer that nobody gave has none

    /// <summary>The numbers as HTML and as text, for somebody who explores.</summary>
    internal (string Html, string Text) Numbers() => (NumbersAsHtml(), NumbersAsText());

    private string NumbersAsText() =>
        string.Join('\n', [Title.Nb, .. Estimates.Select(estimate => $"{estimate.Caption}: {string.Join("; ", Cells(estimate.Numbers))}")]);

    private string NumbersAsHtml()
    {
        var html = new StringBuilder("<table><caption>").Append(WebUtility.HtmlEncode(Title.Nb))
            .Append("</caption><thead><tr><th scope=\"col\"></th><th scope=\"col\">estimat</th><th scope=\"col\">SE</th><th scope=\"col\">KI</th><th scope=\"col\">n</th></tr></thead><tbody>");
        foreach (var estimate in Estimates)
        {
            html.Append("<tr><th scope=\"row\">").Append(WebUtility.HtmlEncode(estimate.Caption)).Append("</th>");
            foreach (var cell in Cells(estimate.Numbers))
            {
                html.Append("<td style=\"text-align:right\">").Append(cell).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>The estimate, its standard error, its limits and its n.</summary>
    internal static string[] Cells(Estimate estimate) =>
    [
        Number(estimate.Value),
        Number(estimate.StandardError),
        estimate.Interval is { } interval ? $"{Number(interval.Lower)}–{Number(interval.Upper)}" : "",
        estimate.Respondents?.ToString(CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.####", CultureInfo.InvariantCulture) : "";
}

/// <summary>One estimate of an unreleased table: the engine's numbers with the codebook's words.</summary>
/// <param name="Numbers">The numbers.</param>
/// <param name="Outcome">What was estimated.</param>
/// <param name="Groups">The group; empty for the whole population («Alle»).</param>
internal sealed record UnreleasedEstimate(Estimate Numbers, LabelledOutcome Outcome, IReadOnlyList<LabelledGroup> Groups)
{
    /// <summary>The respondents behind it; null for a number of the frame.</summary>
    public CellMembers? Members => Numbers.Members;

    /// <summary>Whether it is a number of the frame, behind which there is no answer: said by whoever counted it.</summary>
    public bool IsFrameCount { get; init; }

    /// <summary>Of a number that counts a cell of two questions: the cell as the share of its group in a table, which tells the same count; else null.</summary>
    public (UnreleasedTable Table, UnreleasedEstimate Share)? SameAs { get; init; }

    /// <summary>Whether its base is a number of the frame, such as the invited of a response rate: published as it is.</summary>
    public bool HasFrameBase { get; init; }

    /// <summary>Whose estimate this is, without its numbers.</summary>
    public string Caption =>
        Outcome.Label.Nb + (Groups.Count == 0 ? "" : " · " + string.Join(" · ", Groups.Select(group => group.Label.Nb)));

    /// <summary>The caption: never a number.</summary>
    public override string ToString() => Caption;
}
