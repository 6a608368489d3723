namespace Barometer.Evidence.Tables;

/// <summary>A change between waves in a sentence.</summary>
internal static class OverTimeWording
{
    /// <summary>«Jobber med innovasjon: 85,0 prosent i 2018 og 91,0 prosent i 2021, en økning på 6,0 prosentpoeng (95 % KI 3–9).»; over a break both numbers, and why they aren't compared.</summary>
    /// <exception cref="BarometerException">There is no such group, or one must be named.</exception>
    public static LocalizedText Of(OverTimeSeries series, string? group)
    {
        var line = series.Lines.FirstOrDefault(one => group is null ? one.Group is null : one.Group is { } labelled && new Called(labelled.Code, labelled.Label).IsCalled(group)) ?? throw new BarometerException(new Problem(
            group is null ? "The sentence needs a group" : $"There is no group «{group}»", Expected: "one of " + string.Join(", ", series.Lines.Select(one => one.Group?.Code ?? Wording.All.En))));
        var asked = Enumerable.Range(0, series.Waves.Count).Where(wave => line.Points[wave] is not null).ToList();
        if (asked.Count < 2)
        {
            var text = series.Breaks.Select(one => one.Reason).FirstOrDefault() ?? new LocalizedText("Spørsmålet er stilt én gang.", "The question was asked once.");
            return new LocalizedText($"{series.What.Nb}: {text.Nb}", $"{series.What.En}: {text.En}");
        }

        var (from, to) = (asked[^2], asked[^1]);
        return new LocalizedText(Words(series, line, from, to, Language.Nb), Words(series, line, from, to, Language.En));
    }

    /// <summary>
    /// The finding of the last two waves, for a figure's title: «Jobber med innovasjon: 85 prosent i 2018 og 91 prosent i 2021, en sikker økning»; of several groups which of them changed. Null where
    /// a number that it would speak of may not be shown, or there is nothing to compare.
    /// </summary>
    public static LocalizedText? Finding(OverTimeSeries series)
    {
        var last = series.Waves.Count - 1;
        var told = series.Lines.SelectMany(line => new[] { line.Points[last], last > 0 ? line.Points[last - 1] : null, line.Changes[last]?.Estimate }).ToList();
        return last < 1 || series.Lines.Any(line => line.Points[last] is null || line.Points[last - 1] is null) || told.OfType<ReleasedEstimate>().Any(one => !ReleasedCell.IsShown(one) || !double.IsFinite(one.Value))
            ? null : new LocalizedText(Found(series, last, Language.Nb), Found(series, last, Language.En));
    }

    private static string Found(OverTimeSeries series, int last, Language language)
    {
        var english = language == Language.En;
        var (what, from, to) = (series.What.In(language), series.Waves[last - 1].In(language), series.Waves[last].In(language));
        if (series.Lines is [var only])
        {
            var (first, second) = (InTitle(series, only.Points[last - 1]!, language), InTitle(series, only.Points[last]!, language));
            var both = english ? $"{what}: {first} in {from} and {second} in {to}" : $"{what}: {first} i {from} og {second} i {to}";
            return only.Changes[last] is not { } change ? both + (english ? ", which can't be compared" : ", som ikke kan sammenlignes")
                : both + (Direction(change) switch { > 0 => english ? ", a certain rise" : ", en sikker økning", < 0 => english ? ", a certain fall" : ", en sikker nedgang", _ => english ? "; chance can have given the difference" : "; tilfeldigheter kan ha gitt forskjellen" });
        }

        var parts = new[] { (Sign: 1, Words: english ? "a certain rise for" : "sikker økning for"), (Sign: -1, Words: english ? "a certain fall for" : "sikker nedgang for") }
            .Select(part => (part.Words, Lines: series.Lines.Where(line => line.Changes[last] is { } change && Direction(change) == part.Sign).Select(line => SentenceCase.Inside(line.Label.In(language))).ToList()))
            .Where(part => part.Lines.Count > 0)
            .Select(part => $"{part.Words} {Wording.Listed(part.Lines, english ? "and" : "og")}").ToList();
        return $"{what}, {from}–{to}: {(parts.Count > 0 ? string.Join("; ", parts) : english ? "no certain change" : "ingen sikker endring")}";
    }

