using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Tests.Published;

/// <summary>
/// The concordance with the Danish lists, and its page docs/concordance.md, made from it. <c>BAROMETER_RENEW=1</c> writes the page anew.
/// </summary>
public class ConcordanceTests
{
    private static readonly string Data = DataFolder.Find(AppContext.BaseDirectory);
    private static readonly IReadOnlyList<ConcordanceRow> Rows = ConcordanceFile.Read(Data);
    private static readonly Codebook Codebook = SurveyReader.Read(Data, "operational-2018").Codebook;

    private readonly Workbench _barometer = Workbench.Open(data: Data);

    [Theory]
    [InlineData("types", "10 20 30 40 50")]
    [InlineData("novelty", "60 70 80 90")]
    [InlineData("initiators", "100 110 120 130 140 150 155 160 170 180 190 200 202 207 209 210 220")]
    [InlineData("values", "230 240 250 260 265 270 280")]
    public void Rows_OfAList_AreTheDanishCodesEachOnce(string list, string codes) => Assert.Equal(
        codes, string.Join(' ', Rows.Where(row => row.List == list && row.Code.Length > 0 && row.Mapping != ConcordanceMapping.Sum).Select(row => row.Code)));

    [Fact]
    public void Rows_EveryAnswerOfOurs_StandsBesideTheLists()
    {
        string[] items = [.. new[] { "types", "initiators", "values" }.SelectMany(Codebook.Items).Select(item => item.Name)];
        string[] novelty = [.. Codebook.Responses.Single(variable => variable.Name == "novelty").Categories.Select(category => category.Code)];

        Assert.Empty(items.Except(Rows.Select(row => row.OurVariable)));
        Assert.Empty(novelty.Except(Rows.Where(row => row.OurVariable == "novelty").Select(row => row.OurCategory)));
    }

    [Fact]
    public void Rows_WhatTheyNameOfOurs_IsInTheCodebook() => Assert.All(Rows.Where(row => row.OurVariable.Length > 0 && row.OurVariable != "universe"), row =>
    {
        // «Don't know» may be to a battery as a whole: then every item of it has it.
        var variables = Codebook.Batteries.ContainsKey(row.OurVariable) ? Codebook.Items(row.OurVariable) : [Codebook.Responses.Single(one => one.Name == row.OurVariable)];
        Assert.All(variables, variable => Assert.Contains(row.OurCategory, variable.Categories.Select(category => category.Code).Concat(variable.MissingCodes.Select(missing => missing.Code))));
    });

    /// <summary>Ours follows the source unless there is a reason; nothing stands open.</summary>
    [Fact]
    public void Rows_EachDeparture_HasAReason() => Assert.All(Rows, row =>
    {
        Assert.Equal(row.Departs, row.Reason is not null);
        Assert.Equal(row.Mapping is ConcordanceMapping.Missing, row.Departs && row.OurVariable.Length == 0);
        Assert.Equal(row.Mapping == ConcordanceMapping.Sum, row.StatedSum is not null);
        Assert.NotEqual("", row.Source);
        Assert.All(new[] { row.Reason, row.Note }.OfType<LocalizedText>(), text => Assert.True(text.Nb.Length > 0 && text.En.Length > 0));
    });

    /// <summary>Which answers depart is said here, too, so that none comes to depart unseen.</summary>
    [Fact]
    public void Rows_ThatDepart_AreTheseFew() => Assert.Equal(
        ["types 10", "novelty 70", "novelty 80", "initiators 209", "values 240", "values value_business", "values value_none_yet"],
        Rows.Where(row => row.Departs && row.List != "classification").Select(row => $"{row.List} {(row.Code.Length > 0 ? row.Code : row.OurVariable)}"));

