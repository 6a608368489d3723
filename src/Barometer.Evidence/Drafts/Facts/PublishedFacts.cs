using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Facts;

/// <summary>The registry's figures as facts, with the words of their indicators.</summary>
internal static partial class PublishedFacts
{
    private static readonly Language[] Languages = [Language.Nb, Language.En];
    private static readonly string[] Local = ["kommun", "municip", "local gov", "fylke", "rådm", "enhetsleder", "unit leader", "ordfører", "mayor", "innovatør", "helse"];
    private static readonly string[] State = ["stat", "virksomhet", "arbeidsplass", "operativ", "strategi", "etat"];

    /// <summary>The facts.</summary>
    public static IEnumerable<Fact> Of(PublishedRegistry registry) => registry.Figures.Select(Of).OfType<Fact>();

    private static Fact? Of(PublishedFigure figure) => figure.Kind != PublishedKind.Rank && figure.Implied is not { } ? null : new Fact(figure.Id, TopicOf(figure))
    {
        Value = figure.Mark,
        Least = figure.Implied?.Lower ?? 0,
        Most = figure.Implied is { Upper: not decimal.MaxValue } implied ? implied.Upper : figure.Implied is null ? 0 : figure.Unit == PublishedUnit.Number ? decimal.MaxValue : 1,
        Decimals = figure.Decimals ?? 0,
        Answers = figure.BaseN,
        Measure = figure.Kind == PublishedKind.Rank ? EvidenceNumber.Rank : figure.Unit == PublishedUnit.Number ? "count" : "share",
        Country = figure.Country,
        Sector = SectorOf(figure),
        Counted = figure.Population.Nb.Contains("virksomhet", StringComparison.OrdinalIgnoreCase) ? UnitKind.Agencies
            : figure.Population.Nb.Contains("arbeidsplass", StringComparison.OrdinalIgnoreCase) ? UnitKind.Workplaces : UnitKind.Other,
        Years = [.. new[] { figure.Year }.OfType<int>().Concat(Year().Matches($"{figure.Edition.Nb} {figure.ReferencePeriod.Nb}").Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))).Distinct()],
        Base = $"published {figure.Id}",
        IsOfSome = figure.Population.Nb.Contains("innovat", StringComparison.OrdinalIgnoreCase) || figure.Population.Nb.Contains("innovasjon", StringComparison.OrdinalIgnoreCase),
        Figure = figure,
        Source = new($"publisert {figure.Id}: {figure.Whose.Nb}, {figure.Indicator.Nb} ({figure.Source.Title})", $"published {figure.Id}: {figure.Whose.En}, {figure.Indicator.En} ({figure.Source.Title})"),
        Told = figure.Text,
    };

    private static Sector SectorOf(PublishedFigure figure)
    {
        var about = $"{figure.Population.Nb} {figure.Survey.Nb}";
        return figure.Country != "NO" ? Sector.Any
            : Local.Any(word => about.Contains(word, StringComparison.OrdinalIgnoreCase)) || figure.Survey.Nb.StartsWith("KS", StringComparison.Ordinal) ? Sector.Local
            : State.Any(word => about.Contains(word, StringComparison.OrdinalIgnoreCase)) ? Sector.State : Sector.Any;
    }

    private static Topic TopicOf(PublishedFigure figure)
    {
        var names = figure.Kind == PublishedKind.Rank ? new LocalizedText($"{figure.Indicator.Nb.Split('(')[0]} {figure.Item!.Nb}", $"{figure.Indicator.En.Split('(')[0]} {figure.Item.En}") : figure.Indicator;
        return new Topic(figure.Id)
        {
            Variable = figure.ItemCode ?? "",
            Family = figure.Series != PublishedSeries.None ? $"published/{figure.Series}" : $"published/{figure.SourceRow}",
            Names = Languages.ToDictionary(language => language, language => Lexicon.Default.KeysOf(names.In(language), language)),
            Around = Languages.ToDictionary(language => language, language => Lexicon.Default.KeysOf(figure.Population.In(language), language)),
            HasOpposite = figure.Kind == PublishedKind.Percent,
            IsActivity = figure.Series != PublishedSeries.None,
            Words = figure.Indicator,
        };
    }

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Year();
}
