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
