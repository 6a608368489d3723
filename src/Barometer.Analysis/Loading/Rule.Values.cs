using System.Globalization;

namespace Barometer.Analysis.Loading;

/// <content>What the rules give each respondent.</content>
public sealed partial class Rule
{
    // The more it says of a respondent, the sooner a reason stands for the reasons of several parts.
    private static readonly MissingReason[] Order = [MissingReason.DontKnow, MissingReason.NotRelevant, MissingReason.NoAnswer, MissingReason.NotAsked];

    private static DerivedValues OneOf(RuleSource source, string variable, string[] answers, bool counts)
    {
        var column = source.Categorical(variable);
        var wanted = source.Codes(variable, answers).ToHashSet(StringComparer.Ordinal);
        var isYes = column.Categories.Select(category => wanted.Contains(category) == counts).ToArray();
        return new DerivedValues([.. column.Codes.ToArray().Select((code, row) => code < 0 ? -(int)column.MissingAt(row) : isYes[code] ? 0 : 1)], null) { Categories = YesAndNo };
    }

    private static Rule OfNumber(string variable, Func<double, bool> isYes, string sign, double number, Func<LocalizedText, double, LocalizedText> words) => new(
        source => FormattableString.Invariant($"{source.Named(variable)} {sign} {number}"),
        isCondition: true,
        source =>
        {
            var column = source.Numeric(variable);
            return new DerivedValues([.. column.Values.ToArray().Select((value, row) => double.IsNaN(value) ? -(int)column.MissingAt(row) : isYes(value) ? 0 : 1)], null) { Categories = YesAndNo };
        },
        source => words(source.Label(variable), number));

    private static DerivedValues Any(DerivedValues[] parts) => Joined(parts, codes => codes.Contains(0) ? 0 : codes.Contains(1) ? 1 : Reason(codes));

    private static DerivedValues All(DerivedValues[] parts) => Joined(parts, codes => codes.Contains(1) ? 1 : codes.All(code => code == 0) ? 0 : Reason(codes));

    private static DerivedValues Joined(DerivedValues[] parts, Func<int[], int> join) => new(
        [.. Enumerable.Range(0, parts[0].Codes.Length).Select(row => Array.ConvertAll(parts, part => part.Codes[row]) is var codes && IsNotAsked(codes) ? -(int)MissingReason.NotAsked : join(codes))], null)
    { Categories = YesAndNo };

