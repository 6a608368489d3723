namespace Barometer.Synthesis;

/// <summary>Makes the operational frame: workplaces nested in agencies, who was invited and who answered.</summary>
internal static class WorkplaceFrame
{
    /// <summary>The published number of invited workplaces.</summary>
    public const int Invited = 1686;

    /// <summary>The published number of workplaces that answered.</summary>
    public const int Answered = 762;

    // The fewest answers from a stratum: two are needed for a variance; one more leaves room for item non-response.
    private const int FewestAnswers = 3;

    // The standard deviation, in hundredths, of what is the workplace's own.
    private const int OwnSpread = 90;

    /// <summary>The 2267 workplaces, ordered by id.</summary>
    public static IReadOnlyList<Unit> Create(IReadOnlyList<Agency> agencies, ulong seed)
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

        var order = drafts.ToArray();
        new RandomStream(seed, "workplace order").Shuffle<(Agency, int)>(order);
        return ResponseProcess.Apply(Describe(order, seed), Strata(), seed);
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
            Region = region.Happens(Places.AtMainOffice) ? draft.Agency.Region : Places.Draw(region, Places.RegionWeights),
            Employees = Employees(employees, draft.Band),
            Capacity = draft.Agency.Capacity + Latent.Hundredths(Bands.Capacity[draft.Band]) + Latent.Scale(OwnSpread, capacity.NextBell()),
            Openness = draft.Agency.Openness + Latent.Scale(OwnSpread, openness.NextBell()),
        })];
    }

    // The smaller of two uniform draws: within a band, smaller workplaces are more common.
    private static int Employees(RandomStream stream, int band)
    {
        var width = Bands.Limits[band + 1] - Bands.Limits[band];
        return Bands.Limits[band] + Math.Min(stream.Below(width), stream.Below(width));
    }

    private static Stratum[] Strata()
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
        return [.. cells.Select((c, i) => new Stratum(c.Group, c.Band, c.Size, invited[i], answered[i]))];
    }
}
