namespace Barometer.Evidence.Tables;

/// <summary>Lays out a two-way table: a row a category, two columns a category of the other variable (per cent, answers), «Alle» on both sides.</summary>
internal sealed class CrossTableContent
{
    private static readonly LocalizedText Percent = new("%", "%");
    private static readonly LocalizedText Answers = new("Svar", "Answers");
    private static readonly LocalizedText Effect = new("Designeffekt", "Design effect");

    private static readonly LocalizedText Effects = new(
        "Designeffekt: hvor mange ganger flere svar som trengs enn i et tilfeldig utvalg, fordi svarene teller ulikt (Kish).",
        "Design effect: how many times more answers are needed than in a simple random sample, since answers count differently (Kish).");

    private static readonly LocalizedText Unweighted = new("Svar: uvektet antall.", "Answers: unweighted number.");

    private readonly CrossTableParts _parts;
    private readonly ReleasedTable _shares;
    private readonly EstimateLayout _marks;
    private readonly Dictionary<CrossPlace, ReleasedEstimate> _percents;
    private readonly Dictionary<CrossPlace, ReleasedEstimate> _numbers;

    private CrossTableContent(CrossTableParts parts)
    {
        (_parts, _shares) = (parts, parts.Shares.Content);
        _marks = EstimateLayout.Of(_shares);
        _percents = Placed(_shares, parts.Layout.Shares);
        _numbers = Placed(parts.Counts.Content, parts.Layout.Counts);
    }

    private PercentOf Whole => _parts.Layout.Percent;

    private CrossAxis Rows => _parts.Layout.Rows;

    private CrossAxis Columns => _parts.Layout.Columns;

    private bool HasEffects => _shares.Estimates.Any(estimate => estimate.DesignEffect is not null);

    /// <summary>The table.</summary>
    /// <param name="parts">What was released.</param>
    /// <param name="title">A title in place of «what, by what»; null for none.</param>
    /// <param name="intervals">Whether confidence intervals stand beside the percentages.</param>
    public static TableContent Of(CrossTableParts parts, LocalizedText? title, bool intervals) => new CrossTableContent(parts).Content(title, intervals);

    private TableContent Content(LocalizedText? title, bool intervals)
    {
        var level = intervals ? IntervalWording.Level(_shares.Estimates) : null;
        var places = Enumerable.Range(0, Columns.All + 1).ToList();
        return new TableContent
        {
            Id = _parts.Shares.Stamp.Id,
            Title = title?.Or(Title) ?? Title,
            Unit = Unit,
            Columns =
            [
                new("group", Rows.Label, IsNumeric: false, IsRowHeader: true),
                .. places.SelectMany(column => Under(column, level)),
                .. HasEffects && Whole == PercentOf.Row ? [new TableColumn("design_effect", Effect, IsNumeric: true)] : Array.Empty<TableColumn>(),
            ],
            Rows =
            [
                .. Enumerable.Range(0, Rows.All + 1).Select(row => new TableRow(
                    [
                        TableCell.Text(Label(Rows, row)),
                        .. places.SelectMany(column => Cells(new CrossPlace(row, column), level is not null)),
                        .. HasEffects && Whole == PercentOf.Row ? [EffectOf(new CrossPlace(row, 0))] : Array.Empty<TableCell>(),
                    ],
                    IsTotal: row == Rows.All)),
                .. level is not null && Whole == PercentOf.Column
                    ? [Below(Wording.Respondents, places, place => Base(place) is { } n ? TableCell.Number(n) : TableCell.Symbol(StandardSymbol.NotPublishable))] : Array.Empty<TableRow>(),
                .. HasEffects && Whole == PercentOf.Column ? [Below(Effect, places, EffectOf)] : Array.Empty<TableRow>(),
            ],
            Notes = [.. Notes(level)],
            Source = EstimateWording.Source(_shares),
            Data = EstimateData.Of(_shares, _parts.Counts.Content),
            Estimates = [_parts.Shares, _parts.Counts],
            Tests = _parts.Test is { } test ? [(_parts.Shares.Stamp.Id, test)] : [],
        };
    }

    private LocalizedText Title => Whole == PercentOf.Total ? _shares.Title : EstimateWording.WhatByWhat(_shares);

    private LocalizedText Unit
    {
        get
        {
            var (nb, en) = Whole switch
            {
                PercentOf.Row => ("Prosent av hver rad", "Per cent of each row"),
                PercentOf.Column => ("Prosent av hver kolonne", "Per cent of each column"),
                _ => ("Prosent av alle", "Per cent of everybody"),
            };
            var year = _shares.Year is { } found ? FormattableString.Invariant($". {found}") : "";
            return new LocalizedText($"{nb}, {_shares.Universe.Nb}{year}", $"{en}, {_shares.Universe.En}{year}");
        }
    }

    private IEnumerable<TableColumn> Under(int column, double? level)
    {
        var (id, group) = (column == Columns.All ? "all" : Columns.Codes[column], Label(Columns, column));
        yield return new TableColumn(id + "_percent", Percent, IsNumeric: true) { Group = group };
        yield return level is { } known && HasInterval(column)
            ? new TableColumn(id + "_interval", IntervalWording.Header(known), IsNumeric: true) { Group = group }
            : new TableColumn(id + "_n", Answers, IsNumeric: true) { Group = group };
    }

    // A hundred per cent has none: the number of answers stands there.
    private bool HasInterval(int column) => Whole != PercentOf.Row || column != Columns.All;