    [Theory]
    [InlineData("initiated_by_private,yes,same,,,", "initiated_by_private,yes,narrower,,,")]
    [InlineData("not possible in 2018,ikke mulig i 2018", ",")]
    public void Read_ADepartureWithoutAReason_IsRefused(string said, string instead)
    {
        var data = Directory.CreateTempSubdirectory("concordance-").FullName;
        var text = File.ReadAllText(Path.Combine(Data, ConcordanceFile.Place));
        Assert.Contains(said, text, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(data, "codebook"));
        File.WriteAllText(Path.Combine(data, ConcordanceFile.Place), text.Replace(said, instead, StringComparison.Ordinal));

        Assert.Contains("without a reason", Assert.Throws<BarometerException>(() => ConcordanceFile.Read(data)).Message, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public void Concordance_Initiators_ShowsTheDanishAnswersBesideOurs()
    {
        var table = _barometer.Concordance("initiators");

        Assert.Equal(17, table.Content.Rows.Count);
        Assert.Equal("Covid-19", Assert.Single(table.Content.Rows, row => row.Cells[3].Words!.Nb == "mangler hos oss").Cells[0].Words!.Nb, ignoreCase: true);
        Assert.Equal("Vet ikke", table.Content.Rows[^1].Cells[2].Words!.Nb);
        Assert.False(table.Stamp.IsSynthetic);
    }

    [Fact]
    public void Concordance_UnknownList_NamesTheLists() =>
        Assert.Contains("initiators", Assert.Throws<BarometerException>(() => _barometer.Concordance("partners")).Message, StringComparison.Ordinal);

    /// <summary>The stated sums stand beside ours, with their note and without a judgement.</summary>
    [Fact]
    public void StatedSums_OfReleasedShares_StandBesideWithoutAJudgement()
    {
        var design = _barometer.Design("operational-2018");
        var initiators = _barometer.Release(design.Battery("initiators"), id: "initiators");
        var table = _barometer.StatedSums("sums", initiators, _barometer.Release(design.Proportion("novelty"), id: "novelty"));
        var row = table.Content.Rows[0];

        Assert.Equal("rundt\u00A0217\u00A0%", row.Cells[1].Words!.Nb);
        Assert.Equal(initiators.Released.Content.Estimates.Sum(estimate => estimate.Value), row.Cells[2].Value, 9);
        Assert.Equal(1, table.Content.Rows[1].Cells[2].Value, 2); // answers that exclude each other
        Assert.True(table.Stamp.IsSynthetic);
        Assert.DoesNotContain("gjenskapt", table.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("strid", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void StatedSums_OfAnotherQuestion_IsRefused() => Assert.Throws<BarometerException>(() => _barometer.StatedSums(
        "sums", _barometer.Release(_barometer.Design("operational-2018").Battery("partners"), id: "partners")));

    [Fact]
    public void Page_OfTheConcordance_IsTheStoredOne()
    {
        var stored = Path.Combine(Root(AppContext.BaseDirectory), "docs", "concordance.md");
        if (Environment.GetEnvironmentVariable("BAROMETER_RENEW") == "1")
        {
            File.WriteAllText(stored, Page());
        }

        Assert.Equal(Page(), File.ReadAllText(stored));
    }

    private static string Page()
    {
        var page = new StringBuilder().Append("""
            # Our questionnaire beside the Danish lists

            The Norwegian forms of 2018 were not found; the codebook is a reconstruction after the Danish survey. Statistics Denmark publishes code lists of its four tables on
            public innovation (OIN01DK–OIN04DK), and they can be held against ours: [data/codebook/concordance-dk.csv](../data/codebook/concordance-dk.csv), an answer a line. *Same*, *narrower* and
            *wider* go from the Danish answer to ours: a narrower one covers less than ours. This page is made from that file. The lists were read in notes kept in a public repository
            (josca42/varro_dst), with codes, labels and sums only; the English labels are ours but for the documentation's own. What is confirmed is that a Danish list has the answer, never that the
            Norwegian form of 2018 had it.

            Since 30 November 2026 ours follows the Danish list wherever there is no reason not to (decision 0180); a line that departs without one is refused when the file is read. Which answer of which list
            a Danish source confirms, [data/README.md](../data/README.md) says.


            """);
        foreach (var (list, title) in ConcordanceFile.Lists)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {title.En}\n\n");
            page.Append("| Danish code | Danish answer | in English | our answer | the Danish one is | note |\n|---|---|---|---|---|---|\n");
            foreach (var row in Rows.Where(row => row.List == list && row.Mapping != ConcordanceMapping.Sum))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {row.Code} | {row.Danish} | {row.English} | {Ours(row)} | {ConcordanceFile.Word(row.Mapping).En} | {row.Note?.En} |\n");
            }

            page.Append('\n');
        }

        page.Append("## Where ours departs, and why\n\n| list | Danish code | Danish answer | ours | reason |\n|---|---|---|---|---|\n");
        foreach (var row in Rows.Where(row => row.Reason is not null && row.List != "classification"))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {row.List} | {row.Code} | {row.English} | {Ours(row)} | {row.Reason!.En} |\n");
        }

        page.Append("""

            Levels, industries and sizes all depart for one reason: our population is the Norwegian state, and groups and sizes are our own.

            ## Sums that the source states

            Shares over a question with several answers add up to more than a hundred per cent. The notes state the sums; [notebook 90](../notebooks/90-reproduce-published.ipynb) shows them beside
            those of the released shares, as information and never as a check: years, bases and rules of answering differ.


            """);
        page.Append("| list | stated sum | note |\n|---|--:|---|\n");
        foreach (var row in Rows.Where(row => row.Mapping == ConcordanceMapping.Sum))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {row.List} | about {row.StatedSum!.Value * 100:0} % | {row.Note!.En} |\n");
        }

        page.Append("""

            CO-PI's shares of types in the *latest* innovation (79, 37, 29 and 22 per cent; `DK4-TYPE-…` in the registry) add up to 167: another question than any type in two years.

            """);
        return page.ToString();
    }

    private static string Ours(ConcordanceRow row) => row.OurVariable.Length == 0 ? "" : row.OurCategory.Length == 0 ? row.OurVariable : $"`{row.OurVariable}`: {row.OurCategory}";

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Barometer.Analysis.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