    // 1 up, −1 down, 0 where the interval holds none.
    private static int Direction(OverTimeChange change) => change.Estimate.Interval is not { } interval ? 0 : interval.Lower > 0 ? 1 : interval.Upper < 0 ? -1 : 0;

    private static string InTitle(OverTimeSeries series, ReleasedEstimate one, Language language)
    {
        var (format, decimals) = (NumberFormat.For(language), series.Quantity.DecimalsBorne(series.Estimates[0].Content.Estimates));
        return series.Quantity.IsPercent ? format.PercentInProse(one.Value, decimals) : format.Number(series.Quantity.Scale(one.Value), decimals);
    }

    private static string Words(OverTimeSeries series, OverTimeLine line, int from, int to, Language language)
    {
        var (first, second, change) = (line.Points[from]!, line.Points[to]!, line.Changes[to]);
        if (!ReleasedCell.IsShown(first) || !ReleasedCell.IsShown(second) || (change is not null && !ReleasedCell.IsShown(change.Estimate)))
        {
            return Wording.Withheld.In(language);
        }

        var (format, english) = (NumberFormat.For(language), language == Language.En);
        string Number(ReleasedEstimate one) => series.Quantity.IsPercent ? format.PercentInProse(one.Value, series.Quantity.DecimalsOf(one)) : format.Number(series.Quantity.Scale(one.Value), series.Quantity.DecimalsOf(one));
        var who = line.Group is null ? series.What.In(language) : $"{series.What.In(language)}, {SentenceCase.Inside(line.Label.In(language))}";
        var both = english ? $"{who}: {Number(first)} in {series.Waves[from].En} and {Number(second)} in {series.Waves[to].En}" : $"{who}: {Number(first)} i {series.Waves[from].Nb} og {Number(second)} i {series.Waves[to].Nb}";
        var told = change is null ? Broken(series, from, english) : Change(series, change, format, english);
        return $"{both}{told}{(series.Stamp.IsSynthetic ? $" ({Wording.Synthetic.In(language)})" : "")}";
    }

    private static string Broken(OverTimeSeries series, int from, bool english) => series.Breaks.Where(one => one.After >= from).Select(one => one.Reason).FirstOrDefault() is { } reason
        ? (english ? $". They can't be compared: {reason.En}" : $". De kan ikke sammenlignes: {reason.Nb}") : ".";

    private static string Change(OverTimeSeries series, OverTimeChange change, NumberFormat format, bool english)
    {
        var quantity = Quantity.Of(series.Changes[0].Content);
        var (value, decimals) = (quantity.Scale(change.Estimate.Value), quantity.DecimalsOf(change.Estimate));
        var size = format.Number(Math.Abs(value), decimals) + (series.Quantity.IsPercent ? english ? " percentage points" : " prosentpoeng" : "");
        var interval = change.Estimate.Interval is { } limits
            ? $" ({IntervalWording.Header(limits.Level).In(format.Language)} {format.Range(quantity.Scale(limits.Lower), quantity.Scale(limits.Upper), quantity.IntervalDecimals)})" : "";
        var chance = change.Estimate.Interval is { } around && around.Lower <= 0 && around.Upper >= 0
            ? english ? "; chance can have given the difference" : "; tilfeldigheter kan ha gitt forskjellen" : "";
        var moved = value == 0 ? (english ? "no change" : "ingen endring")
            : english ? $"{(value > 0 ? "a rise" : "a fall")} of {size}" : $"{(value > 0 ? "en økning" : "en nedgang")} på {size}";
        return $", {moved}{interval}{chance}.";
    }
}
