namespace Barometer.Evidence.Figures;

/// <summary>What an author chooses by name about rows, answers and groups of a figure: labels, an order, colours, what stands out.</summary>
internal static class FigureChoices
{
    /// <summary>What a row of an estimate may be called: its group, answer or variable by code or label, or «variable=code».</summary>
    public static IReadOnlyList<Called> NamesOf(ReleasedEstimate estimate) =>
    [
        .. estimate.Groups.SelectMany(NamesOf),
        .. NamesOf(estimate.Outcome),
    ];

    /// <summary>What an answer may be called.</summary>
    public static IReadOnlyList<Called> NamesOf(LabelledOutcome outcome) =>
    [
        .. outcome.Code is { } code ? [new(code, outcome.Label), new($"{outcome.Variable}={code}", outcome.Label)] : Array.Empty<Called>(),
        new(outcome.Variable, outcome.Item ?? outcome.Label),
    ];

    private static IReadOnlyList<Called> NamesOf(LabelledGroup group) => [new(group.Code, group.Label), new($"{group.Variable}={group.Code}", group.InFull)];

    /// <summary>The table with the author's labels in the place of the codebook's.</summary>
    /// <exception cref="BarometerException">Nothing in it is called so.</exception>
    public static ReleasedTable Relabelled(ReleasedTable table, FigureOptions options)
    {
        if (options.Labels.Count == 0)
        {
            return table;
        }

        Require(options.Labels.Select(label => label.Asked), [.. table.Estimates.SelectMany(NamesOf)]);
        return table with
        {
            Estimates =
            [
                .. table.Estimates.Select(estimate => estimate with
                {
                    Outcome = estimate.Outcome with
                    {
                        Label = Own(estimate.Outcome.Label, options, [.. NamesOf(estimate.Outcome).SkipLast(estimate.Outcome.Item is null ? 0 : 1)]),
                        Item = estimate.Outcome.Item is { } item ? Own(item, options, [new Called(estimate.Outcome.Variable, item)]) : null,
                    },
                    Groups = [.. estimate.Groups.Select(group => Own(group.Label, options, NamesOf(group)) is var label && label == group.Label
                        ? group : group with { Label = label, Question = null })],
                }),
            ],
        };
    }

    /// <summary>The author's label of what is called so; the one it has where there is none, and in a language in which it is empty.</summary>
    public static LocalizedText Own(LocalizedText label, FigureOptions options, IReadOnlyList<Called> names) =>
        options.Labels.LastOrDefault(own => Are(names, own.Asked)) is { Label: { } text } ? text.Or(label) : label;

    /// <summary>The place of a row in the author's own order; after all others where it isn't named.</summary>
    public static int Place(ChartRow row, IReadOnlyList<string> order)
    {
        var place = order.ToList().FindIndex(asked => Are(row.Names, asked));
        return place < 0 ? order.Count : place;
    }

    /// <summary>The chart in the author's colours.</summary>
    /// <exception cref="BarometerException">Nothing in it is called so, or its colours have a meaning of their own.</exception>
    public static RowChart Painted(RowChart chart, FigureOptions options)
    {
        var asked = options.Colors.Select(one => one.Asked).OfType<string>().Concat(options.Highlighted).Concat(options.First).ToList();
        Require(asked, [.. chart.Rows.SelectMany(row => row.Names), .. chart.Legend.SelectMany(key => key.Names)]);
        IReadOnlyList<string> highlighted = options.Highlighted.Count > 0 || options.Colors.Count > 0 ? options.Highlighted : NamedByTitle(chart, options);
        if (options.Colors.Count == 0 && highlighted.Count == 0)
        {
            return chart;
        }

        if (options.Colors.Count > 0 && (chart.Mark == RowMark.SidedBars || chart.Rows.Any(row => row.Before is not null || row.Tone is RowTone.Below or RowTone.Unsure)))
        {
            throw new BarometerException(new Problem("The colours of this figure say something themselves", Expected: "a figure of bars, points or divided bars", Hint: "Highlighted makes a row's label bold"));
        }

        var areTold = chart.Mark is RowMark.SidedBars or RowMark.Stacks;
        return chart with
        {
            Legend = [.. chart.Legend.Select(key => key.Mark == LegendMark.Square && ColorOf(key.Names, options) is { } color ? key with { Color = color } : key)],
            Rows = [.. chart.Rows.Select(row =>
            {
                var stands = highlighted.Any(one => Are(row.Names, one));
                var own = areTold ? null : ColorOf(row.Names, options) ?? (highlighted.Count == 0 ? null : stands ? Palette.Highlight : Palette.Middle);
                return row with { OwnColor = own ?? (row.IsTotal || areTold ? null : options.Colors.LastOrDefault(one => one.Asked is null).Hex), IsStrong = row.IsStrong || stands };
            })],
        };
    }

