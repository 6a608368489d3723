namespace Barometer.Synthesis;

/// <summary>
/// Makes the frames of both surveys: workplaces nested in agencies, and the agencies themselves; with who was invited and who answered.
/// </summary>
internal static class Frames
{
    // The published numbers of invited workplaces, and of those that answered.
    private const int Invited = 1686;
    private const int Answered = 762;

    // The fewest answers from a stratum: two are needed for a variance; one more leaves room for item non-response.
    private const int FewestAnswers = 3;

    // Standard deviations, in hundredths, of what is the workplace's own, and of what the agency's head answers beyond what
    // its workplaces share.
    private const int WorkplaceSpread = 90;
    private const int HeadSpread = 60;

    private const long Millionths = 1_000_000;

    /// <summary>The operational frame: the 2267 workplaces, ordered by id.</summary>
    public static IReadOnlyList<Unit> Workplaces(IReadOnlyList<Agency> agencies, ulong seed)
    {
        var bands = new RandomStream(seed, "workplace size");
        var drafts = new List<(Agency Agency, int Band)>();
        for (var group = 0; group < Groups.Codes.Length; group++)
        {
            var sizes = Groups.Workplaces[group].SelectMany((count, band) => Enumerable.Repeat(band, count)).ToArray();
            bands.Shuffle<int>(sizes);
            var owners = agencies.Where(agency => agency.Group == group).SelectMany(agency => Enumerable.Repeat(agency, agency.Workplaces));
            drafts.AddRange(owners.Zip(sizes));
        }

        // Ids are given after the shuffle, so that they tell nothing of the groups.
        var order = drafts.ToArray();
        new RandomStream(seed, "workplace order").Shuffle<(Agency, int)>(order);
        return Respond(Describe(order, seed), WorkplaceStrata(), seed);
    }

    /// <summary>The strategic frame: a census of the 180 agencies, ordered by id. An agency is as large as its workplaces together.</summary>
    public static IReadOnlyList<Unit> Agencies(IReadOnlyList<Agency> agencies, IReadOnlyList<Unit> workplaces, ulong seed)
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
            Capacity = agency.Capacity + Latent.Scale(HeadSpread, capacity.NextBell()),
            Openness = agency.Openness + Latent.Scale(HeadSpread, openness.NextBell()),
        }).ToArray();
        var strata = Groups.Agencies.Select((count, group) => new Stratum(group, null, count, count, Groups.StrategicAnswers[group]));
        return Respond(units, strata, unchecked(seed + 1));
    }

    private static Unit[] Describe((Agency Agency, int Band)[] drafts, ulong seed)
    {
        var employees = new RandomStream(seed, "employees");
        var region = new RandomStream(seed, "workplace region");
        var capacity = new RandomStream(seed, "workplace capacity");
        var openness = new RandomStream(seed, "workplace openness");
        return [.. drafts.Select((draft, i) => new Unit
        {
            Id = FormattableString.Invariant($"W{i + 1:0000}"),
            Agency = draft.Agency,
            Band = draft.Band,
            Region = region.Happens(Places.AtMainOffice) ? draft.Agency.Region : region.Pick(Places.RegionWeights),
            Employees = Employees(employees, draft.Band),
            Capacity = draft.Agency.Capacity + Latent.Hundredths(Bands.Capacity[draft.Band]) + Latent.Scale(WorkplaceSpread, capacity.NextBell()),
            Openness = draft.Agency.Openness + Latent.Scale(WorkplaceSpread, openness.NextBell()),
        })];
    }

    // The smaller of two uniform draws: within a band, smaller workplaces are more common.
    private static int Employees(RandomStream stream, int band)
    {
        var width = Bands.Limits[band + 1] - Bands.Limits[band];
        return Bands.Limits[band] + Math.Min(stream.Below(width), stream.Below(width));
    }

    private static IEnumerable<Stratum> WorkplaceStrata()
    {
        var cells = (from g in Enumerable.Range(0, Groups.Codes.Length)
                     from b in Enumerable.Range(0, Bands.Codes.Length)
                     where Groups.Workplaces[g][b] > 0
                     select (Group: g, Band: b, Size: Groups.Workplaces[g][b])).ToArray();
        var few = Array.ConvertAll(cells, _ => FewestAnswers);
        var invited = Apportionment.Share(
            Invited, Array.ConvertAll(cells, c => (long)c.Size * Bands.Sampling[c.Band]), few, Array.ConvertAll(cells, c => c.Size));
        var claims = cells.Select((c, i) => (long)invited[i] * Bands.Response[c.Band] * Groups.Response[c.Group]).ToArray();
        var answered = Apportionment.Share(Answered, claims, few, invited);
        return cells.Select((c, i) => new Stratum(c.Group, c.Band, c.Size, invited[i], answered[i]));
    }

    // Draws who is invited and who answers: within a stratum all units are alike, so N/r is the right weight.
    private static Unit[] Respond(Unit[] units, IEnumerable<Stratum> strata, ulong seed)
    {
        var stream = new RandomStream(seed, "response");
        foreach (var stratum in strata)
        {
            var members = Enumerable.Range(0, units.Length).Where(i => stratum.Holds(units[i])).ToArray();
            stream.Shuffle<int>(members);
            for (var k = 0; k < stratum.Invited; k++)
            {
                var answered = k < stratum.Answered;
                units[members[k]] = units[members[k]] with
                {
                    Invited = true,
                    Answered = answered,
                    Weight = answered ? stratum.Size * Millionths / stratum.Answered : 0,
                };
            }
        }

        return units;
    }

    // A stratum holds N units, of which n are invited and r answer; without a band it holds all sizes.
    private sealed record Stratum(int Group, int? Band, int Size, int Invited, int Answered)
    {
        public bool Holds(Unit unit) => unit.Agency.Group == Group && (Band is null || unit.Band == Band);
    }
}

/// <summary>A made-up unit of a frame: a workplace, or an agency in the strategic survey.</summary>
internal sealed record Unit
{
    /// <summary>An opaque serial number.</summary>
    public required string Id { get; init; }

    /// <summary>The agency it belongs to.</summary>
    public required Agency Agency { get; init; }

    /// <summary>Its size band, as an index into the model's bands.</summary>
    public required int Band { get; init; }

    /// <summary>Its region, as an index into the model's regions.</summary>
    public required int Region { get; init; }

    /// <summary>Its number of employees.</summary>
    public required int Employees { get; init; }

    /// <summary>The factor behind how much and how ambitiously it innovates.</summary>
    public required long Capacity { get; init; }

    /// <summary>The factor behind how much it involves others.</summary>
    public required long Openness { get; init; }

    /// <summary>Whether it was sent the survey.</summary>
    public bool Invited { get; init; }

    /// <summary>Whether it answered.</summary>
    public bool Answered { get; init; }

    /// <summary>How many units of its stratum one answer stands for (N/r), in millionths; 0 unless it answered.</summary>
    public long Weight { get; init; }
}
