using Barometer.Analysis.Estimation;
using Barometer.Analysis.Loading;

namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>Reads what the estimates of a table tell.</summary>
/// <param name="table">The table, with its members.</param>
/// <param name="codebook">The survey's codebook; without one every variable counts as sensitive.</param>
internal sealed class ClaimReader(EstimateTable table, Codebook? codebook)
{
    private const double OfEverybody = 10;
    private readonly Conditions _conditions = new(table, codebook);

    /// <summary>What an estimate tells.</summary>
    public Claim Read(Estimate estimate)
    {
        var members = estimate.Members!;
        var all = new RowSet(members.BaseRows);
        var told = members.Parts.DefaultIfEmpty(members).SelectMany(part => Answers(estimate.Outcome, part)).Concat(_conditions.Told(estimate));
        var cost = (estimate.Groups.Count == 0 ? OfEverybody : 1) * (1 + Math.Log(1 + all.Count));
        return new Claim(estimate.Caption, all, [.. told], cost)
        {
            NeedsBase = table.Measure != Measure.Count,
            Parts = members.CountedRows is null ? Parts(estimate.Outcome.Variable, all) : [],
        };
    }

    private IEnumerable<Told> Answers(Outcome outcome, CellMembers members)
    {
        var all = new RowSet(members.BaseRows);
        var code = outcome.Code ?? "";
        if (members.CountedRows is { } counted)
        {
            yield return new Told(outcome.Variable, all, _conditions.IsSensitive(outcome.Variable))
            {
                Counted = new Answer(members.OpposedRows is null ? code : code + " above", new RowSet(counted)),
                Opposed = members.OpposedRows is { } opposed ? new Answer(code + " below", new RowSet(opposed)) : null,
            };
        }
        else if (!IsNumberOfRespondents(outcome))
        {
            yield return new Told($"{table.Measure} of {outcome.Variable} {code}", all, _conditions.IsSensitive(outcome.Variable));
        }
    }

    /// <summary>A count of respondents, or their share of the invited, tells nothing but how many they are.</summary>
    private bool IsNumberOfRespondents(Outcome outcome) => table.Measure == Measure.Count || outcome is { Variable: "answered", Code: null };

    private IReadOnlyList<double> Parts(string variable, RowSet rows)
    {
        if (table.Origin?.Data.TryGet(variable, out var column) != true || column is not NumericColumn numbers)
        {
            return [];
        }

        return [.. rows.Rows.ToArray()
            .GroupBy(row => table.OrganisationOfRow![row], row => Math.Abs(numbers.Values[row]))
            .Select(parts => parts.Sum())
            .OrderDescending()];
    }
}
