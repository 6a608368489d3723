namespace Barometer.Cli.Tests.Publishing;

public class PublicationTests
{
    private static readonly LedgerEntry Entry = new()
    {
        Id = "one",
        Notebook = "01-first",
        Survey = "strategic-2018",
        IsSynthetic = true,
        About = "share of agencies",
        Digest = "0123456789abcdef",
        Cells = [new("strategy=none", CellStatus.Published), new("strategy=adopted", CellStatus.Suppressed)],
    };

    [Fact]
    public void Faults_AFinding_MustBeExceptedWithAReason()
    {
        var table = Table("a reader can work it out");

        var without = Assert.Single(Of(new PublicationRequest(["one"], default)).Faults([table]));
        var with = Of(new PublicationRequest(["one"], default) { Exceptions = [new("one", "known from the press")] }).Faults([table]);

        Assert.Contains("a reader can work it out", without, StringComparison.Ordinal);
        Assert.Contains("--except one=reason", without, StringComparison.Ordinal);
        Assert.Empty(with);
        Assert.Single(Of(new PublicationRequest(["one"], default) { Exceptions = [new("one", "for good measure")] }).Faults([Table()]));
    }

    [Fact]
    public void Faults_CorrectionThatChangesNothing_IsOne() => Assert.Contains(
        "nothing to correct", Assert.Single(Of(new PublicationRequest(["one"], default)).Faults([Table() with { Before = Entry with { IsPublished = true } }])), StringComparison.Ordinal);

    [Fact]
    public void Edition_OfATable_HoldsWhoWhenAndWhy()
    {
        var edition = Of(new PublicationRequest(["one"], new DateOnly(2026, 11, 29)) { Author = "AB", Reviewer = "CD", Exceptions = [new("one", "known")] }).Edition([Table("found")], "abc");

        Assert.Equal((1, "AB", "CD", "abc", PublishedNumbers.Policy.Version, "2026-11-29"), (edition.Number, edition.Author, edition.Reviewer, edition.Commit, edition.Policy, edition.Told));
        Assert.Equal([new ReleaseException("one", "known")], edition.Exceptions);
        Assert.Equal(PublishedRelease.Of(Entry), Assert.Single(edition.Releases));
    }

    [Fact]
    public void Statbarn_EveryMeasure_IsAClassOfTheOntology()
    {
        // The subclasses of «Statbarn» in StatbarnSDC 1.0.
        string[] classes =
        [
            "CalculatedRatios", "Clusters", "CorrelationCoefficients", "Endpoints", "Frequencies", "GiniCoefficient", "HazardSurvivalTables", "LinearAggregations",
            "LinkedMultilevelTables", "Mode", "NonLinearConcentrationRatios", "Position", "Shape", "StatisticalHypothesisTests",
        ];

        Assert.Subset(classes.ToHashSet(), Enum.GetValues<Measure>().Select(measure => Statbarn.Of(measure).Name).Concat([Statbarn.CorrelationCoefficients.Name, Statbarn.StatisticalHypothesisTests.Name]).ToHashSet());
        Assert.Equal("https://www.w3id.org/statbarnsdc#Frequencies", Statbarn.Of(Measure.Share).Uri);
    }

    [Fact]
    public void Statbarn_EffectsAndTests_AreMoreThanTheirMeasure()
    {
        ReleasedNumber? risk = null;
        var (document, journal) = PublishedNumbers.Released(PublishedNumbers.Data, ReleaseLedger.Empty, barometer =>
        {
            var design = barometer.Design("operational-2018");
            risk = barometer.Release(design.RelativeRisk("innovated", "size_group", "from_50", from: "under_20"), "risk");
            barometer.Release(design.Regression("innovated", ["size_group"], RegressionFamily.Logistic).Effects(), "effects");
            barometer.Release(barometer.Survey("operational-2018").ResponseCounts(), "counts");
        });

        IReadOnlyList<Statbarn> Of(string id) => Statbarn.Of(journal.Single(one => one.Entry.Id == id).Released!.Content, document.Numbers.Where(number => number.Release.Id == id));
        Assert.Equal([Statbarn.CorrelationCoefficients, Statbarn.StatisticalHypothesisTests], Of("effects"));
        Assert.Equal([Statbarn.Frequencies], Of("counts"));
        Assert.Equal(
            [Statbarn.Frequencies, Statbarn.CalculatedRatios, Statbarn.StatisticalHypothesisTests],
            Statbarn.Of(journal.Single(one => one.Entry.Id == "risk").Released!.Content, EvidenceNumbers.Of(risk!.Table())));
    }

    [Fact]
    public void Citation_OfAnEdition_NamesItOnceHoweverOftenItIsWritten()
    {
        var first = Of(new PublicationRequest(["one"], new DateOnly(2026, 11, 29)) { Author = "AB", Reviewer = "CD" }).Edition([Table()], "abc");
        var text = File.ReadAllText(Path.Combine(Clone.Original, "CITATION.cff"));

        var once = CitationFile.Write(text, first);
        var twice = CitationFile.Write(once, first with { Number = 2, Commit = "def" });

        Assert.True(CitationFile.Names(once, first));
        Assert.False(CitationFile.Names(twice, first));
        Assert.Equal(["version: \"0.1.0, edition 2\"", "commit: def", "date-released: \"2026-11-29\""], twice.Split('\n').Where(line => line.StartsWith("version:", StringComparison.Ordinal) || line.StartsWith("commit:", StringComparison.Ordinal) || line.StartsWith("date-released:", StringComparison.Ordinal)));
        Assert.False(CitationFile.Names(text, first));
        Assert.True(CitationFile.Names(once.Replace("0.1.0", "0.2.0", StringComparison.Ordinal), first)); // the code goes on
    }

    private static Publication Of(PublicationRequest request) => new(request, new ReleaseLedger([Entry]), PublishedNumbers.Data);

    private static ReviewedTable Table(params string[] findings) => new("one", Entry, null, null, [], null, null, findings, null);
}
