namespace Barometer.Analysis.Weighting;

/// <content>Two-way tables.</content>
public sealed partial class BarometerDesign
{
    private const string Both = "_and_";

    /// <summary>
    /// A two-way table: the answers to one question by those to another or by groups, with weighted percentages, the unweighted number of answers beside them, totals on both sides and a test of
    /// independence.
    /// </summary>
    /// <param name="rows">The variable of the rows, by its name or title.</param>
    /// <param name="columns">The variable of the columns.</param>
    /// <param name="percent">What the percentages add up to a hundred over.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">A variable doesn't exist or isn't categorical, both are the same, or nobody is in the base.</exception>
    /// <example><code>barometer.Release(design.CrossTable("partner_private", "evaluated", PercentOf.Column), id: "evaluated-and-private")</code></example>
    public UnreleasedCrossTable CrossTable(string rows, string columns, PercentOf percent = PercentOf.Row, AnswerBase answers = AnswerBase.Asked)
    {
        (rows, columns) = (Names.Variable(rows), Names.Variable(columns));
        if (rows == columns)
        {
            throw new BarometerException(new Problem($"A table of «{rows}» by itself tells nothing", Expected: "two different variables", Hint: $"design.Proportion(\"{rows}\")"));
        }

        var (variable, by) = percent == PercentOf.Column ? (rows, columns) : (columns, rows);
        var shares = Of(variable, answers, design => design.Distribution(variable, by, answers));
        CrossPlace Place(UnreleasedEstimate one, CrossAxis ofRows, CrossAxis ofColumns)
        {
            var (answer, group) = (one.Outcome.Code, one.Groups.Count > 0 ? one.Groups[0].Code : null);
            return percent == PercentOf.Column ? new(ofRows.Place(answer), ofColumns.Place(group)) : new(ofRows.Place(group), ofColumns.Place(answer));
        }

        var outcomes = shares.Estimates.Select(one => one.Outcome).DistinctBy(one => one.Code).Select(one => (one.Code!, one.Label)).ToList();
        var groups = shares.Estimates.SelectMany(one => one.Groups).DistinctBy(one => one.Code).Select(one => (one.Code, one.Label)).ToList();
        var (rowAxis, columnAxis) = percent == PercentOf.Column ? (Axis(rows, outcomes), Axis(columns, groups)) : (Axis(rows, groups), Axis(columns, outcomes));
        List<CrossPlace> places = [.. shares.Estimates.Select(one => Place(one, rowAxis, columnAxis))];
        var cells = new Crossing(shares, rowAxis, columnAxis, places);
        var whole = percent == PercentOf.Total ? OfEverybody(cells, answers) : cells;
        var counts = Numbers(cells, whole, variable, by);
        return new UnreleasedCrossTable(
            new CrossTableLayout(percent, rowAxis, columnAxis, whole.Places, counts.Places), whole.Table, counts.Table, IndependenceWhereThereIsSome(rows, columns));
    }

    private CrossAxis Axis(string variable, IReadOnlyList<(string Code, LocalizedText Label)> categories)
    {
        var label = Labels.Of(variable);
        return new CrossAxis(
            variable,
            label,
            [.. categories.Select(one => one.Code)],
            [.. categories.Select(one => Labels.IsAnswered(variable) ? LabelledGroup.Answer(label, one.Label) : one.Label)]);
    }

    // Of two variables that don't vary, or that strata fix, the table still says what they are.
    private UnreleasedTest? IndependenceWhereThereIsSome(string rows, string columns)
    {
        try
        {
            return Independence(rows, columns);
        }
        catch (BarometerException)
        {
            return null;
        }
    }

    // How many are in each cell, and of everybody in each row or column: what the base of no percentage is.
    private Crossing Numbers(Crossing cells, Crossing whole, string variable, string by)
    {
        var (shares, answered) = (cells.Table, new LabelledOutcome("answered", null, new LocalizedText("Svar", "Answers")));
        UnreleasedEstimate Number(UnreleasedTable of, UnreleasedEstimate share, params LabelledGroup[] groups) => new(
            new Estimate
            {
                Outcome = new Outcome("answered", null),
                Groups = [.. groups.Select(group => new GroupValue(group.Variable, group.Code))],
                Value = share.Members!.CountedRows!.Length,
                Respondents = share.Members.CountedRows.Length,
                Members = new CellMembers(share.Members.CountedRows, null),
            },
            answered,
            groups)
        { SameAs = (of, share) };

        var question = Labels.IsAnswered(variable) ? Labels.Of(variable) : null;
        List<(UnreleasedEstimate Estimate, CrossPlace Place)> numbers =
        [
            .. shares.Estimates.Zip(cells.Places, (share, place) => (Number(
                shares, share, [.. share.Groups, new LabelledGroup(variable, share.Outcome.Code!, share.Outcome.Label) { Question = question }]), place)),
            .. whole == cells ? [] : whole.Table.Estimates.Zip(whole.Places).Where(one => one.First.Outcome.Variable == by)
                .Select(one => (Number(whole.Table, one.First, shares.Estimates.SelectMany(share => share.Groups).First(group => group.Code == one.First.Outcome.Code)), one.Second)),
        ];
        return cells with
        {
            Table = shares.With(numbers.Select(one => one.Estimate), shares.Heading with
            {
                Measure = Measure.Count,
                Title = new LocalizedText("Antall svar", "Number of answers"),
                Question = null,
                Weighting = Labels.Unweighted,
                Method = shares.Heading.Method! with { Weighting = WeightingMethod.Unweighted },
                By = [by, variable],
                ByLabels = [Labels.Of(by), Labels.Of(variable)],
            }, this),
            Places = numbers.ConvertAll(one => one.Place),
        };
    }

