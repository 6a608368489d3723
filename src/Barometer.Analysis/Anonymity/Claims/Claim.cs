namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>What one estimate tells a reader, if it is published: numbers of respondents, and answers.</summary>
/// <param name="Name">What the estimate is about, without its numbers.</param>
/// <param name="Base">The respondents in its base.</param>
/// <param name="Sums">What it tells of their answers.</param>
/// <param name="Cost">What a reader loses when it is suppressed.</param>
internal sealed record Claim(string Name, RowSet Base, IReadOnlyList<DisclosedSum> Sums, double Cost)
{
    /// <summary>The release that it is of.</summary>
    public string Release { get; init; } = "";

    /// <summary>The bases of the rates, means or totals in it, which must have some size; none for a number of respondents.</summary>
    public IReadOnlyList<RowSet> Bases { get; init; } = [];

    /// <summary>The fewest respondents in each of the bases, where that is more than the policy's least; 0 when it isn't.</summary>
    public int LeastBase { get; init; }

    /// <summary>Whether it would tell of single answers however many respondents there are; see <see cref="SwappedAnswers"/>.</summary>
    public bool IsTooSharp { get; init; }

    /// <summary>
    /// Besides the base, sets of respondents whose number it tells: a share of a public variable of the frame is the number
    /// who answered in a group.
    /// </summary>
    public IReadOnlyList<RowSet> Sizes { get; init; } = [];

    /// <summary>The other groups of that variable: their numbers must not come out with it.</summary>
    public IReadOnlyList<RowSet> OtherSizes { get; init; } = [];

    /// <summary>For a mean or total of a number: the parts of the organisations, the largest first.</summary>
    public IReadOnlyList<double> Parts { get; init; } = [];

    /// <summary>For a quantile: the respondents on its shorter side; they must be as many as a cell's.</summary>
    public double ShorterSide { get; init; } = double.PositiveInfinity;

    /// <summary>For a number of respondents that is shown after rounding: what it tells of the true one; else null.</summary>
    public CountRange? Within { get; init; }

    /// <summary>Who was invited where its base answered; null when that isn't known.</summary>
    public InvitedUnits? Invited { get; init; }

    /// <summary>The numbers it shows of single answers, as they are rounded: equations about who gave them.</summary>
    public IReadOnlyList<ShownNumber> Shown { get; init; } = [];

    /// <summary>Whether its respondents are chosen by their answers: as a group, or as a domain.</summary>
    public bool IsAmongAnswers { get; init; }

    /// <summary>Whether it tells how answers to several questions go together.</summary>
    public bool TellsOfSeveral => IsAmongAnswers || Sums.Any(sum => sum.Questions.Count > 1);

    /// <summary>Whether the estimate has been published; false while it is undecided and when it is suppressed.</summary>
    public bool IsPublished { get; init; }

    /// <summary>All sets of respondents whose number it tells.</summary>
    public IEnumerable<RowSet> AllSizes => Sizes.Prepend(Base);

    /// <summary>The same of rows that have other numbers.</summary>
    /// <param name="map">For each row its number.</param>
    public Claim In(int[] map) => map.Index().All(one => one.Index == one.Item) ? this : this with
    {
        Base = Base.In(map),
        Sums = [.. Sums.Select(sum => sum.In(map))],
        Bases = [.. Bases.Select(set => set.In(map))],
        Sizes = [.. Sizes.Select(set => set.In(map))],
        OtherSizes = [.. OtherSizes.Select(set => set.In(map))],
        Shown = [.. Shown.Select(number => number.In(map))],
    };
}

/// <summary>One sum that an estimate tells: how many of a set of respondents gave an answer, or an amount.</summary>
/// <param name="Questions">
/// What it is about: the question, or several of which the answers are taken together. What is told of the same question
/// is linked.
/// </param>
/// <param name="Base">The respondents of whom it tells.</param>
internal sealed record DisclosedSum(IReadOnlyList<string> Questions, RowSet Base)
{
    /// <summary>The answer that is counted; null for an amount: a mean or a total of a number.</summary>
    public Answer? Counted { get; init; }

    /// <summary>For a net balance: the answer that counts as minus one.</summary>
    public Answer? Opposed { get; init; }

    /// <summary>Those of the base who were asked; null when all were. The others can't have given an answer.</summary>
    public RowSet? Asked { get; init; }

    /// <summary>For an amount: what a respondent has of it, by the row of the response table; null for answers, and where it isn't known.</summary>
    public Func<int, double>? AmountOf { get; init; }

