namespace Barometer.Conformance.Disclosure;

/// <summary>The library's own primary set of a case.</summary>
internal sealed class PrimaryCheck
{
    private readonly MatrixCase _case;
    private readonly PrimaryRules _rules;

    /// <summary>Takes the thresholds from the case's rule.</summary>
    public PrimaryCheck(MatrixCase of)
    {
        _case = of;
        _rules = new PrimaryRules(new ReleasePolicy
        {
            Version = "case",
            Note = new LocalizedText("", ""),
            MinRespondents = of.Rule.MinRespondents ?? 0,
            MinOrganisations = of.Rule.MinHoldings ?? 0,
            MaxOrganisationShare = 1,
            DominanceOrganisations = 1,
            DominanceShare = 1,
            ProtectionPercent = of.Rule.Percent ?? 0,
            GroupCoalition = of.Rule.Coalition ?? 0,
            MinBase = 0,
            PercentDecimals = 0,
            NumberDecimals = 0,
            CountRounding = 1,
            BaseRounding = 1,
            ProtectionInterval = 1,
            EffectiveRounding = 50,
            MinShownShare = 0.5,
            SmallCountBase = 5,
            PublicCounts = [],
        });
    }

    /// <summary>The numbers of the primary cells.</summary>
    public HashSet<int> Primary()
    {
        var primary = Enumerable.Range(0, _case.Keys.Count).Where(cell => BySize(_case.System.Cells[cell])).ToHashSet();
        if (_case.Rule.Coalition is not null)
        {
            primary.UnionWith(ByGroup());
        }

        return primary;
    }

    private bool BySize(LinearForm cell)
    {
        var parts = _case.Holdings
            .Select(holding => cell.Unknowns.ToArray().Sum(unknown => holding.Contributions.GetValueOrDefault(unknown)))
            .Where(part => part > 0)
            .OrderDescending()
            .ToList();
        var value = cell.Value(_case.System.Truth);
        var respondents = _case.AreCounts ? (int)value : int.MaxValue;
        var organisations = _case.Text("contributorVar") is null ? int.MaxValue : parts.Count;
        var reasons = value == 0 ? PrimaryReasons.None : _rules.Size(new CellProfile(respondents, organisations, 0));
        return (reasons | (_case.Rule.Percent is null ? PrimaryReasons.None : _rules.Amount(parts))) != PrimaryReasons.None;
    }

    private IEnumerable<int> ByGroup()
    {
        var cellOf = _case.System.Cells.Select((form, cell) => (form, cell)).ToDictionary(pair => pair.form, pair => pair.cell);
        foreach (var group in _case.Rule.Groups().GroupBy(secret => (secret.Group, Variable: secret.Name)))
        {
            foreach (var secret in group)
            {
                var respondents = (int)secret.Group.Value(_case.System.Truth);
                if (_rules.Group(respondents, (int)secret.Answer.Value(_case.System.Truth)) != PrimaryReasons.None)
                {
                    yield return cellOf[secret.Answer];
                }
            }
        }
    }
}