    // The share of everybody who are in each cell, and in each row and column.
    private Crossing OfEverybody(Crossing crossing, AnswerBase answers)
    {
        var (shares, rows, columns, places) = crossing;
        var cells = shares.Estimates.Zip(places).Where(one => one.First.Groups.Count > 0).ToList();
        var groups = cells.DistinctBy(one => one.Second.Row).ToList();
        var ofCells = SharesOfEverybody(crossing, columns.Variable + Both + rows.Variable, answers, cells.ConvertAll(one => (CodeOf(one.Second), one.First.Members!.CountedRows!)));
        var ofRows = SharesOfEverybody(crossing, rows.Variable + Both, answers, groups.ConvertAll(one => (rows.Codes[one.Second.Row], one.First.Members!.BaseRows)));
        List<(UnreleasedEstimate Estimate, CrossPlace Place)> estimates =
        [
            .. cells.Zip(ofCells, (cell, share) => (new UnreleasedEstimate(share, new LabelledOutcome(share.Outcome.Variable, share.Outcome.Code, LabelOf(cell.Second)) { IsReason = cell.First.Outcome.IsReason }, []) { SameAs = (shares, cell.First) }, cell.Second)),
            .. groups.Zip(ofRows, (group, share) => (OfRow(share, group.Second.Row), group.Second with { Column = columns.All })),
            .. shares.Estimates.Zip(places).Where(one => one.First.Groups.Count == 0),
        ];
        return crossing with
        {
            Table = shares.With(estimates.Select(one => one.Estimate), shares.Heading with
            {
                Title = new LocalizedText($"{columns.Label.Nb} og {InList(rows.Label.Nb, 1)}", $"{columns.Label.En} and {InList(rows.Label.En, 1)}"),
                By = [],
                ByLabels = [],
            }, this),
            Places = estimates.ConvertAll(one => one.Place),
        };

        string CodeOf(CrossPlace place) => columns.Codes[place.Column] + Both + rows.Codes[place.Row];
        LocalizedText LabelOf(CrossPlace place) => new($"{columns.Labels[place.Column].Nb} · {rows.Labels[place.Row].Nb}", $"{columns.Labels[place.Column].En} · {rows.Labels[place.Row].En}");
        UnreleasedEstimate OfRow(Estimate share, int row) =>
            new(share with { Outcome = new Outcome(rows.Variable, rows.Codes[row]) }, new LabelledOutcome(rows.Variable, rows.Codes[row], rows.Labels[row]), []);
    }

    // Of everybody in the base of a table the shares of sets that exclude each other. Who is in none of them is in the base all the same.
    private IEnumerable<Estimate> SharesOfEverybody(Crossing crossing, string name, AnswerBase answers, List<(string Code, int[] Rows)> sets)
    {
        var codes = Enumerable.Repeat(-1, Engine.RowCount).ToArray();
        Array.ForEach(crossing.Table.Estimates.First(one => one.Groups.Count == 0).Members!.BaseRows, row => codes[row] = sets.Count);
        foreach (var (i, (_, rows)) in sets.Index())
        {
            Array.ForEach(rows, row => codes[row] = i);
        }

        var asked = Engine.Data[crossing.Columns.Variable];
        var missing = codes.Select((code, row) => code >= 0 ? MissingReason.None : asked.MissingAt(row) is var why and not MissingReason.None ? why : MissingReason.NoAnswer);
        var column = new CategoricalColumn(name, [.. sets.Select(set => set.Code), Both], codes, [.. missing]) { IsConfidential = true };
        return BarometerException.Translating(() => Engine.WithColumn(column).Distribution(name, answers: answers)).Estimates.SkipLast(1);
    }

    /// <summary>A table of two variables, with the place of each of its estimates.</summary>
    private sealed record Crossing(UnreleasedTable Table, CrossAxis Rows, CrossAxis Columns, IReadOnlyList<CrossPlace> Places);
}
