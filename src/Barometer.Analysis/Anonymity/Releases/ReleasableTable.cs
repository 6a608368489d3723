namespace Barometer.Analysis.Anonymity.Releases;

/// <summary>A table that is to be released: which of its cells the rules hold to, and whether it may be released at all.</summary>
/// <param name="table">The table.</param>
/// <param name="codebook">Its survey's codebook; null where none is known.</param>
/// <param name="policy">The thresholds.</param>
internal sealed class ReleasableTable(UnreleasedTable table, Codebook? codebook, ReleasePolicy policy)
{
    /// <summary>The numbers of the cells that are held to the rules: all but public counts.</summary>
    public List<int> Cells()
    {
        var cells = new List<int>();
        for (var i = 0; i < table.Estimates.Count; i++)
        {
            var estimate = table.Estimates[i];
            if (estimate.IsFrameCount && IsPublicCount(estimate))
            {
                continue;
            }

            if (table.OrganisationOfRow is null)
            {
                throw Unknown();
            }

            if (estimate.Members is not null)
            {
                cells.Add(i);
            }
            else
            {
                throw new BarometerException(new Problem(
                    $"An estimate can't be released: the respondents behind «{estimate.Caption}» are not known",
                    Expected: "an estimate made by a design, or a count that the policy lists as public",
                    Hint: "publicCounts in data/releases/policy.json"));
            }
        }

        return cells;
    }

    /// <summary>Groups of one organisation each are refused at once: all of them would be hidden, after a long search.</summary>
    public void CheckGroups()
    {
        if (table.By.FirstOrDefault(name => codebook?.Variables.FirstOrDefault(one => one.Name == name) is { Role: DisclosureRole.Identifier or DisclosureRole.Organisation }) is { } single)
        {
            throw new BarometerException(new Problem(
                $"«{table.Title.Nb}» can't be released by «{single}»: it names who answered",
                Expected: "groups of the frame, or answers",
                Hint: string.Join(", ", codebook!.Variables.Where(one => one.Role == DisclosureRole.Group).Select(one => one.Name).Distinct())));
        }
    }

    private BarometerException Unknown() => new(new Problem(
        $"«{table.Title.Nb}» can't be released: nothing tells which organisation each answer comes from",
        Expected: "estimates of a survey whose codebook names the organisation",
        Hint: "start from survey.Design(), or barometer.Design(…), not from a bare data set"));

    /// <summary>Whether the policy lists a count as public.</summary>
    public bool IsPublicCount(UnreleasedEstimate estimate) => table.Measure == Measure.Count && policy.PublicCounts.Any(
        count => count.Outcome == estimate.Outcome.Variable && (count.ByGroup || estimate.Groups.Count == 0));
}
