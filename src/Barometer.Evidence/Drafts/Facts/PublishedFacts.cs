using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Facts;

/// <summary>The registry's figures as facts, with the words of their indicators.</summary>
internal static partial class PublishedFacts
{
    /// <summary>The facts.</summary>
    public static IEnumerable<Fact> Of(PublishedRegistry registry) => registry.Figures.Select(Of).OfType<Fact>();

    private static Fact? Of(PublishedFigure figure) => figure.Kind == PublishedKind.Statement || figure.Unit is PublishedUnit.Score or PublishedUnit.Words ? null : new Fact(figure.Id, TopicOf(figure))
    {
        Value = figure.Mark,
        Least = figure.Implied?.Lower ?? 0,
        Most = figure.Implied is null ? 0 : figure.Implied.Upper,
        Decimals = figure.Decimals ?? 0,
        Answers = figure.BaseN,
        Measure = figure.Kind == PublishedKind.Rank ? EvidenceNumber.Rank : figure.Unit switch { PublishedUnit.Number => "count", PublishedUnit.Points => "difference", _ => "share" },
        Country = figure.Country,
        Sector = figure.Level switch { GovernmentLevel.State => Sector.State, GovernmentLevel.Local or GovernmentLevel.Region => Sector.Local, _ => Sector.Any },
        Counted = figure.StatisticalUnit switch { StatisticalUnit.Organisation => UnitKind.Organisation, StatisticalUnit.Workplace => UnitKind.Workplace, _ => UnitKind.Other },
        Years = [.. new[] { figure.Year }.OfType<int>().Concat(Year().Matches($"{figure.Edition.Nb} {figure.ReferencePeriod.Nb}").Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))).Distinct()],
        Base = $"published {figure.Id}",
        IsOfSome = figure.StatisticalUnit is StatisticalUnit.Innovation or StatisticalUnit.NonInnovator,
        Figure = figure,
        Source = new($"publisert {figure.Id}: {figure.Whose.Nb}, {figure.Indicator.Nb} ({figure.Source.Title})", $"published {figure.Id}: {figure.Whose.En}, {figure.Indicator.En} ({figure.Source.Title})"),
        Told = figure.Text,
    };

    private static Topic TopicOf(PublishedFigure figure)
    {
        var names = figure.Kind == PublishedKind.Rank ? new LocalizedText($"{figure.Indicator.Nb.Split('(')[0]} {figure.Item!.Nb}", $"{figure.Indicator.En.Split('(')[0]} {figure.Item.En}")
            : new LocalizedText(Brackets().Replace(figure.Indicator.Nb, ""), Brackets().Replace(figure.Indicator.En, ""));
        return new Topic(figure.Id)
        {
            Variable = figure.ItemCode ?? figure.Topic,
            Family = figure.Series != PublishedSeries.None ? $"published/{figure.Series}" : $"published/{figure.SourceRow}/{figure.StatisticalUnit}",
            Kin = figure.Topic,
            Names = Lexicon.Default.KeysOf(names),
            Around = Lexicon.Default.KeysOf(figure.Population),
            HasOpposite = figure.Kind == PublishedKind.Percent,
            IsActivity = figure.Series != PublishedSeries.None,
            Words = figure.Indicator,
        };
    }

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Brackets();
}
