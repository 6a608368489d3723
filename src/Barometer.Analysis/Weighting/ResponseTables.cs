namespace Barometer.Analysis.Weighting;

/// <summary>
/// How many units the frame has, how many were invited and how many answered. These are facts, not estimates: they have
/// no standard error. The frame says who was invited in its yes/no variable <c>invited</c>.
/// </summary>
public static class ResponseTables
{
    private static readonly LocalizedText Units = new("Populasjon", "Population");
    private static readonly LocalizedText Invited = new("Invitert", "Invited");
    private static readonly LocalizedText Answered = new("Svart", "Answered");

    /// <summary>
    /// Population, invited and answered, for each group and for everybody: the outcomes <c>population</c>, <c>invited</c>
    /// and <c>answered</c>. Only the last has respondents behind it; the others are facts of the frame.
    /// </summary>
    /// <param name="survey">The survey.</param>
    /// <param name="by">Variables of the frame, by name or title.</param>
    /// <exception cref="BarometerException">A variable does not exist in the frame or the responses.</exception>
    /// <example><code>survey.ResponseCounts("agency_group")</code></example>
    public static UnreleasedTable ResponseCounts(this Survey survey, Grouping? by = null)
    {
        by = Understood(survey, by);
        var groups = Count(survey, by ?? Grouping.None);
        return Table(survey, by, Measure.Count, new LocalizedText("Populasjon, invitasjoner og svar", "Population, invitations and answers"), groups, one =>
        [
            Fact("population", Units, one, one.Units, null),
            Fact("invited", Invited, one, one.Invited, null),
            Fact("answered", Answered, one, one.Rows.Length, one.Rows),
        ]);
    }

    /// <summary>
    /// The share of the invited that answered, for each group and for everybody. The base is the number of invited; the
    /// number of respondents is that of the answers.
    /// </summary>
    /// <param name="survey">The survey.</param>
    /// <param name="by">Variables of the frame.</param>
    /// <exception cref="BarometerException">A variable does not exist in the frame or the responses.</exception>
    /// <example><code>survey.ResponseRates("size_band")</code></example>
    public static UnreleasedTable ResponseRates(this Survey survey, Grouping? by = null)
    {
        by = Understood(survey, by);
        var groups = Count(survey, by ?? Grouping.None);
        var universe = new LocalizedText($"inviterte {survey.Codebook.Universe.Nb}", $"invited {survey.Codebook.Universe.En}");
        return Table(survey, by, Measure.Share, new LocalizedText("Svarandel av de inviterte", "Response rate of the invited"), groups, one =>
        [
            Fact("answered", Answered, one, one.Rows.Length / (double)one.Invited, one.Rows, one.Invited),
        ], universe);
    }

    private static Grouping? Understood(Survey survey, Grouping? by) => new Vocabulary(new Labels(survey), survey.Codebook, survey.Frame).Variables(by);

    private static UnreleasedTable Table(
        Survey survey, Grouping? by, Measure measure, LocalizedText title, List<Group> groups, Func<Group, UnreleasedEstimate[]> estimates, LocalizedText? universe = null)
    {
        var labels = new Labels(survey);
        return new UnreleasedTable(
            new TableHeading
            {
                Measure = measure,
                Survey = survey.Id,
                IsSynthetic = survey.IsSynthetic,
                Title = title,
                Source = survey.Codebook.Title,
                Year = survey.Codebook.Year,
                Universe = universe ?? survey.Codebook.Universe,
                Weighting = Labels.Unweighted,
                Method = new EstimationMethod(),
                By = [.. by ?? Grouping.None],
                ByLabels = [.. (by ?? Grouping.None).Select(labels.Of)],
            },
            [.. groups.SelectMany(estimates)])
        {
            Data = (survey.Responses, survey.Frame),
            OrganisationOfRow = survey.OrganisationOfRow,
            Respondents = survey.Respondents,
        };
    }

    private static UnreleasedEstimate Fact(string name, LocalizedText label, Group group, double value, int[]? rows, double? frameBase = null)
    {
        var numbers = new Estimate
        {
            Outcome = new Outcome(name, null),
            Groups = [.. group.Values.Select(one => new GroupValue(one.Variable, one.Code))],
            Value = value,
            Respondents = rows?.Length,
            Base = frameBase ?? double.NaN,
            Members = rows is null ? null : new CellMembers(rows, null),
        };
        return new UnreleasedEstimate(numbers, new LabelledOutcome(name, null, label), group.Values) { IsFrameCount = rows is null, HasFrameBase = frameBase is not null };
    }

    private static List<Group> Count(Survey survey, Grouping by) => BarometerException.Translating(() =>
    {
        var labels = new Labels(survey);
        var crossing = CrossClassification.Of(survey.Frame, by);
        var answered = crossing.CellsIn(survey.Responses);
        var invited = survey.Frame.Categorical("invited");
        var yes = invited.IndexOf("yes");
        var groups = new List<Group>();
        for (var cell = 0; by.Count > 0 && cell < crossing.CellCount; cell++)
        {
            if (Array.IndexOf(crossing.Cells, cell) >= 0)
            {
                IReadOnlyList<LabelledGroup> values =
                    [.. crossing.CategoriesOf(cell).Select((category, i) => new LabelledGroup(by[i], category, labels.Of(by[i], category)))];
                groups.Add(Make(values, row => crossing.Cells[row] == cell, row => answered[row] == cell));
            }
        }

        groups.Add(Make([], _ => true, _ => true));
        return groups;

        Group Make(IReadOnlyList<LabelledGroup> values, Func<int, bool> inFrame, Func<int, bool> inAnswers) => new(
            values,
            Enumerable.Range(0, survey.Frame.RowCount).Count(inFrame),
            Enumerable.Range(0, survey.Frame.RowCount).Count(row => inFrame(row) && invited.Codes[row] == yes),
            [.. Enumerable.Range(0, survey.Responses.RowCount).Where(inAnswers)]);
    });

    private sealed record Group(IReadOnlyList<LabelledGroup> Values, int Units, int Invited, int[] Rows);
}
