namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>Makes unweighted tables of shares from made-up answers, with the respondents behind each estimate.</summary>
internal sealed class TableMaker
{
    private readonly List<(string Group, string Answer, int Organisation)> _rows = [];

    /// <summary>Adds respondents of one group, each from an organisation of its own unless one is given.</summary>
    public TableMaker Add(string group, string answer, int count, int? organisation = null)
    {
        for (var i = 0; i < count; i++)
        {
            _rows.Add((group, answer, organisation ?? 1000 + _rows.Count));
        }

        return this;
    }

    /// <summary>The share of «yes» by group, and for everybody.</summary>
    public UnreleasedTable Shares(string variable = "innovated", Func<int, bool>? where = null, params string[] answers)
    {
        answers = answers.Length == 0 ? ["yes"] : answers;
        var rows = Enumerable.Range(0, _rows.Count).Where(row => where is null || where(row)).ToArray();
        var estimates = new List<UnreleasedEstimate>();
        foreach (var group in _rows.Select(row => row.Group).Distinct())
        {
            estimates.AddRange(answers.Select(answer => Share(variable, answer, group, [.. rows.Where(row => _rows[row].Group == group)])));
        }

        estimates.AddRange(answers.Select(answer => Share(variable, answer, null, rows)));
        return Table(Measure.Share, estimates);
    }

    public UnreleasedTable Table(Measure measure, IReadOnlyList<UnreleasedEstimate> estimates) => new(
        new TableHeading
        {
            Measure = measure,
            Survey = "test",
            IsSynthetic = true,
            Title = new LocalizedText("Tittel", "Title"),
            Universe = new LocalizedText("arbeidsplasser", "workplaces"),
            Weighting = new LocalizedText("uvektet", "unweighted"),
            By = ["group"],
            ByLabels = [new LocalizedText("Gruppe", "Group")],
        },
        estimates)
    {
        OrganisationOfRow = [.. _rows.Select(row => row.Organisation)],
    };

    private UnreleasedEstimate Share(string variable, string answer, string? group, int[] rows)
    {
        var counted = rows.Where(row => _rows[row].Answer == answer).ToArray();
        var numbers = new Estimate
        {
            Outcome = new Outcome(variable, answer),
            Groups = group is null ? [] : [new GroupValue("group", group)],
            Value = (double)counted.Length / rows.Length,
            StandardError = 0.123456789,
            Interval = new ConfidenceInterval(0.1234567, 0.7654321, 0.95, "logit"),
            Respondents = rows.Length,
            EffectiveRespondents = rows.Length,
            Base = rows.Length,
            DegreesOfFreedom = rows.Length - 1,
            Members = new CellMembers(rows, counted),
        };
        return new UnreleasedEstimate(
            numbers,
            new LabelledOutcome(variable, answer, new LocalizedText(answer, answer)),
            group is null ? [] : [new LabelledGroup("group", group, new LocalizedText(group, group))]);
    }
}