    // One thing stands out, and the rest is quiet; where a title names most of the bars, none does.
    private static List<string> NamedByTitle(RowChart chart, FigureOptions options)
    {
        if (chart.Mark != RowMark.Bars || chart.Rows.Any(row => row.IsHatched || row.Section is not null))
        {
            return [];
        }

        var named = options.Named.Where(name => chart.Rows.Count(row => Are(row.Names, name)) == 1).ToList();
        return 2 * named.Count <= chart.Rows.Count ? named : [];
    }

    /// <summary>What tells an estimate's row from the others: its group, or its answer or item.</summary>
    public static string NameOf(ReleasedEstimate estimate) => estimate.Groups.Count > 0
        ? $"{estimate.Groups[^1].Variable}={estimate.Groups[^1].Code}" : $"{estimate.Outcome.Variable}={estimate.Outcome.Code}";

    /// <summary>A colour as <c>#rrggbb</c>.</summary>
    public static string ColorOf(FigureColor color) => color switch
    {
        FigureColor.Navy => Palette.Highlight,
        FigureColor.Ochre => Palette.Below,
        FigureColor.Brown => "#471F00",
        FigureColor.Green => "#1A9D49",
        FigureColor.Plum => "#B5307F",
        FigureColor.Slate => Palette.Total,
        FigureColor.Grey => Palette.Middle,
        _ => Palette.Bar,
    };

    private static string? ColorOf(IReadOnlyList<Called> names, FigureOptions options) =>
        options.Colors.LastOrDefault(one => one.Asked is { } asked && Are(names, asked)).Hex;

    private static bool Are(IReadOnlyList<Called> names, string asked) => names.Any(name => name.IsCalled(asked));

    private static void Require(IEnumerable<string> asked, IReadOnlyList<Called> names)
    {
        if (asked.FirstOrDefault(one => !Are(names, one)) is { } unknown)
        {
            IReadOnlyList<Called> known = [.. names.Where(name => !name.Name.Contains('=', StringComparison.Ordinal)).DistinctBy(name => name.ToString())];
            throw new BarometerException(new Problem($"Nothing in the figure is called «{unknown}»", Expected: NearNames.Expected(known, unknown), Hint: NearNames.Hint(known, unknown)));
        }
    }
}

/// <summary>A colour of the house's palette: each shows on white and, beside its neighbours here, in grey.</summary>
public enum FigureColor
{
    /// <summary>The blue of bars.</summary>
    Blue,

    /// <summary>Dark blue.</summary>
    Navy,

    /// <summary>Yellow-brown.</summary>
    Ochre,

    /// <summary>Dark brown.</summary>
    Brown,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Dark red-violet.</summary>
    Plum,

    /// <summary>The dark grey-blue of «Alle».</summary>
    Slate,

    /// <summary>Grey.</summary>
    Grey,
}

/// <summary>How large a figure is, and so how large its words are beside it.</summary>
public enum FigureSize
{
    /// <summary>As wide as the text of a page: 16 cm.</summary>
    Page,

    /// <summary>Half as wide, for two figures side by side.</summary>
    HalfPage,

    /// <summary>A slide, 16 to 9, with words that are read from afar.</summary>
    Slide,
}
