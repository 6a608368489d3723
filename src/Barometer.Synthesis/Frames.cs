namespace Barometer.Synthesis;

/// <summary>
/// Makes the frames of both surveys: workplaces nested in agencies, and the agencies themselves; with who was invited and who answered.
/// </summary>
internal static class Frames
{
    private const long Millionths = 1_000_000;

    /// <summary>The workplaces of a population, ordered by id; nobody is asked yet.</summary>
    public static IReadOnlyList<Unit> Workplaces(Population population, IReadOnlyList<Agency> agencies)
    {
        var (seed, groups) = (population.Seed, population.Groups);
        var bands = new RandomStream(seed, "workplace size");
        var drafts = new List<(Agency Agency, int Band)>();
        for (var group = 0; group < groups.Codes.Length; group++)
        {
            var sizes = groups.Units[group].SelectMany((count, band) => Enumerable.Repeat(band, count)).ToArray();
            bands.Shuffle<int>(sizes);
            var owners = agencies.Where(agency => agency.Group == group).SelectMany(agency => Enumerable.Repeat(agency, agency.Workplaces));
            drafts.AddRange(owners.Zip(sizes));
        }

        // Ids are given after the shuffle, so that they tell nothing of the groups.
        var order = drafts.ToArray();
        new RandomStream(seed, "workplace order").Shuffle<(Agency, int)>(order);
        return Describe(order, population);
    }

    /// <summary>The agencies as units, ordered by id; nobody is asked yet. An agency is as large as its workplaces together.</summary>
    public static IReadOnlyList<Unit> Agencies(SyntheticModel model, IReadOnlyList<Agency> agencies, IReadOnlyList<Unit> workplaces)
    {
        var (seed, spread) = (model.Population.Seed, model.Sample.Spread);
        var employees = workplaces.GroupBy(unit => unit.Agency.Id).ToDictionary(g => g.Key, g => g.Sum(unit => unit.Employees));
        var capacity = new RandomStream(seed, "head capacity");
        var openness = new RandomStream(seed, "head openness");
        var others = Others(model.Population, "head");
        return [.. agencies.Select(agency => new Unit
        {
            Id = agency.Id,
            Agency = agency,
            Band = model.Population.Bands.Of(employees[agency.Id]),
            Region = agency.Region,
            Others = others(),
            Employees = employees[agency.Id],
            Capacity = agency.Capacity + Latent.Scale(spread, capacity.NextBell()),
            Openness = agency.Openness + Latent.Scale(spread, openness.NextBell()),
        })];
    }

    /// <summary>The units with who was asked and who answered.</summary>
    /// <param name="model">The model of the survey.</param>
    /// <param name="units">The units.</param>
    /// <param name="before">Where a panel answers again, the ids of those who answered before.</param>
    public static IReadOnlyList<Unit> Respond(SyntheticModel model, IReadOnlyList<Unit> units, IReadOnlySet<string> before)
    {
        var strata = model.Sample.OfOrganisations
            ? model.Population.Groups.Organisations.Select((count, group) => new Stratum(group, null, count, count, model.Sample.AnsweredOf[group]))
            : WorkplaceStrata(model);
        return Respond([.. units], strata, model, before);
    }

    private static Unit[] Describe((Agency Agency, int Band)[] drafts, Population population)
    {
        var (seed, places, spread) = (population.Seed, population.Regions, population.Units.Spread);
        var employees = new RandomStream(seed, "employees");
        var region = new RandomStream(seed, "workplace region");
        var capacity = new RandomStream(seed, "workplace capacity");
        var openness = new RandomStream(seed, "workplace openness");
        var others = Others(population, "workplace");
        return [.. drafts.Select((draft, i) => new Unit
        {
            Id = population.Units.Of(i + 1),
            Agency = draft.Agency,
            Band = draft.Band,
            Region = places is null || region.Happens(places.AtMainOffice) ? draft.Agency.Region : region.Pick(places.Weights),
            Others = others(),
            Employees = Employees(employees, population.Bands, draft.Band),
            Capacity = draft.Agency.Capacity + Latent.Hundredths(population.Bands.Capacity[draft.Band]) + Latent.Scale(spread, capacity.NextBell()),
            Openness = draft.Agency.Openness + Latent.Scale(spread, openness.NextBell()),
        })];
    }

