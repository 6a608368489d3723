namespace Barometer.Evidence;

/// <summary>
/// How the answers divide on groups under each of several weighting schemes, beside how the frame does. Groups whose
/// number of answers is hidden are hidden here too.
/// </summary>
public sealed class ReleasedBalance : Displayable
{
    private const int Decimals = 1;

    private static readonly LocalizedText LargestGap = new("Største avvik fra rammen (prosentpoeng)", "Largest gap to the frame (points)");

    internal ReleasedBalance(
        string id, IReadOnlyList<WeightingScheme> schemes, IReadOnlyList<BalancedVariable> variables, Language language)
    {
        Id = id;
        Schemes = schemes;
        Variables = variables.Count > 0 ? variables : throw new BarometerException(new Problem(
            $"The balance «{id}» has no variable", Expected: "released response counts by one variable each"));
        Language = language;
    }

    /// <summary>The name of its files.</summary>
    public string Id { get; }

    internal IReadOnlyList<WeightingScheme> Schemes { get; }

    internal IReadOnlyList<BalancedVariable> Variables { get; }

    internal ReleaseStamp Stamp => Variables[0].Counts.Stamp.And(Variables.Select(one => one.Counts.Stamp)) with { Id = Id };

    private Language Language { get; }

    /// <summary>
    /// The share of each group in the frame and under each scheme, one section a variable, and under each section the largest
    /// gap to the frame. A gap is that of the rounded shares shown.
    /// </summary>
    public EvidenceTable Table()
    {
        var frame = Variables[0].Counts.Content;
        var content = new TableContent
        {
            Id = Id,
            Title = new LocalizedText("Svarene ved siden av rammen", "The answers beside the frame"),
            Unit = new LocalizedText($"Prosent av {frame.Universe.Nb}", $"Per cent of {frame.Universe.En}"),
            Columns =
            [
                new("group", new("Gruppe", "Group"), IsNumeric: false, IsRowHeader: true),
                new("frame", new("Rammen", "The frame"), IsNumeric: true),
                .. Schemes.Select(scheme => new TableColumn(scheme.Id.Replace('-', '_'), scheme.Name, IsNumeric: true)),
            ],
            Rows = [.. Variables.SelectMany(Rows)],
            Source = EstimateWording.Source(frame),
        };
        return new EvidenceTable(content, Stamp, Language);
    }

    /// <summary>How far each group lies from its share in the frame: under the first scheme and under the chosen one.</summary>
    /// <param name="variables">Which variables to draw, each of them in the balance.</param>
    /// <exception cref="BarometerException">A variable isn't in the balance, or no scheme is said to be chosen.</exception>
    public Figure Dots(params string[] variables)
    {
        var part = new ReleasedBalance(
            string.Join('-', variables.Select(variable => variable.Replace('_', '-')).Prepend(Id)),
            Schemes,
            [.. variables.Select(Find)],
            Language);
        return new Figure(options => WeightingDots.Describe(part, options), part.Table(), new FigureOptions { Language = Language }, [.. part.Variables.Select(one => one.Counts)]);
    }

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Table().ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => Table();

    private BalancedVariable Find(string asked)
    {
        var name = NearNames.Meant(asked, [.. Variables.Select(one => new Called(one.Variable, one.Label))], $"«{asked}» is not in the balance «{Id}»", "variable");
        return Variables.First(one => one.Variable == name);
    }

    private IEnumerable<TableRow> Rows(BalancedVariable variable) =>
    [
        .. variable.Groups.Select(group => new TableRow(
            [TableCell.Text(group.Group.Label), TableCell.Number(group.Frame, Decimals), .. group.Shares.Select(Cell)], variable.Label) { Groups = [group.Group] }),
        new TableRow(
            [TableCell.Text(LargestGap), TableCell.Symbol(StandardSymbol.CannotOccur), .. Schemes.Select((_, i) => Cell(variable.LargestGap(i)))],
            variable.Label,
            IsTotal: true),
    ];

