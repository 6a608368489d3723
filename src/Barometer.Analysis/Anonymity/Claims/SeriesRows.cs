namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// One numbering of the respondents of all surveys of a series: waves of one survey, and files in which waves are put together. An answer
/// given in one wave is one row, in whatever file it stands, and an organisation is one through all waves. So what an earlier wave's
/// releases tell is in one system with what is released later, and an organisation reckons with its own answers in all of them.
/// </summary>
internal sealed class SeriesRows
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowSet> _surveys = new(StringComparer.Ordinal);
    private readonly List<int> _organisationOfRow = [];

    /// <summary>For each row of the series its organisation.</summary>
    public int[] OrganisationOfRow => [.. _organisationOfRow];

    /// <summary>The rules for sets of these rows.</summary>
    public ClaimRules Rules(ReleasePolicy policy) => new(policy, OrganisationOfRow, [.. _surveys.Values]);

    /// <summary>Takes in the respondents of a survey, those among them that are there already as they are.</summary>
    /// <param name="survey">The survey's id.</param>
    /// <param name="organisationOfRow">For each of its rows an opaque number of the organisation.</param>
    /// <param name="respondents">Who they are; null when they are in no other survey.</param>
    /// <returns>For each of its rows the row of the series.</returns>
    public int[] Add(string survey, int[] organisationOfRow, Respondents? respondents)
    {
        var map = new int[organisationOfRow.Length];
        for (var row = 0; row < map.Length; row++)
        {
            var name = respondents?.Names[row] ?? FormattableString.Invariant($"{survey}#{row}");
            var organisation = respondents?.Organisations[row] ?? FormattableString.Invariant($"{survey}#{organisationOfRow[row]}");
            if (!_rows.TryGetValue(name, out map[row]))
            {
                map[row] = _rows.Count;
                _rows.Add(name, map[row]);
                _organisations.TryAdd(organisation, _organisations.Count);
                _organisationOfRow.Add(_organisations[organisation]);
            }
        }

        if (map.Length > 0)
        {
            _surveys.TryAdd(survey, new RowSet([.. map.Distinct().Order()]));
        }

        return map;
    }
}