    /// <summary>
    /// More answers whose number must not come out with it: all other categories of the question, whether any table shows
    /// them or not.
    /// </summary>
    public IReadOnlyList<Answer> Also { get; init; } = [];

    /// <summary>
    /// For a variable made of answers: these, what is made of them and how they go together, of all respondents. That it follows from them is
    /// known of whoever else something is told.
    /// </summary>
    public IReadOnlyList<Answer> Defined { get; init; } = [];

    /// <summary>The same of rows that have other numbers.</summary>
    public DisclosedSum In(int[] map) => new(Questions, Base.In(map))
    {
        Defined = [.. Defined.Select(answer => answer.In(map))],
        Counted = Counted?.In(map),
        Opposed = Opposed?.In(map),
        Asked = Asked?.In(map),
        Also = [.. Also.Select(answer => answer.In(map))],
        AmountOf = AmountOf is { } amountOf ? In(map, amountOf) : null,
    };

    private static Func<int, double> In(int[] map, Func<int, double> amountOf)
    {
        var own = map.Index().ToDictionary(row => row.Item, row => row.Index);
        return row => amountOf(own[row]);
    }

    /// <summary>All answers it is about.</summary>
    public IEnumerable<Answer> Answers => Counted is null ? [] : Opposed is null ? [Counted, .. Also] : [Counted, Opposed, .. Also];
}

/// <summary>An answer, and who of a set of respondents gave it.</summary>
/// <param name="Key">The answer's name, the same in every table; see <see cref="KeyOf"/>.</param>
/// <param name="Givers">Those of the set who gave it.</param>
internal sealed record Answer(string Key, RowSet Givers)
{
    /// <summary>The name of an answer to a question.</summary>
    public static string KeyOf(string variable, string code) => $"{variable}={code}";

    /// <summary>The same of rows that have other numbers.</summary>
    public Answer In(int[] map) => this with { Givers = Givers.In(map) };
}

/// <summary>What a rounded number tells: the true number lies between these two.</summary>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be.</param>
internal sealed record CountRange(int Low, int High)
{
    /// <summary>Whether one number is left.</summary>
    public bool IsExact => Low == High;
}

/// <summary>
/// Who of the frame was invited in the group of an estimate: a public fact. No more can have answered, there or in any part of it.
/// </summary>
/// <param name="Survey">The survey of the frame.</param>
/// <param name="Units">The rows of the frame.</param>
/// <param name="IsWhole">Whether the estimate is of all in the group who answered; false where an answer or a missing one decided on it too.</param>
internal sealed record InvitedUnits(string Survey, RowSet Units, bool IsWhole)
{
    /// <summary>The invited of an estimate's group; null for a table of which no frame is known, or a frame that doesn't say who was invited.</summary>
    /// <param name="table">The table.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="all">The respondents in its base.</param>
    public static InvitedUnits? Of(UnreleasedTable table, UnreleasedEstimate estimate, RowSet all)
    {
        if (table.Data is not var (responses, frame) || !frame.TryGet("invited", out var found) || found is not CategoricalColumn invited)
        {
            return null;
        }

        // Conditions on what the frame doesn't have are left out: the bound is that of a larger group then.
        var (units, respondents) = (Everything(frame), Everything(responses));
        foreach (var (variable, codes) in Conditions(table, estimate).Where(one => frame.TryGet(one.Variable, out _) && responses.TryGet(one.Variable, out _)))
        {
            units.RemoveAll(Outside(frame[variable], codes));
            respondents.RemoveAll(Outside(responses[variable], codes));
        }

        var yes = invited.IndexOf("yes");
        return new InvitedUnits(table.Survey, new RowSet([.. units.Where(unit => invited.Codes[unit] == yes)]), respondents.Count == all.Count);
    }

    private static IEnumerable<(string Variable, IReadOnlyList<string> Codes)> Conditions(UnreleasedTable table, UnreleasedEstimate estimate) => estimate.Groups
        .Select(group => (group.Variable, (IReadOnlyList<string>)[group.Code]))
        .Concat((table.Design?.Conditions ?? []).Where(condition => condition.Told.Codes.Count > 0).Select(condition => (condition.Told.Variable, condition.Told.Codes)));

    private static Predicate<int> Outside(Column column, IReadOnlyList<string> codes)
    {
        var coded = CodedColumn.Of(column);
        var inside = codes.SelectMany(code => Claims.Conditions.Codes(code, coded)).ToHashSet();
        return row => !inside.Contains(coded.Codes[row]);
    }

    private static List<int> Everything(DataSet data) => [.. Enumerable.Range(0, data.RowCount)];
}
