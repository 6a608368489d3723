using System.Globalization;
using Barometer.Evidence.Drafts.Facts;

namespace Barometer.Evidence.Tests.Drafts;

/// <summary>What drafts are held against in the tests: released numbers of the synthetic surveys (numbers.csv, copied from a reproduction's evidence.json) and the registry.</summary>
internal static class DraftSample
{
    private const string Weighted = "weighted";
    private const string Unweighted = "unweighted";

    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");

    public static IReadOnlyList<Codebook> Codebooks { get; } = SurveyCatalog.Codebooks(Data);

    public static PublishedRegistry Published { get; } = PublishedRegistry.Read(Path.Combine(Data, "published", "figures.csv"));

    public static IReadOnlyList<EvidenceNumber> Numbers { get; } = [.. Lines("numbers.csv").Skip(1).Select(line => Number(line.Split(',')))];

    public static FactBase Facts { get; } = FactBase.Of(Document, Codebooks, CrosswalkReader.Between(Data, Codebooks), Published);

    public static FactBase PublishedOnly { get; } = FactBase.Of(null, Codebooks, [], Published);

    public static EvidenceDocument Document => new(
        new("Tall", "Numbers"), new("0.1.0", null), null, [],
        new Dictionary<string, EvidenceWeighting>
        {
            [Weighted] = new(new("Vektet", "Weighted"), true, "respondents", [], [], "linearised", true),
            [Unweighted] = new(new("Uvektet", "Unweighted"), false, "respondents", [], [], "linearised", true),
        },
        new Dictionary<string, EvidenceInterval>(), Numbers);

    public static IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Drafts", name));

    private static EvidenceNumber Number(string[] fields)
    {
        var (survey, release, measure, name, code, by, group) = (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]);
        var codebook = Codebooks.Single(one => one.Id == survey);
        var variable = codebook.Variables.Concat(Codebooks[0].Variables).FirstOrDefault(one => one.Name == name);
        var answer = variable?.Categories.FirstOrDefault(one => one.Code == code)?.Label ?? variable?.MissingCodes.FirstOrDefault(one => one.Code == code)?.Label;
        var label = code switch
        {
            "" => name switch { "answered" => new("Svart", "Answered"), "invited" => new("Invitert", "Invited"), _ => new("Populasjon", "Population") },
            "yes" when variable!.Battery is not null => variable.Label,
            "balance" or "top2" => variable!.Label,
            _ => variable?.Battery is null ? answer! : new LocalizedText($"{variable.Label.Nb}: {answer!.Nb}", $"{variable.Label.En}: {answer.En}"),
        };
        var title = variable?.Battery is { } battery ? codebook.Batteries[battery] : variable?.Label ?? new("Populasjon, invitasjoner og svar", "Population, invitations and answers");
        var routing = variable?.Routing;
        var grouping = by.Length == 0 ? null : codebook[by];
        return new EvidenceNumber($"{release}/{name}{(code.Length > 0 ? "=" + code : "")}{(group.Length > 0 ? "@" + group : "")}", Decimal(fields[7]))
        {
            Measure = measure,
            Definition = new($"{title.Nb}: {label.Nb}", $"{title.En}: {label.En}"),
            Lower = Decimal(fields[8]),
            Upper = Decimal(fields[9]),
            Level = Decimal(fields[8]) is null ? null : 0.95m,
            Respondents = Decimal(fields[10]),
            Steps = new EvidenceSteps(Decimal(fields[11]), Decimal(fields[12]), 1, 10),
            IsPercent = measure != "count",
            Status = fields[7].Length == 0 ? ":" : "published",
            Outcome = new EvidenceOutcome(name, code.Length == 0 ? null : code, label),
            Groups = grouping is null ? [] : [new EvidenceGroup(by, grouping.Label, group, grouping.Categories.Single(one => one.Code == group).Label, null)],
            Population = new EvidencePopulation(routing?.Universe ?? codebook.Universe, "asked", routing is null ? null : new EvidenceCondition(routing.Variable, routing.Codes, routing.Universe), []),
            Weighting = measure == "count" ? null : release.EndsWith(Unweighted, StringComparison.Ordinal) ? Unweighted : Weighted,
            Release = new EvidenceRelease(release, survey, IsSynthetic: true, "1"),
        };
    }

    private static decimal? Decimal(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