    private static TableCell Cell(double? number) =>
        number is { } shown ? TableCell.Number(shown, Decimals) : TableCell.Symbol(StandardSymbol.NotPublishable);
}

/// <summary>
/// One variable of a balance. Its released response counts decide what is seen: a weighted share of a group is protected
/// like the number of answers behind it.
/// </summary>
internal sealed class BalancedVariable
{
    private BalancedVariable(Released<ReleasedTable> counts, IReadOnlyList<BalancedGroup> groups) => (Counts, Groups) = (counts, groups);

    /// <summary>The released response counts by the variable.</summary>
    public Released<ReleasedTable> Counts { get; }

    /// <summary>The groups, in the codebook's order.</summary>
    public IReadOnlyList<BalancedGroup> Groups { get; }

    /// <summary>The variable's name.</summary>
    public string Variable => Counts.Content.By[0];

    /// <summary>The variable's label.</summary>
    public LocalizedText Label => Counts.Content.ByLabels[0];

    /// <summary>The balance of a survey by the variable of released response counts.</summary>
    /// <exception cref="BarometerException">The release holds something else.</exception>
    public static BalancedVariable Of(Survey survey, Released<ReleasedTable> counts, IEnumerable<WeightingScheme> schemes)
    {
        if (counts.Content is not { Measure: Measure.Count, By: [var variable] } table || table.Survey != survey.Id)
        {
            throw new BarometerException(new Problem(
                $"«{counts.Stamp.Id}» gives no balance",
                Expected: "released response counts of the survey by one variable",
                Hint: "barometer.Release(survey.ResponseCounts(\"…\"), …)"));
        }

        var column = survey.Responses.Categorical(variable);
        var sums = schemes.Select(scheme => Sums(column, scheme.Design.Engine.Weights)).ToArray();
        var (population, answered) = (Of(table, "population"), Of(table, "answered"));
        var all = population.Single(count => count.Groups.Count == 0).Value;
        return new BalancedVariable(counts,
        [
            .. population.Where(count => count.Groups.Count == 1).Select(count => new BalancedGroup(
                count.Groups[0],
                Percent(count.Value / all),
                [.. sums.Select(sum => IsShown(answered, count) ? Percent(sum[column.IndexOf(count.Groups[0].Code)] / sum.Sum()) : (double?)null)])),
        ]);
    }

    /// <summary>The largest gap between a scheme's shares and the frame's, in percentage points; null when a share is hidden.</summary>
    public double? LargestGap(int scheme) => Groups.Any(group => group.Shares[scheme] is null)
        ? null
        : Groups.Max(group => Math.Abs(group.Gap(scheme)!.Value));

    private static List<ReleasedEstimate> Of(ReleasedTable table, string outcome) =>
        [.. table.Estimates.Where(estimate => estimate.Outcome.Variable == outcome)];

    private static bool IsShown(List<ReleasedEstimate> answered, ReleasedEstimate group) =>
        answered.Find(count => count.Groups.SequenceEqual(group.Groups)) is { } found && ReleasedCell.IsExact(found);

    private static double[] Sums(CategoricalColumn column, ReadOnlySpan<double> weights)
    {
        var sums = new double[column.Categories.Count];
        for (var row = 0; row < weights.Length; row++)
        {
            sums[column.Codes[row]] += weights[row];
        }

        return sums;
    }

    private static double Percent(double share) => Rounding.Percent(share, 1);
}

/// <summary>One group of a balance, in per cent with one decimal.</summary>
/// <param name="Group">The group.</param>
/// <param name="Frame">Its share of the frame.</param>
/// <param name="Shares">Its share of the answers under each scheme; null where the number of answers is hidden.</param>
internal sealed record BalancedGroup(LabelledGroup Group, double Frame, IReadOnlyList<double?> Shares)
{
    /// <summary>The share under a scheme less that of the frame, in percentage points.</summary>
    public double? Gap(int scheme) =>
        Shares[scheme] is { } share ? (double)(Rounding.ToDecimal(share) - Rounding.ToDecimal(Frame)) : null;
}