    private static LocalizedText Label(CrossAxis axis, int place) => place == axis.All ? Wording.All : axis.Labels[place];

    private IEnumerable<TableCell> Cells(CrossPlace place, bool hasInterval)
    {
        var share = _percents.GetValueOrDefault(place);
        yield return share is not null ? ReleasedCell.Of(share, share.Value, value =>
                TableCell.Number(_marks.Quantity.Scale(value), _marks.Quantity.DecimalsOf(share)) with { Marks = _marks.Marks(share) })
            : IsWhole(place) && Base(place) is not null ? TableCell.Number(100)
            : IsWhole(place) ? TableCell.Symbol(StandardSymbol.NotPublishable)
            : TableCell.Symbol(StandardSymbol.CannotOccur);
        yield return hasInterval && HasInterval(place.Column)
            ? share is not null ? ReleasedCell.Interval(share, _marks.Quantity) : TableCell.Text("")
            : _numbers.TryGetValue(place, out var number) ? ReleasedCell.Of(number, number.Value, value => TableCell.Number(value))
            : Base(place) is { } n ? TableCell.Number(n)
            : TableCell.Symbol(StandardSymbol.NotPublishable);
    }

    // A row of one number a column, under the percentages.
    private TableRow Below(LocalizedText label, IEnumerable<int> places, Func<CrossPlace, TableCell> cell) =>
        new([TableCell.Text(label), .. places.SelectMany(column => (TableCell[])[cell(new CrossPlace(Rows.All, column)), TableCell.Text("")])]);

    /// <summary>Whether percentages add up to a hundred there.</summary>
    private bool IsWhole(CrossPlace place) => (Whole == PercentOf.Row && place.Column == Columns.All)
        || (Whole == PercentOf.Column && place.Row == Rows.All)
        || (place.Row == Rows.All && place.Column == Columns.All);

    /// <summary>A percentage of a row or column that is shown: any of them tells what they have in common.</summary>
    private ReleasedEstimate? ShownOf(CrossPlace whole) => _percents.Where(one => Whole switch
        {
            PercentOf.Row => one.Key.Row == whole.Row,
            PercentOf.Column => one.Key.Column == whole.Column,
            _ => true,
        })
        .Select(one => one.Value).FirstOrDefault(ReleasedCell.IsShown);

    /// <summary>The number of answers behind the percentages of a row or column.</summary>
    private int? Base(CrossPlace whole) => ShownOf(whole)?.Respondents;

    private TableCell EffectOf(CrossPlace whole) =>
        ShownOf(whole)?.DesignEffect is { } known ? TableCell.Text(Words(known)) : TableCell.Symbol(StandardSymbol.NotPublishable);

    private static LocalizedText Words(DesignEffectClass effect) => effect switch
    {
        DesignEffectClass.Small => new("under 1,3", "below 1.3"),
        DesignEffectClass.Moderate => new("1,3–1,5", "1.3–1.5"),
        DesignEffectClass.Large => new("1,6–2", "1.6–2"),
        _ => new("over 2", "above 2"),
    };

    private IEnumerable<TableNote> Notes(double? level)
    {
        foreach (var note in _marks.Notes)
        {
            yield return note;
        }

        if (_parts.Test is { } test)
        {
            var reading = TestWording.Reading(test);
            var found = TestWording.IsShown(test) ? new LocalizedText($", {TestWording.InProse(test, Language.Nb)}", $", {TestWording.InProse(test, Language.En)}") : new LocalizedText("", "");
            yield return new TableNote("", new LocalizedText($"{Tested.Nb}: {test.Method.Nb}{found.Nb}. {reading.Nb}", $"{Tested.En}: {test.Method.En}{found.En}. {reading.En}"));
        }

        foreach (var note in ResultTable.Notes(_shares))
        {
            yield return note;
        }

        if (EstimateWording.Question(_shares) is { } question)
        {
            yield return new TableNote("", question);
        }

        foreach (var rule in EstimateWording.Rules(_shares))
        {
            yield return new TableNote("", rule);
        }

        if (level is not null)
        {
            yield return new TableNote("", EstimateWording.Method(_shares));
        }
        else
        {
            var weighting = EstimateWording.Weighting(_shares);
            yield return new TableNote("", new LocalizedText($"{weighting.Nb} {Unweighted.Nb}", $"{weighting.En} {Unweighted.En}"));
        }

        if (level is not null && Whole == PercentOf.Total && Base(new CrossPlace(Rows.All, Columns.All)) is { } n)
        {
            yield return new TableNote("", new LocalizedText($"n\u00A0=\u00A0{NumberFormat.For(Language.Nb).Integer(n)} svar.", $"n\u00A0=\u00A0{NumberFormat.For(Language.En).Integer(n)} answers."));
        }

        if (HasEffects)
        {
            var effect = Whole == PercentOf.Total && _shares.Estimates.FirstOrDefault(ReleasedCell.IsShown)?.DesignEffect is { } known ? Words(known) : null;
            yield return new TableNote("", effect is null ? Effects : new LocalizedText($"{Effects.Nb} Her: {effect.Nb}.", $"{Effects.En} Here: {effect.En}."));
        }
    }

    private static readonly LocalizedText Tested = new("Sammenheng mellom rader og kolonner", "Association of rows and columns");

    private static Dictionary<CrossPlace, ReleasedEstimate> Placed(ReleasedTable table, IReadOnlyList<CrossPlace> places) =>
        table.Estimates.Zip(places).ToDictionary(one => one.Second, one => one.First);
}