    private static DerivedValues Sum(DerivedValues[] parts, bool needsAll, bool isMean)
    {
        var rows = parts[0].Amounts!.Length;
        var (codes, sums) = (new int[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            var own = Array.ConvertAll(parts, part => part.Codes[row]);
            var isMissing = IsNotAsked(own) || (needsAll ? own.Any(code => code < 0) : own.All(code => code < 0));
            codes[row] = isMissing ? (IsNotAsked(own) ? -(int)MissingReason.NotAsked : Reason(own)) : 0;
            sums[row] = isMissing ? double.NaN : parts.Where(part => part.Codes[row] >= 0).Sum(part => part.Amounts![row]) / (isMean ? parts.Length : 1);
        }

        return new DerivedValues(codes, sums);
    }

    private static DerivedValues Scores(RuleSource source, string item)
    {
        var column = source.Categorical(item);
        if (!column.Ordered)
        {
            throw new BarometerException(new Problem($"«{item}» is no item of a scale", Expected: "ordered answers, from low to high", Hint: "of yes/no items take Rule.CountOf"));
        }

        var scores = ItemScale.ScoresOf(column);
        return new DerivedValues([.. column.Codes.ToArray().Select((code, row) => code < 0 ? -(int)column.MissingAt(row) : code)], null).Numbers(code => scores[code]);
    }

    private static DerivedValues Merged(RuleSource source, string variable, (string Code, string[] From, string Nb, string En)[] answers)
    {
        var column = source.Categorical(variable);
        var from = answers.Select(answer => source.Codes(variable, answer.From).ToHashSet(StringComparer.Ordinal)).ToList();
        var place = column.Categories.Select(category => from.FindIndex(list => list.Contains(category))).ToArray();
        var made = column.Categories.Select((category, i) => place[i] < 0
            ? new Category(category, source.Label(variable, category))
            : new Category(answers[place[i]].Code, new LocalizedText(answers[place[i]].Nb, answers[place[i]].En))).ToList();
        var categories = made.DistinctBy(category => category.Code).ToList();
        if (from.SelectMany(list => list).Count() > from.SelectMany(list => list).Distinct().Count() || categories.Any(category => made.FindAll(one => one.Code == category.Code).Distinct().Count() > 1))
        {
            throw new BarometerException(new Problem($"Two answers to «{variable}» can't be told apart when merged", Expected: "each answer in one list, and a code for each list that no answer has that stays", Got: "an answer in two lists, or a code used twice"));
        }

        var codes = made.ConvertAll(one => categories.FindIndex(category => category.Code == one.Code));
        return new DerivedValues([.. column.Codes.ToArray().Select((code, row) => code < 0 ? -(int)column.MissingAt(row) : codes[code])], null)
        {
            Categories = categories,
            IsOrdered = column.Ordered && codes.Zip(codes.Skip(1)).All(pair => pair.First <= pair.Second),
        };
    }

    private static DerivedValues Banded(RuleSource source, string variable, double[] limits)
    {
        if (limits.Length == 0 || limits.Zip(limits.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new BarometerException(new Problem($"The bands of «{variable}» have no limits, or none that ascend", Expected: "numbers, each larger than the one before", Hint: "Rule.Bands(\"employees\", 20, 50)"));
        }

        var column = source.Numeric(variable);
        return new DerivedValues([.. column.Values.ToArray().Select((value, row) => double.IsNaN(value) ? -(int)column.MissingAt(row) : limits.Count(limit => value >= limit))], null)
        {
            Categories = [.. Enumerable.Range(0, limits.Length + 1).Select(band => Band(limits, band, Array.TrueForAll(column.Values.ToArray(), value => double.IsNaN(value) || value == Math.Floor(value))))],
            IsOrdered = true,
        };
    }

    private static Category Band(double[] limits, int band, bool isWhole)
    {
        string Write(double number) => number.ToString(CultureInfo.InvariantCulture);
        string Nb(double number) => RuleWords.Nb(number);
        return band == 0 ? new Category($"under_{Write(limits[0])}", new LocalizedText($"Under {Nb(limits[0])}", $"Under {Write(limits[0])}"))
            : band == limits.Length ? new Category($"from_{Write(limits[^1])}", new LocalizedText($"{Nb(limits[^1])} eller mer", $"{Write(limits[^1])} or more"))
            : isWhole ? new Category($"from_{Write(limits[band - 1])}", new LocalizedText($"{Nb(limits[band - 1])}–{Nb(limits[band] - 1)}", $"{Write(limits[band - 1])}–{Write(limits[band] - 1)}"))
            : new Category($"from_{Write(limits[band - 1])}", new LocalizedText($"Fra {Nb(limits[band - 1])} til under {Nb(limits[band])}", $"From {Write(limits[band - 1])} to under {Write(limits[band])}"));
    }

    private static bool IsNotAsked(int[] codes) => codes.Contains(-(int)MissingReason.NotAsked);

    private static int Reason(int[] codes) => -(int)Order.First(reason => codes.Contains(-(int)reason));

    private static LocalizedText Told(RuleSource source, string variable, string[] answers, Func<LocalizedText, LocalizedText, LocalizedText> words)
    {
        var labels = source.Codes(variable, answers).Select(code => source.Label(variable, code)).ToList();
        return words(source.Label(variable), RuleWords.OneOf(labels));
    }

    private static LocalizedText Listed(RuleSource source, string[] variables, Func<LocalizedText, LocalizedText> words) =>
        words(RuleWords.List([.. variables.Select(source.ItemLabel)]));
}

/// <summary>The values that a rule gives: for each row a category, a number, or the reason why there is none.</summary>
/// <param name="Codes">For each row the index of its category (0 for a number), or minus the number of the reason.</param>
/// <param name="Amounts">For a number: for each row the number, or <see cref="double.NaN"/>; else null.</param>
internal sealed record DerivedValues(int[] Codes, double[]? Amounts)
{
    /// <summary>The categories; none for a number.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Whether they run from low to high.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Numbers in place of categories.</summary>
    public DerivedValues Numbers(Func<int, double> of) => new(Codes, Array.ConvertAll(Codes, code => code < 0 ? double.NaN : of(code)));

    /// <summary>The column.</summary>
    public Column ToColumn(Variable variable)
    {
        var missing = Array.ConvertAll(Codes, code => code < 0 ? (MissingReason)(-code) : MissingReason.None);
        var isConfidential = variable.Role is not (DisclosureRole.Group or DisclosureRole.Wave);
        return Amounts is { } amounts
            ? new NumericColumn(variable.Name, amounts, missing) { IsConfidential = isConfidential, Routing = variable.Routing }
            : new CategoricalColumn(variable.Name, [.. Categories.Select(category => category.Code)], Array.ConvertAll(Codes, code => Math.Max(code, -1)), missing, IsOrdered)
            {
                IsConfidential = isConfidential,
                Routing = variable.Routing,
                ReasonCodes = variable.MissingCodes.Where(code => code.Reason is MissingReason.DontKnow or MissingReason.NotRelevant)
                    .DistinctBy(code => code.Reason).ToDictionary(code => code.Reason, code => code.Code),
            };
    }
}
