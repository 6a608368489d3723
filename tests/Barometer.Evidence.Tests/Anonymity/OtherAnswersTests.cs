using System.Text;
using Barometer.Evidence.Tests.Pack;

namespace Barometer.Evidence.Tests.Anonymity;

/// <summary>
/// Two sets of answers that agree in everything shown and differ in what is hidden give the same bytes in every form: titles that name the largest, alternative texts, orders, axes, colours, decimals, charts with their
/// numbers inside.
/// </summary>
public class OtherAnswersTests
{
    private const string Operational = "operational-2018";
    private static readonly string Data = DataFolder.Find(AppContext.BaseDirectory);

    [Fact]
    public void Show_OtherAnswersOfHiddenGroups_AreTheSameBytes()
    {
        var survey = SurveyReader.Read(Data, Operational);
        var journal = new List<JournalEntry>();
        _ = Released(survey, ReleaseLedger.Empty, journal.Add);
        string[] hidden = [.. journal[0].Released!.Content.Estimates.Where(one => one.Status == CellStatus.Suppressed).Select(one => one.Groups[0].Code)];
        Assert.Equal(2, hidden.Length);
        var ledger = new ReleaseLedger(journal.Select(one => one.Entry with
        {
            Cells = [.. one.Entry.Cells.Zip(one.Released!.Content.Estimates, (cell, estimate) => estimate.Groups.Any(group => hidden.Contains(group.Code)) ? cell with { Status = CellStatus.Suppressed } : cell)],
        }));

        var first = Shown(Released(survey, ledger, _ => { }));
        var second = Shown(Released(Swapped(Swapped(survey, "innovated", hidden), "culture_risk", hidden), ledger, _ => { }));

        Assert.True(first.Count > 100, $"{first.Count}");
        Assert.Equal(first.Select(one => one.Name), second.Select(one => one.Name));
        Assert.All(first.Zip(second), one => Assert.True(one.First.Bytes.AsSpan().SequenceEqual(one.Second.Bytes), one.First.Name));
    }

    // One respondent of each of two hidden groups change answers with each other.
    private static Survey Swapped(Survey survey, string variable, string[] groups)
    {
        var (column, group) = (survey.Responses.Categorical(variable), survey.Responses.Categorical("agency_group"));
        var codes = column.Codes.ToArray();
        var rows = groups.Select(code => Enumerable.Range(0, codes.Length).Where(row => codes[row] >= 0 && group.Categories[group.Codes[row]] == code).ToList()).ToList();
        var (a, b) = (from x in rows[0] from y in rows[1] where codes[x] != codes[y] select (x, y)).First();
        (codes[a], codes[b]) = (codes[b], codes[a]);
        var changed = new CategoricalColumn(column.Name, column.Categories, codes, [.. Enumerable.Range(0, codes.Length).Select(column.MissingAt)], column.Ordered)
        {
            Routing = column.Routing,
            ReasonCodes = column.ReasonCodes,
            IsConfidential = column.IsConfidential,
        };
        return new Survey
        {
            Codebook = survey.Codebook,
            IsSynthetic = survey.IsSynthetic,
            Frame = survey.Frame,
            Responses = new DataSet(survey.Responses.Name, [.. survey.Responses.Columns.Select(one => one == column ? changed : one)]),
        };
    }

    private static (ReleasedEstimates Share, ReleasedEstimates Risk, ReleasedEstimates Whole) Released(Survey survey, ReleaseLedger ledger, Action<JournalEntry> released)
    {
        new WorkbenchSetting { Data = Data, Surveys = new Dictionary<string, Survey> { [Operational] = survey }, Ledger = ledger, Released = released, IsDecidedAfterwards = true }.Apply();
        var barometer = Workbench.Open();
        var design = barometer.Survey(Operational).Unweighted();
        return (barometer.Release(design.Proportion("innovated", by: "agency_group"), id: "innovated"), barometer.Release(design.Proportion("culture_risk", by: "agency_group"), id: "risk"), barometer.Release(design.Proportion("innovated"), id: "all"));
    }

    private static List<(string Name, byte[] Bytes)> Shown((ReleasedEstimates Share, ReleasedEstimates Risk, ReleasedEstimates Whole) released)
    {
        var (share, risk, whole) = released;
        const string Places = "{all/innovated}, {innovated/innovated@directorate}, {often(innovated/innovated@directorate, innovated/innovated@external_agency)}";
        Displayable[] shown =
        [
            share, share.Bars().Ordered(BarOrder.Value), share.Dots().Titled("{largest}", "{smallest}"), share.Bars().Titled("{between}", "{between}"), share.Bars().Titled(Places, Places, whole.Released).Sized(FigureSize.Slide),
            share.Sentence("{innovated/innovated@directorate:rank}, {largest}", "{between}"), share.Sentence(Places, Places, whole),
            risk, risk.Likert(), risk.Stacked(),
        ];
        var exhibits = shown.Select((one, i) => i is 0 or 4 or 8 ? PackSample.Exhibit("own", $"cell-{(char)('a' + i)}", one) : null).OfType<Evidence.Exhibits.Exhibit>().ToList();
        var pack = new EvidencePack([new PackTheme(new("Egne", "Own"), exhibits)], new PackOrigin(Data, null) { HasCharts = true });
        return
        [
            .. shown.SelectMany((one, i) => Forms(one).Select((form, j) => ($"{i}/{j}", form))),
            .. pack.Files().Select(file => (file.Name, file.Bytes)),
        ];
    }

    private static IEnumerable<byte[]> Forms(Displayable shown) =>
    [
        .. new[] { shown.ToHtml(), shown.ToString()!, shown.StoredHtml(Language.En) }.Select(Encoding.UTF8.GetBytes),
        .. shown is not Figure figure ? [] : new[] { figure, figure.In(Language.En) }.SelectMany(one => new[] { one.ToSvg(), one.ToNarrowSvg(), one.ToPlotlyJson(), one.Title, one.AltText, one.Caption }).Select(Encoding.UTF8.GetBytes),
    ];
}
