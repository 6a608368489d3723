using System.Globalization;

namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>Reads what the estimates of a table tell.</summary>
/// <param name="table">The table, with its members.</param>
/// <param name="codebook">The survey's codebook; without one every variable counts as sensitive.</param>
internal sealed class ClaimReader(UnreleasedTable table, Codebook? codebook)
{
    private const double OfEverybody = 10;
    private readonly Conditions _conditions = new(table, codebook);
    private readonly AnswerCategories _categories = new(table.Design?.Engine.Data, codebook);

    /// <summary>What an estimate tells.</summary>
    public Claim Read(UnreleasedEstimate estimate)
    {
        var members = estimate.Members!;
        var all = new RowSet(members.BaseRows);
        var parts = (members.Parts.Count == 0 ? [members] : members.Parts).Select(part => (Outcome: part.Outcome ?? estimate.Numbers.Outcome, Members: part)).ToList();
        var answers = parts.FindAll(part => _conditions.IsSensitive(part.Outcome.Variable));
        var open = parts.Except(answers).Where(part => part.Members.CountedRows is not null).ToList();
        return new Claim(estimate.Caption, all, [.. answers.SelectMany(part => Answers(part.Outcome, part.Members)), .. _conditions.Sums(estimate)], Cost(estimate, all))
        {
            Bases = table.Measure == Measure.Count ? [] : [.. parts.Select(part => new RowSet(part.Members.BaseRows))],
            Sizes = [.. open.Select(part => new RowSet(part.Members.CountedRows!))],
            OtherSizes = [.. open.SelectMany(part => _categories.Of(part.Outcome.Variable, new RowSet(part.Members.BaseRows))).Select(answer => answer.Givers)],
            Parts = members.CountedRows is null ? Parts(estimate.Outcome.Variable, all) : [],
            ByWeight = ByWeight(answers.ConvertAll(part => part.Members), all),
            ShorterSide = table.Measure == Measure.Quantile ? ShorterSide(estimate.Outcome.Code) * all.Count : double.PositiveInfinity,
        };
    }

    private IReadOnlyList<WeightClass> ByWeight(List<CellMembers> answers, RowSet all) =>
        table is { Measure: Measure.Share, Design: { } design } && answers is [{ CountedRows: { } counted, OpposedRows: null }]
            ? WeightClass.Of(design.Engine.Weights.ToArray(), all, new RowSet(counted))
            : [];

    private double Cost(UnreleasedEstimate estimate, RowSet all) =>
        (estimate.Groups.Count == 0 && table.Design?.Conditions is not { Count: > 0 } ? OfEverybody : 1) * (1 + Math.Log(1 + all.Count));

    private IEnumerable<DisclosedSum> Answers(Outcome outcome, CellMembers members)
    {
        var all = new RowSet(members.BaseRows);
        var code = outcome.Code ?? "";
        if (members.CountedRows is { } counted)
        {
            yield return new DisclosedSum([outcome.Variable], all)
            {
                Counted = new Answer(Answer.KeyOf(outcome.Variable, members.OpposedRows is null ? code : code + " above"), new RowSet(counted)),
                Opposed = members.OpposedRows is { } opposed ? new Answer(Answer.KeyOf(outcome.Variable, code + " below"), new RowSet(opposed)) : null,
                Also = [.. _categories.Of(outcome.Variable, all)],
            };
        }
        else if (!IsNumberOfRespondents(outcome))
        {
            // A mean and a total of the same number, or a ratio with it, are one amount: the number of respondents is known.
            foreach (var number in outcome.Variable.Split('/'))
            {
                yield return new DisclosedSum([table.Measure == Measure.Quantile ? $"{code} of {number}" : $"amount of {number}"], all);
            }
        }
    }

    /// <summary>A count of respondents, or their share of the invited, tells nothing but how many they are.</summary>
    private bool IsNumberOfRespondents(Outcome outcome) => table.Measure == Measure.Count || outcome is { Variable: "answered", Code: null };

    /// <summary>The share of respondents on the shorter side of the quantile that a code such as <c>p25</c> names.</summary>
    private static double ShorterSide(string? code) =>
        double.TryParse(code.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? Math.Min(percent, 100 - percent) / 100 : 0;

    private IReadOnlyList<double> Parts(string variable, RowSet rows)
    {
        if (table.Design?.Engine.Data.TryGet(variable.Split('/')[0], out var column) != true || column is not NumericColumn numbers)
        {
            return [];
        }

        return [.. rows.Rows.ToArray()
            .GroupBy(row => table.OrganisationOfRow![row], row => Math.Abs(numbers.Values[row]))
            .Select(parts => parts.Sum())
            .OrderDescending()];
    }
}

/// <summary>All that can be answered to a question, «don't know» and «not relevant» among it, and who answered so.</summary>
/// <param name="data">The answers; null when they are not known.</param>
/// <param name="codebook">The survey's codebook, or null.</param>
internal sealed class AnswerCategories(DataSet? data, Codebook? codebook)
{
    /// <summary>The answers of a set of respondents; none for a variable without categories.</summary>
    public IEnumerable<Answer> Of(string variable, RowSet set)
    {
        if (data is null || !data.TryGet(variable, out var found) || found is not CategoricalColumn column)
        {
            return [];
        }

        var rows = set.Rows.ToArray();
        var categories = column.Categories.Select((category, code) =>
            new Answer(Answer.KeyOf(variable, category), new RowSet(Array.FindAll(rows, row => column.Codes[row] == code))));
        var reasons = ((MissingReason[])[MissingReason.DontKnow, MissingReason.NotRelevant]).Select(reason =>
            new Answer(Answer.KeyOf(variable, CodeOf(variable, reason)), new RowSet(Array.FindAll(rows, row => column.MissingAt(row) == reason))));
        return categories.Concat(reasons.Where(answer => answer.Givers.Count > 0));
    }

    private string CodeOf(string variable, MissingReason reason) =>
        codebook?.Responses.FirstOrDefault(one => one.Name == variable)?.MissingCodes.FirstOrDefault(code => code.Reason == reason)?.Code
        ?? reason.ToString();
}
