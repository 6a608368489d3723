namespace Barometer.Evidence.Published;

/// <summary>
/// How far one published figure lies from another that it can be compared with. What was printed is rounded, so the difference
/// has limits: every difference of two numbers that would be printed so. Where the numbers of answers are printed, too, wider limits stand beside them, those of simple random samples: what can be said
/// without the surveys' own margins of error.
/// </summary>
/// <example><code>
/// barometer.Published.Difference("NOS21-INN-A", "NOS18-INN-A")   // 6 prosentpoeng, mellom 5 og 7
/// </code></example>
public sealed class PublishedDifference : Displayable
{
    private readonly decimal _value;
    private readonly decimal _lower;
    private readonly decimal _upper;
    private readonly decimal? _error;

    private PublishedDifference(PublishedComparison comparison)
    {
        Comparison = comparison;
        var (one, other) = (comparison.One, comparison.Other);
        _value = one.Value!.Value - other.Value!.Value;
        _lower = one.Implied!.Lower - other.Implied!.Upper;
        _upper = one.Implied.Upper - other.Implied.Lower;
        _error = one.Unit == PublishedUnit.Share && one.BaseN is { } first && other.BaseN is { } second
            ? (decimal)(1.96 * Math.Sqrt(Variance(one.Value!.Value, first) + Variance(other.Value!.Value, second))) : null;

        static double Variance(decimal share, int answers) => (double)(share * (1 - share)) / answers;
    }

    /// <summary>The two figures, and what has to be said beside their difference.</summary>
    public PublishedComparison Comparison { get; }

    /// <summary>The difference with its limits, in words.</summary>
    public LocalizedText Text => new(Said(Language.Nb), Said(Language.En));

    /// <inheritdoc/>
    internal override string? Stored => new ReleaseStamp("published-difference", "-", "published", IsSynthetic: false).Output;

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <summary>The difference, and the judgement under it.</summary>
    public override string ToString() => $"{Text.Nb} {Comparison.Why.Nb}";

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) =>
        $"<p lang=\"{Markup.Tag(language)}\"><strong>{Markup.Encode(Text.In(language))}</strong> {Markup.Encode(Comparison.Why.In(language))}</p>";

    /// <summary>Subtracts.</summary>
    /// <exception cref="BarometerException">They aren't comparable, or one of them is no number in digits.</exception>
    internal static PublishedDifference Of(PublishedFigure one, PublishedFigure other)
    {
        var comparison = PublishedComparison.Of(one, other);
        if (comparison.Comparability == Comparability.NotComparable)
        {
            throw comparison.Refusal("A difference was asked for", "show each with its own question, for example with Published.Panels");
        }

        foreach (var figure in new[] { one, other }.Where(figure => figure.Kind is not (PublishedKind.Percent or PublishedKind.Count) || figure.Value is null))
        {
            throw new BarometerException(new Problem(
                $"«{figure.Id}» is no number that can be subtracted", Expected: "digits, such as «85 %»", Got: figure.Printed, Hint: "tell it in its own words"));
        }

        return new PublishedDifference(comparison);
    }

    private string Said(Language language) => Rounded(language) + (_error is not { } error ? "" : language == Language.Nb
        ? $" Som enkle tilfeldige utvalg ({Answers(language)} svar) ville de gitt mellom {Plain(_lower - error, language)} og {Plain(_upper + error, language)}."
        : $" As simple random samples ({Answers(language)} answers) they would give between {Plain(_lower - error, language)} and {Plain(_upper + error, language)}.");

    private string Answers(Language language)
    {
        var format = NumberFormat.For(language);
        return $"{format.Integer(Comparison.One.BaseN!.Value)} {(language == Language.Nb ? "og" : "and")} {format.Integer(Comparison.Other.BaseN!.Value)}";
    }

    private string Rounded(Language language)
    {
        var one = Comparison.One;
        return language == Language.Nb
            ? $"{one.Whose.Nb} mot {Comparison.Other.Whose.Nb}: {Signed(_value, language)}, og mellom {Plain(_lower, language)} og {Plain(_upper, language)} når trykte tall er avrundet."
            : $"{one.Whose.En} against {Comparison.Other.Whose.En}: {Signed(_value, language)}, and between {Plain(_lower, language)} and {Plain(_upper, language)} as printed figures are rounded.";
    }

    private string Signed(decimal value, Language language) =>
        Comparison.One.Unit == PublishedUnit.Number ? Plain(value, language)
            : $"{Plain(value, language)} {(language == Language.Nb ? "prosentpoeng" : "percentage points")}".Replace(' ', '\u00A0');

    private string Plain(decimal value, Language language)
    {
        var shown = Comparison.One.Unit == PublishedUnit.Number ? value : value * 100;
        return NumberFormat.For(language).Number(shown, Math.Max(Comparison.One.Decimals!.Value, Comparison.Other.Decimals!.Value));
    }
}