    // Draws the other groups of one unit after the other.
    private static Func<IReadOnlyDictionary<string, string>> Others(Population population, string of)
    {
        var streams = population.Others.Select(other => (Other: other, Stream: new RandomStream(population.Seed, $"{of} {other.Variable}"))).ToArray();
        return () => streams.ToDictionary(one => one.Other.Variable, one => one.Other.Codes[one.Stream.Pick(one.Other.Weights)], StringComparer.Ordinal);
    }

    // The smaller of two uniform draws: within a band, smaller workplaces are more common.
    private static int Employees(RandomStream stream, Bands bands, int band)
    {
        var width = bands.Limits[band + 1] - bands.Limits[band];
        return bands.Limits[band] + Math.Min(stream.Below(width), stream.Below(width));
    }

    /// <summary>The strata of workplaces: how many there are, are invited and answer.</summary>
    internal static IEnumerable<Stratum> WorkplaceStrata(SyntheticModel model)
    {
        var (groups, bands, sample) = (model.Population.Groups, model.Population.Bands, model.Sample);
        var cells = (from g in Enumerable.Range(0, groups.Codes.Length)
                     from b in Enumerable.Range(0, bands.Codes.Length)
                     where groups.Units[g][b] > 0
                     select (Group: g, Band: b, Size: groups.Units[g][b])).ToArray();
        var few = Array.ConvertAll(cells, _ => sample.Fewest);
        var invited = Apportionment.Share(
            sample.Invited, Array.ConvertAll(cells, c => (long)c.Size * bands.Sampling[c.Band]), few, Array.ConvertAll(cells, c => c.Size));
        var claims = cells.Select((c, i) => (long)invited[i] * bands.Response[c.Band] * groups.Response[c.Group]).ToArray();
        var answered = Apportionment.Share(sample.Answered, claims, few, invited);
        return cells.Select((c, i) => new Stratum(c.Group, c.Band, c.Size, invited[i], answered[i]));
    }

    // Draws who is invited and who answers: within a stratum all units are alike, so N/r is the right weight.
    private static Unit[] Respond(Unit[] units, IEnumerable<Stratum> strata, SyntheticModel model, IReadOnlySet<string> before)
    {
        var stream = new RandomStream(model.ResponseSeed, "response");
        foreach (var stratum in strata)
        {
            var members = Enumerable.Range(0, units.Length).Where(i => stratum.Holds(units[i])).ToArray();
            stream.Shuffle<int>(members);
            if (model.Sample.Panel is { } panel)
            {
                members = Again(units, members, stratum, panel, before);
            }

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

    // A fixed share of those who answered before comes first, then those who didn't; the others of the panel are asked last. So the overlap is fixed, and within it lots decide.
    private static int[] Again(Unit[] units, int[] members, Stratum stratum, PanelModel panel, IReadOnlySet<string> before)
    {
        var (again, others) = (members.Where(i => before.Contains(units[i].Id)).ToArray(), members.Where(i => !before.Contains(units[i].Id)).ToArray());
        var kept = Math.Clamp(((again.Length * panel.PerMille) + 500) / 1000, Math.Max(0, stratum.Answered - others.Length), Math.Min(again.Length, stratum.Answered));
        return [.. again[..kept], .. others, .. again[kept..]];
    }

    /// <summary>A stratum of N units, of which n are invited and r answer; without a band it holds all sizes.</summary>
    internal sealed record Stratum(int Group, int? Band, int Size, int Invited, int Answered)
    {
        /// <summary>Whether the unit is of it.</summary>
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

    /// <summary>Its codes in other groups, by their variables.</summary>
    public required IReadOnlyDictionary<string, string> Others { get; init; }

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
