namespace Barometer.Cli.Publishing;

/// <summary>
/// Reviews and freezes releases: who else has to look reads a report of each table beside what protects it, and what is published then is
/// an edition on the ledger, which stays.
/// </summary>
/// <param name="request">What is asked for.</param>
/// <param name="stored">The ledger as it is stored.</param>
/// <param name="data">The data folder.</param>
internal sealed class Publication(PublicationRequest request, ReleaseLedger stored, string data)
{
    private readonly ReleasePolicy _policy = ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json"));

    /// <summary>The number of the edition that it would be.</summary>
    public int Number => stored.Editions.Count + 1;

    /// <summary>The ledger to run the notebooks by: what is to be corrected is decided anew.</summary>
    public ReleaseLedger Given => new(stored.Entries.Select(entry => request.Releases.Contains(entry.Id) ? entry with { IsPublished = false, Edition = null } : entry), stored.Editions, stored.Superseded);

    /// <summary>The tables with what a reviewer needs.</summary>
    /// <param name="ledger">The ledger of a fresh run.</param>
    /// <param name="journal">What the notebooks released.</param>
    /// <param name="evidence">The numbers of the run.</param>
    public IReadOnlyList<ReviewedTable> Tables(ReleaseLedger ledger, IReadOnlyList<JournalEntry> journal, EvidenceDocument evidence)
    {
        var reviews = new ReleaseReview(_policy).Of(journal, [.. request.Releases]).ToDictionary(review => review.Id, StringComparer.Ordinal);
        var found = new ReleaseAudit(_policy).Attack(journal);
        var cases = Cases(evidence).ToList();
        var audit = AuditRecord.Find(data);
        return [.. request.Releases.Select(id =>
        {
            var released = journal.FirstOrDefault(one => one.Entry.Id == id)?.Released;
            var ours = cases.FindAll(one => one.Releases.Contains(id));
            var proof = audit?.Releases.FirstOrDefault(one => one.Id == id && one.Digest == ledger.Find(id)?.Digest);
            return new ReviewedTable(
                id,
                released is null ? null : Versioned(ledger.Find(id)!),
                released,
                reviews.GetValueOrDefault(id),
                released is null ? [] : Statbarn.Of(released.Content, evidence.Numbers.Where(number => number.Release.Id == id)),
                ours.Count == 0 || ours.Exists(one => one.Found.Worlds is null) ? null : ours.Min(one => one.Found.Worlds),
                proof,
                [.. audit is { IsQuick: false } ? Unproven(proof) : [], .. found.Where(one => one.Path.Any(cell => cell.StartsWith($"«{id}»", StringComparison.Ordinal))).Select(one => one.ToString()), .. ours.Where(one => !one.Found.IsSafe).Select(one => one.Found.ToString())],
                stored.Find(id) is { IsPublished: true } before ? before : null);
        })];
    }

    /// <summary>What forbids to publish: a finding that isn't excepted, an exception of nothing, a correction that changes nothing.</summary>
    public IEnumerable<string> Faults(IReadOnlyList<ReviewedTable> tables)
    {
        foreach (var table in tables)
        {
            var isExcepted = request.Exceptions.Any(one => one.Release == table.Id);
            if (table.Findings.Count > 0 != isExcepted)
            {
                yield return isExcepted ? $"«{table.Id}» is excepted, and nothing was found of it" : $"«{table.Id}»: {table.Findings[0]}; make it coarser, or say why it is published all the same: --except {table.Id}=reason";
            }

            if (table.Before is { } before && table.Entry?.Digest == before.Digest && table.Entry.Cells.SequenceEqual(before.Cells))
            {
                yield return $"«{table.Id}» is as it was published: there is nothing to correct";
            }
        }
    }

    /// <summary>The edition, without its outputs, which name it.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="commit">The version of the code.</param>
    public Edition Edition(IReadOnlyList<ReviewedTable> tables, string commit) => new()
    {
        Number = Number,
        Date = request.Date,
        Commit = commit,
        Policy = _policy.Version,
        Author = request.Author!,
        Reviewer = request.Reviewer!,
        Erratum = request.Erratum,
        Exceptions = request.Exceptions,
        Previous = stored.Editions.Count == 0 ? "" : stored.Editions[^1].Digest,
        Outputs = "",
        Releases = [.. tables.Select(table => table.Entry is { } entry ? PublishedRelease.Of(entry) : PublishedRelease.Of(table.Before!) with { IsWithdrawn = true })],
    };

    /// <summary>The ledger with the edition in it: its releases frozen, and what they replace beside them.</summary>
    /// <param name="ledger">The ledger of a fresh run.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="tables">The tables.</param>
    public ReleaseLedger Publish(ReleaseLedger ledger, Edition edition, IReadOnlyList<ReviewedTable> tables)
    {
        var frozen = tables.Where(table => table.Entry is not null).ToDictionary(table => table.Id, table => table.Entry! with { IsPublished = true, Edition = edition.Number }, StringComparer.Ordinal);
        var withdrawn = tables.Where(table => table.Entry is null).Select(table => table.Id).ToHashSet(StringComparer.Ordinal);
        return new ReleaseLedger(
            ledger.Entries.Where(entry => !withdrawn.Contains(entry.Id)).Select(entry => frozen.GetValueOrDefault(entry.Id) ?? entry),
            [.. stored.Editions, edition],
            [.. stored.Superseded, .. tables.Where(table => table.Before is not null).Select(table => new SupersededEntry(table.Before!, edition.Number, edition.Erratum!))]);
    }

