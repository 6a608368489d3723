namespace Barometer.Evidence.Checks;

/// <summary>Checks of published figures, one for each figure, as a table and as a file.</summary>
/// <remarks>
/// When one figure was checked in several places, a contradiction stands before everything: it hides behind nothing. Then real data
/// go before arithmetic on published figures, that before synthetic answers, and those before bounds.
/// </remarks>
public sealed class PublishedChecks : Displayable
{
    private PublishedChecks(IReadOnlyList<PublishedCheck> checks) => Checks = checks;

    /// <summary>The checks, one a figure.</summary>
    public IReadOnlyList<PublishedCheck> Checks { get; }

    /// <summary>The language of <see cref="ToHtml"/> and <see cref="ToString"/>.</summary>
    public Language Language { get; init; } = Language.Nb;

    /// <summary>Only the checks given, in the order given.</summary>
    public static PublishedChecks Of(params IEnumerable<PublishedCheck> checks) =>
        new([.. checks.GroupBy(check => check.Figure.Id, StringComparer.Ordinal).Select(Worst)]);

    /// <summary>
    /// A check for every figure of the registry, by status and then in its order: those given, those that other published figures say
    /// something about (<see cref="PublishedRelations"/>), and of the rest which estimate would check them.
    /// </summary>
    public static PublishedChecks Complete(PublishedRegistry registry, params IEnumerable<PublishedCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var done = Of(checks.Concat(PublishedRelations.Check(registry)))
            .Checks.ToDictionary(check => check.Figure.Id, StringComparer.Ordinal);
        return new([.. registry.Figures.Select(figure => done.GetValueOrDefault(figure.Id) ?? PublishedCheck.NotComputed(figure)).OrderBy(check => check.Status)]);
    }

    /// <summary>The same checks in another language.</summary>
    public PublishedChecks In(Language language) => new(Checks) { Language = language };

    /// <summary>How many figures have that status.</summary>
    public int Count(CheckStatus status) => Checks.Count(check => check.Status == status);

    /// <summary>How many figures there are by status, and how surely they were read (A, B, C).</summary>
    public EvidenceTable Counts() => CheckTable.Counts(this);

    /// <summary>The counts in a line: «8 gjenskapt (syntetiske data), 6 følger av andre publiserte tall, …».</summary>
    public string Summary(Language language) => string.Join(", ", Checks
        .OrderBy(check => check.Status).ThenByDescending(check => check.IsSynthetic)
        .GroupBy(check => check.StatusText.In(language), StringComparer.Ordinal)
        .Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}")));

    /// <summary>The checks as comma-separated values with a header, for <c>published-check.csv</c>.</summary>
    public string ToCsv() => CheckTable.Csv(Checks);

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Release("check", ReleaseStamp.Union(Made.Select(check => check.Ledger)));

    /// <inheritdoc/>
    public override string ToHtml() => CheckTable.Of(this, Made).ToHtml() + CheckTable.Unmade(this);

    /// <summary>The counts and, one a line, the checks that were made.</summary>
    public override string ToString() => Summary(Language) + string.Concat(Made.Select(check =>
        $"\n{check.Figure.Id}: {check.StatusText.In(Language)}. {check.Explanation.In(Language)}"));

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => In(language).ToHtml();

    /// <summary>The checks that were made; what needs the microdata and facts are left out.</summary>
    private IReadOnlyList<PublishedCheck> Made => [.. Checks.Where(check => check.Obstacle != CheckObstacle.NoOpenData)];

    private static PublishedCheck Worst(IEnumerable<PublishedCheck> ofOneFigure) => ofOneFigure
        .OrderBy(check => check switch
        {
            { Status: CheckStatus.Contradicts } => 0,
            { Status: CheckStatus.Reproduced, IsSynthetic: false } => 1,
            { Status: CheckStatus.Follows } => 2,
            { Status: CheckStatus.Reproduced } => 3,
            { Status: CheckStatus.Consistent } => 4,
            { Obstacle: not CheckObstacle.NoOpenData } => 5,
            _ => 6,
        })
        .ThenBy(check => check.IsSynthetic)
        .ThenBy(check => check.Basis, StringComparer.Ordinal)
        .First();
}
