using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Published;

/// <summary>Holds figures.csv against the transcription it was made of: nothing dropped, nothing invented.</summary>
public partial class TranscriptionTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Sources = PublishedFiles.Rows("sources.csv");

    [Fact]
    public void Figures_EverySourceRow_Occurs()
    {
        Assert.Equal(101 + 132, Sources.Count);
        Assert.Equal(
            Sources.Select(row => row["id"]),
            PublishedFiles.Registry.Figures.Select(figure => figure.SourceRow).Distinct());
    }

    [Fact]
    public void Figures_Ids_AreTheRowsOrItsParts()
    {
        foreach (var row in PublishedFiles.Registry.Figures.GroupBy(figure => figure.SourceRow))
        {
            Assert.All(row, figure => Assert.True(
                row.Count() == 1 ? figure.Id == row.Key : PartId().IsMatch(figure.Id) && figure.Id.StartsWith(row.Key + ".", StringComparison.Ordinal),
                figure.Id));
        }
    }

    [Fact]
    public void Printed_NumbersOfTheParts_AreExactlyTheNumbersOfTheRow()
    {
        foreach (var source in Sources)
        {
            var parts = PublishedFiles.Registry.Find(sourceRow: source["id"]);

            Assert.Equal(
                Numbers(source["value"]).Order(StringComparer.Ordinal),
                parts.SelectMany(figure => Numbers(figure.Printed)).Order(StringComparer.Ordinal));
            Assert.True(parts.Count > 1 || parts[0].Printed == source["value"], source["id"]);
        }
    }

    [Fact]
    public void Figures_WhatTheTranscriptionSays_IsUnchanged()
    {
        var sources = Sources.ToDictionary(row => row["id"]);
        foreach (var figure in PublishedFiles.Rows("figures.csv"))
        {
            var source = sources[figure["source_row"]];
            foreach (var column in new[] { "survey", "edition", "reference_period", "source_title", "source_url" })
            {
                Assert.Equal(source[column], figure[column]);
            }

            Assert.Equal(source["base_n"], figure["base_printed"]);
            Assert.True(source["level_sector"] == figure["level_sector"] || figure["id"] == "FI10-PROD.enterprises");
            Assert.Equal(source["id"] == figure["id"] ? source["indicator"] : figure["indicator"], figure["indicator"]);
        }
    }

    [Fact]
    public void Confidence_EveryRow_KeepsItsLetterAndNote()
    {
        foreach (var source in Sources)
        {
            var letter = source["confidence"].StartsWith("A value; C edition", StringComparison.Ordinal) ? Confidence.C : Enum.Parse<Confidence>(source["confidence"][..1]);
            var note = Note().Match(source["confidence"]).Groups[1].Value;

            Assert.All(PublishedFiles.Registry.Find(sourceRow: source["id"]), figure =>
            {
                Assert.Equal(letter, figure.Confidence);
                Assert.Contains(new LocalizedText("", note).En, figure.ConfidenceNote?.En ?? "", StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void BaseN_EveryRow_IsTheNumberInItsBase()
    {
        foreach (var figure in PublishedFiles.Registry.Figures)
        {
            var match = BaseNumber().Match(figure.BasePrinted);
            Assert.Equal(match.Success ? match.Groups[1].Value + match.Groups[2].Value : "", FormattableString.Invariant($"{figure.BaseN}"));
            Assert.Equal(
                figure.SourceRow == "DK1S-N" || figure.BasePrinted.Contains("not weighted", StringComparison.Ordinal) ? false : figure.BasePrinted.Contains("weighted", StringComparison.Ordinal) ? true : null,
                figure.IsWeighted);
        }
    }

    [Fact]
    public void Figures_EveryLabel_IsInBothLanguages() => Assert.All(PublishedFiles.Registry.Figures, figure =>
    {
        Assert.NotEqual("", figure.Indicator.Nb);
        Assert.NotEqual("", figure.Population.Nb);
        Assert.NotEqual("", figure.Survey.Nb);
        Assert.True(figure.Series == PublishedSeries.None || figure.Label is not null, figure.Id);
    });

    [Fact]
    public void Figures_Each_HasTheAddressItWasReadAt() => Assert.All(PublishedFiles.Registry.Figures, figure =>
    {
        Assert.Contains(figure.Source.Address.Scheme, new[] { "http", "https" });
        Assert.Contains('.', figure.Source.Address.Host);
        Assert.NotEqual("", figure.Source.Title);
    });

    [Fact]
    public void Figures_WhoseRowSaysWithoutANumber_AreWords() => Assert.All(
        Sources.Where(row => NoNumber().IsMatch(row["confidence"])),
        row => Assert.All(PublishedFiles.Registry.Find(sourceRow: row["id"]), figure =>
        {
            Assert.True(figure.IsWords, figure.Id);
            Assert.Null(figure.Implied);
        }));

    [Fact]
    public void Figures_WhoseIndicatorNamesADefinition_HaveTheSeries() => Assert.All(
        PublishedFiles.Registry.Figures.Where(figure => figure.Topic == "innovation-activity" && figure.Indicator.En.Contains("(definition: ", StringComparison.Ordinal)),
        figure => Assert.Equal(
            Definition().Match(figure.Indicator.En).Groups[1].Value switch
            {
                "introduced" => PublishedSeries.Introduced,
                "introduced, as employees see it" => PublishedSeries.EmployeesView,
                "undertaken by the branch or unit" => PublishedSeries.Undertaken,
                _ => PublishedSeries.None,
            },
            figure.Series));

    private static IEnumerable<string> Numbers(string text) =>
        Number().Matches(text).Select(match => match.Value.Replace(" ", "", StringComparison.Ordinal));

    [GeneratedRegex(@"\d{1,3}(?: \d{3})+|\d+(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[A-Z0-9-]+\.[a-z0-9-]+$")]
    private static partial Regex PartId();

    [GeneratedRegex(@"rank, no number|statement")]
    private static partial Regex NoNumber();

    [GeneratedRegex(@"\(definition: ([^)]+)\)")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\((.+)\)$")]
    private static partial Regex Note();

    [GeneratedRegex(@"^n = (\d+)|^(\d+) (?:answers|organisations)$")]
    private static partial Regex BaseNumber();
}