    // What has no world is unsafe, whatever the equations say; a quick audit tries too few to say so.
    private static IEnumerable<string> Unproven(ReleaseProof? proof) => proof is null or { IsComplete: true } ? [] :
        [FormattableString.Invariant($"no other answers are known for {proof.Facts - proof.ProvenFacts} answers of organisations and {proof.Counts - proof.ProvenCounts} counts that break a rule")];

    // One more than whatever was published under the id before.
    private LedgerEntry Versioned(LedgerEntry entry) => entry with
    {
        Version = 1 + stored.Superseded.Select(one => one.Entry).Concat(stored.Entries.Where(one => one.IsPublished)).Where(one => one.Id == entry.Id).Select(one => one.Version).DefaultIfEmpty(0).Max(),
    };

    private IEnumerable<(IReadOnlyList<string> Releases, CaseFinding Found)> Cases(EvidenceDocument evidence)
    {
        foreach (var survey in SurveyCatalog.List(data))
        {
            var (codebook, frame) = SurveyReader.ReadFrame(data, survey);
            foreach (var one in new AnswerCases(codebook, frame, _policy).Of(evidence).Cases.Where(one => one.Releases.Any(request.Releases.Contains)))
            {
                yield return (one.Releases, CaseAttack.Of(one));
            }
        }
    }
}

/// <summary>
/// Kinds of output in the words of output checkers: the classes of the StatbarnSDC ontology 1.0, each with the risks that it is checked
/// for (as in ACRO's tables of that ontology).
/// </summary>
/// <param name="Name">The class, for example <c>Frequencies</c>.</param>
/// <param name="Risks">The risks, by the ontology's names.</param>
internal sealed record Statbarn(string Name, IReadOnlyList<string> Risks)
{
    private const string Base = "https://www.w3id.org/statbarnsdc#";

    /// <summary>Counts and shares, rounded or not.</summary>
    public static Statbarn Frequencies { get; } = new("Frequencies", ["LowCount", "ClassDisclosure", "Differencing"]);

    /// <summary>Means, totals, ratios, and what is added up of shares: differences and balances.</summary>
    public static Statbarn LinearAggregations { get; } = new("LinearAggregations", ["LowCount", "Dominance", "Differencing"]);

    /// <summary>Quantiles.</summary>
    public static Statbarn Position { get; } = new("Position", ["LowCount", "ClassDisclosure"]);

    /// <summary>Odds ratios, relative risks and other functions of estimates.</summary>
    public static Statbarn CalculatedRatios { get; } = new("CalculatedRatios", ["Dominance", "AuxiliaryInformation"]);

    /// <summary>Effects in a regression, correlations, and reliabilities made of these.</summary>
    public static Statbarn CorrelationCoefficients { get; } = new("CorrelationCoefficients", ["LowDOF"]);

    /// <summary>Tests, p-values, intervals and the ranks that tests leave open.</summary>
    public static Statbarn StatisticalHypothesisTests { get; } = new("StatisticalHypothesisTests", ["LowDOF"]);

    /// <summary>The class's address.</summary>
    public string Uri => Base + Name;

    /// <summary>The classes of what a release shows: of its numbers, then of the function, tests, ranks and intervals beside them.</summary>
    /// <param name="table">The released table.</param>
    /// <param name="numbers">The numbers that stand under its id in the evidence pack.</param>
    public static IReadOnlyList<Statbarn> Of(ReleasedTable table, IEnumerable<EvidenceNumber> numbers)
    {
        var own = table.Method?.Model is not null && table.Measure != Measure.OddsRatio ? CorrelationCoefficients : Of(table.Measure);
        var all = numbers.ToList();
        return
        [
            own,
            .. all.Exists(number => number.Measure == EvidenceNumber.Function) && own != CalculatedRatios ? [CalculatedRatios] : Array.Empty<Statbarn>(),
            .. all.Exists(number => number.IntervalMethod is not null || number.Measure is EvidenceNumber.PValue or EvidenceNumber.Rank) ? [StatisticalHypothesisTests] : Array.Empty<Statbarn>(),
        ];
    }

    /// <summary>The class of a measure.</summary>
    public static Statbarn Of(Measure measure) => measure switch
    {
        Measure.Count or Measure.Share => Frequencies,
        Measure.Quantile => Position,
        Measure.OddsRatio or Measure.RelativeRisk => CalculatedRatios,
        Measure.Correlation or Measure.Consistency => CorrelationCoefficients,
        Measure.Mean or Measure.StandardDeviation or Measure.Total or Measure.Ratio or Measure.Difference or Measure.Balance => LinearAggregations,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
    };
}
