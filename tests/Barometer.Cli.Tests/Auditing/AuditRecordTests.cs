using Barometer.Analysis.Anonymity.Alternatives;

namespace Barometer.Cli.Tests.Auditing;

public sealed class AuditRecordTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("barometer-audit-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public void Store_ThenFind_IsTheSameAndLiesAmongTheRealAnswers()
    {
        var record = new AuditRecord(IsQuick: true, 56, [new ReleaseProof("one", "0123456789abcdef", 344, 338, 31, 30)]);

        record.Store(_data.FullName);

        var found = AuditRecord.Find(_data.FullName)!;
        Assert.Equal((record.IsQuick, record.Worlds), (found.IsQuick, found.Worlds));
        Assert.Equal(record.Releases, found.Releases);
        Assert.False(found.Releases[0].IsComplete);
        Assert.Equal(["restricted"], _data.GetDirectories().Select(folder => folder.Name));
    }

    [Fact]
    public void Of_AProofThatHasNotBegun_HasTheFactsOfEachReleasesQuestionsAndProvesNone()
    {
        var survey = SurveyReader.Read(PublishedNumbers.Data, "strategic-2018");
        var (_, journal) = PublishedNumbers.Released(PublishedNumbers.Data, ReleaseLedger.Empty, barometer =>
        {
            barometer.Release(barometer.Design(survey.Id).Proportion("strategy"), "strategy");
            barometer.Release(barometer.Design(survey.Id).Proportions(["earmarked_money", "allocation_letter"]), "two");
            barometer.Release(barometer.Survey(survey.Id).ResponseCounts(), "counts");
        });

        var record = AuditRecord.Of(new ProofResult([survey], PublishedNumbers.Policy, journal), journal, isQuick: true);

        Assert.Equal(["strategy", "two"], record.Releases.Select(one => one.Id));
        Assert.Equal(journal.Take(2).Select(one => one.Entry.Digest), record.Releases.Select(one => one.Digest));
        Assert.All(record.Releases, one => Assert.Equal((true, 0, 0), (one.Facts > 0, one.ProvenFacts, one.ProvenCounts)));
        Assert.True(record.Releases[1].Facts > record.Releases[0].Facts);
    }

    [Fact]
    public void Find_NoneOrAnotherFile_IsNone()
    {
        Assert.Null(AuditRecord.Find(_data.FullName));
        new AuditRecord(IsQuick: false, 1, []).Store(_data.FullName);
        File.WriteAllText(Directory.GetFiles(_data.FullName, "*", SearchOption.AllDirectories).Single(), "no record");

        Assert.Null(AuditRecord.Find(_data.FullName));
    }
}
