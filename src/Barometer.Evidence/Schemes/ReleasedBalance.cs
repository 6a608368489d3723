namespace Barometer.Evidence.Schemes;

/// <summary>
/// How the answers divide on groups under each of several weighting schemes, beside how the frame does. Groups whose
/// number of answers is hidden are hidden here too.
/// </summary>
public sealed class ReleasedBalance : Displayable
{
    internal ReleasedBalance(
        string id, IReadOnlyList<WeightingScheme> schemes, IReadOnlyList<BalancedVariable> variables, Language language)
    {
        Id = id;
        Schemes = schemes;
        Variables = variables.Count > 0 ? variables : throw new BarometerException(new Problem(
            $"The balance «{id}» has no variable", Expected: "released response counts by one variable each"));
        Language = language;
    }

    /// <summary>The name of its files.</summary>
    public string Id { get; }

    internal IReadOnlyList<WeightingScheme> Schemes { get; }

    internal IReadOnlyList<BalancedVariable> Variables { get; }

    internal ReleaseStamp Stamp => Variables[0].Counts.Stamp.And(Variables.Select(one => one.Counts.Stamp)) with { Id = Id };

    private Language Language { get; }

    /// <summary>The shares of each group, and the largest gap to the frame under each scheme.</summary>
    public EvidenceTable Table() => new(BalanceTableBuilder.Build(this), Stamp, Language);

    /// <summary>How far each group lies from its share in the frame: under the first scheme and under the chosen one.</summary>
    /// <param name="variables">Which variables to draw, each of them in the balance.</param>
    /// <exception cref="BarometerException">A variable isn't in the balance, or no scheme is said to be chosen.</exception>
    public Figure Dots(params string[] variables)
    {
        var part = new ReleasedBalance(
            string.Join('-', variables.Select(variable => variable.Replace('_', '-')).Prepend(Id)),
            Schemes,
            [.. variables.Select(Find)],
            Language);
        return new Figure(options => WeightingDots.Describe(part, options), part.Table(), new FigureOptions { Language = Language });
    }

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Table().ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => Table();

    private BalancedVariable Find(string variable) => Variables.FirstOrDefault(one => one.Variable == variable)
        ?? throw new BarometerException(new Problem(
            $"«{variable}» is not in the balance «{Id}»", Expected: "one of " + string.Join(", ", Variables.Select(one => one.Variable))));
}
