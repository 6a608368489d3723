namespace Barometer.Analysis.Tests.Loading;

public class SurveyFolderTests
{
    [Fact]
    public void Read_RestrictedFolderWithBothFiles_TakesOver()
    {
        using var fixture = new SurveyFixture();
        Directory.CreateDirectory(Path.GetDirectoryName(fixture.RestrictedFolder)!);
        Directory.Move(fixture.SyntheticFolder, fixture.RestrictedFolder);

        Assert.False(fixture.Read().IsSynthetic);
    }

    [Fact]
    public void Read_RestrictedFolderMissing_ReadsTheSyntheticStandIn()
    {
        using var fixture = new SurveyFixture();

        var survey = fixture.Read();

        Assert.True(survey.IsSynthetic);
        Assert.Contains("syntetiske data", survey.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RestrictedFolderWithOneFile_SaysWhichIsMissing()
    {
        using var fixture = new SurveyFixture();
        Directory.CreateDirectory(fixture.RestrictedFolder);
        File.Copy(fixture.PathOf("frame.csv"), Path.Combine(fixture.RestrictedFolder, "frame.csv"));

        var problem = fixture.ReadProblem();

        Assert.Equal(("A file is missing", "data/restricted/operational-2018/responses.csv"), (problem.What, problem.File));
        Assert.Contains("both files", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RestrictedFolderEmpty_NamesBothFiles()
    {
        using var fixture = new SurveyFixture();
        Directory.CreateDirectory(fixture.RestrictedFolder);

        Assert.Equal(2, fixture.ReadProblems().Count);
    }

    [Fact]
    public void Read_RestrictedFileBroken_NamesTheRestrictedFile()
    {
        using var fixture = new SurveyFixture();
        fixture.Set("responses.csv", 5, "spread", SurveyFixture.Secret);
        Directory.CreateDirectory(Path.GetDirectoryName(fixture.RestrictedFolder)!);
        Directory.Move(fixture.SyntheticFolder, fixture.RestrictedFolder);

        Assert.Equal("data/restricted/operational-2018/responses.csv", fixture.ReadProblem().File);
    }

    [Theory]
    [InlineData("operational-2019")]
    [InlineData("../operational-2018")]
    public void Locate_UnknownSurvey_ListsThoseThereAre(string id)
    {
        var error = Assert.Throws<BarometerException>(() => SurveyFolder.Locate(SurveyFixture.Committed, id));

        Assert.Equal("one of operational-2018, operational-2021, strategic-2018", Assert.Single(error.Problems).Expected);
    }

    [Fact]
    public void Locate_RootWithATrailingSeparator_ShowsPathsFromTheRepository()
    {
        var folder = SurveyFolder.Locate(SurveyFixture.Committed + Path.DirectorySeparatorChar, "strategic-2018");

        Assert.Equal("data/codebook/strategic-2018.json", folder.Display(folder.Codebook));
    }

    [Fact]
    public void List_CommittedData_GivesAllSurveys() =>
        Assert.Equal(["operational-2018", "operational-2021", "strategic-2018"], SurveyCatalog.List(SurveyFixture.Committed));

    [Fact]
    public void List_NoSuchFolder_GivesNone() => Assert.Empty(SurveyCatalog.List(Path.Combine(SurveyFixture.Committed, "nowhere")));

    [Fact]
    public void Find_FolderWithoutData_SaysWhatIsLookedFor()
    {
        var empty = Directory.CreateTempSubdirectory("barometer");
        try
        {
            var error = Assert.Throws<BarometerException>(() => DataFolder.Find(empty.FullName));
            Assert.Contains("data/codebook", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            empty.Delete();
        }
    }
}
