namespace Barometer.Synthesis;

/// <summary>Makes the strategic frame: a census of the agencies, and which of them answered.</summary>
internal static class AgencyFrame
{
    // The standard deviation, in hundredths, of what the agency's head answers beyond what its workplaces share.
    private const int OwnSpread = 60;

    /// <summary>The 180 agencies as units, ordered by id. An agency is as large as its workplaces together.</summary>
    public static IReadOnlyList<Unit> Create(IReadOnlyList<Agency> agencies, IReadOnlyList<Unit> workplaces, ulong seed)
    {
        var employees = workplaces.GroupBy(unit => unit.Agency.Id).ToDictionary(g => g.Key, g => g.Sum(unit => unit.Employees));
        var capacity = new RandomStream(seed, "head capacity");
        var openness = new RandomStream(seed, "head openness");
        var units = agencies.Select(agency => new Unit
        {
            Id = agency.Id,
            Agency = agency,
            Band = Bands.Of(employees[agency.Id]),
            Region = agency.Region,
            Employees = employees[agency.Id],
            Capacity = agency.Capacity + Latent.Scale(OwnSpread, capacity.NextBell()),
            Openness = agency.Openness + Latent.Scale(OwnSpread, openness.NextBell()),
        }).ToArray();
        var strata = Groups.Agencies.Select((count, group) => new Stratum(group, null, count, count, Groups.StrategicAnswers[group]));
        return ResponseProcess.Apply(units, [.. strata], unchecked(seed + 1));
    }
}
