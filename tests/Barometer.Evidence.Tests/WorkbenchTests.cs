namespace Barometer.Evidence.Tests;

public class WorkbenchTests
{
    private readonly Workbench _barometer = Workbench.Open(data: TestData);

    private static string TestData => DataFolder.Find(AppContext.BaseDirectory);

    [Fact]
    public void Notice_SyntheticAnswers_SaysSoWithWhatElseHolds()
    {
        var notice = _barometer.Notice(new LocalizedText("Rammen er antatt.", "The frame is assumed."), "operational-2018", "strategic-2018");

        Assert.StartsWith("Syntetiske data. Svarene er laget av kode", notice.ToString(), StringComparison.Ordinal);
        Assert.Contains("Rammen er antatt.", notice.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("The frame is assumed.", notice.StoredHtml(Language.En), StringComparison.Ordinal);
        Assert.DoesNotContain("Rammen", notice.StoredHtml(Language.En), StringComparison.Ordinal);
        Assert.Single(notice.ToMimeBundles());
    }

    /// <summary>Each survey takes over by itself, and the notice goes with the last of them.</summary>
    [Fact]
    public void Notice_RealAnswers_NamesWhatIsSyntheticStillAndElseShowsNothing()
    {
        Assert.Contains("Svarene på «Innovasjonsbarometer for staten 2018, strategisk nivå» er laget", NoticeBox.Of([Real("operational-2018"), _barometer.Survey("strategic-2018")], null).ToString(), StringComparison.Ordinal);
        var none = NoticeBox.Of([Real("operational-2018"), Real("strategic-2018")], new("Rammen er antatt.", "The frame is assumed."));
        Assert.Equal(("", "", 0), (none.ToHtml(), none.ToString(), none.ToMimeBundles().Count()));

        Survey Real(string id)
        {
            var survey = _barometer.Survey(id);
            return new() { Codebook = survey.Codebook, Frame = survey.Frame, Responses = survey.Responses, IsSynthetic = false };
        }
    }

    [Fact]
    public void Open_RealAnswers_AreRefusedUnlessCellsAreJudged()
    {
        var root = Directory.CreateTempSubdirectory("barometer-real-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(TestData, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(root, Path.GetRelativePath(TestData, file).Replace("synthetic", "restricted", StringComparison.Ordinal));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var refused = Assert.Throws<BarometerException>(() => Workbench.Open(data: root));
            JudgedCells.Say();

            Assert.Contains("BAROMETER_EXPLORE=1", refused.Message, StringComparison.Ordinal);
            Assert.Equal(762, Workbench.Open(data: root).Survey("operational-2018").Answers);
        }
        finally
        {
            JudgedCells.Say(areJudged: false);
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void Survey_AskedForTwice_IsReadOnce() =>
        Assert.Same(_barometer.Survey("strategic-2018"), _barometer.Survey("strategic-2018"));

    [Fact]
    public void Survey_Unknown_SaysWhichFileIsMissing() =>
        Assert.Contains("data/codebook", Assert.Throws<BarometerException>(() => _barometer.Survey("tactical-2018")).Message, StringComparison.Ordinal);

    [Fact]
    public void Release_SameIdTwice_TakesThePlaceOfTheFirst()
    {
        var survey = _barometer.Survey("strategic-2018");
        _barometer.Release(survey.ResponseRates("agency_group"), "response");
        _barometer.Release(survey.ResponseCounts(), "response");
        _barometer.Forget("response");

        Assert.Contains("response", Assert.Throws<BarometerException>(() => _barometer.Forget("response")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ResponseTable_BothSurveys_IsThePublishedOne()
    {
        var strategic = _barometer.Release(_barometer.Survey("strategic-2018").ResponseCounts(), "response-strategic");
        var operational = _barometer.Release(_barometer.Survey("operational-2018").ResponseCounts(), "response-operational");

        var rows = _barometer.ResponseTable("response-table", strategic, operational).ToCsv().Split('\n');

        Assert.Contains("180,180,80,", rows[1], StringComparison.Ordinal);
        Assert.Contains("2267,1686,762,", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void ResponseFunnel_BothSurveys_BarsAreSharesOfEachPopulation()
    {
        var strategic = _barometer.Release(_barometer.Survey("strategic-2018").ResponseCounts(), "response-strategic");
        var operational = _barometer.Release(_barometer.Survey("operational-2018").ResponseCounts(), "response-operational");

        var figure = _barometer.ResponseFunnel("response-funnel", strategic, operational);

        var chart = figure.Description.Chart;
        Assert.Equal([100, 100, 44.4, 100, 74.4, 33.6], chart.Rows.Select(row => Math.Round(row.Value!.Value, 1)));
        Assert.Equal("762 (45\u00A0%\u00A0av de inviterte)", chart.Rows[5].ValueLabel);
        Assert.Equal(["Statlige virksomheter", "Statlige arbeidsplasser"], chart.Rows.Select(row => row.Section).Distinct());
        Assert.Contains("(74%\u00A0of the population)", figure.In(Language.En).AltText, StringComparison.Ordinal);
        Assert.Contains(operational.Stamp.Ledger, figure.Stamp.Ledger, StringComparison.Ordinal);
    }

    [Fact]
    public void ResponseTable_Shares_AreRefused()
    {
        var rates = _barometer.Release(_barometer.Survey("strategic-2018").ResponseRates(), "rates");

        Assert.Throws<BarometerException>(() => _barometer.ResponseTable("response-table", rates));
    }

    [Fact]
    public void Check_PublishedCount_IsReproducedAndRemembered()
    {
        var counts = _barometer.Release(_barometer.Survey("operational-2018").ResponseCounts(), "response");

        Assert.Equal(CheckStatus.Reproduced, _barometer.Check("NOS18-ANS-A", counts, "answered").Status);
        Assert.Equal(CheckStatus.Contradicts, _barometer.Check("NOS18-ANS-V", counts, "answered").Status);
        Assert.Equal(["NOS18-ANS-A", "NOS18-ANS-V"], _barometer.Checks().Checks.Select(check => check.Figure.Id));
    }

    [Fact]
    public void Beside_OtherGroups_IsRefused()
    {
        var design = _barometer.Survey("operational-2018").Unweighted();
        var byGroup = _barometer.Release(design.Proportion("innovated", by: "agency_group"), "by-group");
        var all = _barometer.Release(design.Proportion("innovated"), "all");

        Assert.Throws<BarometerException>(() => byGroup.Beside(all));
    }

    [Fact]
    public void Beside_HiddenGroup_ShowsNoNumberOfIt()
    {
        var survey = _barometer.Survey("operational-2018");
        var weighted = _barometer.Release(
            survey.Design().StratifiedBy(["agency_group", "size_band"]).WithFinitePopulation().Proportion("innovated", by: "agency_group"), "weighted");
        var unweighted = _barometer.Release(survey.Unweighted().Proportion("innovated", by: "agency_group"), "unweighted");

        var hidden = weighted.Beside(unweighted).ToCsv().Split('\n').Where(line => line.Contains(':', StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(hidden);
        Assert.All(hidden, line => Assert.DoesNotContain(line.Split(',')[1..], field => field.Length > 0 && char.IsDigit(field[0])));
    }

    [Fact]
    public void Provenance_SyntheticSurvey_NamesEveryFileAndTheDeliveryAndSaysSo()
    {
        var text = _barometer.Provenance("operational-2018").ToString();

        Assert.Contains("Svar laget av modellen, versjon 2 (2026-11-30)", text, StringComparison.Ordinal);

        Assert.Contains("data/synthetic/operational-2018/responses.csv", text, StringComparison.Ordinal);
        Assert.Contains("data/releases/policy.json", text, StringComparison.Ordinal);
        Assert.Contains("syntetiske data", text, StringComparison.Ordinal);
    }
}
