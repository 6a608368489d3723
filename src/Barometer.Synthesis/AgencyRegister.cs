namespace Barometer.Synthesis;

/// <summary>Makes the agencies that both surveys share.</summary>
internal static class AgencyRegister
{
    /// <summary>The agencies, ordered by id.</summary>
    public static IReadOnlyList<Agency> Create(Population population)
    {
        var (seed, places) = (population.Seed, population.Regions);
        var groups = population.Groups.Organisations.SelectMany((count, group) => Enumerable.Repeat(group, count)).ToArray();
        new RandomStream(seed, "agency order").Shuffle<int>(groups);
        var workplaces = WorkplacesOf(groups, population);
        var areas = AreasOf(groups, population);
        var capacity = new RandomStream(seed, "agency capacity");
        var openness = new RandomStream(seed, "agency openness");
        var area = new RandomStream(seed, "area capacity");
        var ofArea = population.Areas?.Codes.Select(_ => Latent.Scale(population.Areas.Spread, area.NextBell())).ToArray() ?? [0];
        var region = new RandomStream(seed, "main office");
        return [.. groups.Select((group, i) => new Agency(
            population.Organisations.Of(i + 1),
            group,
            areas[i],
            places is null || region.Happens(population.Groups.InFirstRegion[group]) ? 0 : region.Pick(places.Weights),
            workplaces[i],
            Latent.Hundredths(population.Groups.Capacity[group]) + ofArea[areas[i]] + Latent.Scale(population.Organisations.Spread, capacity.NextBell()),
            Latent.Hundredths(population.Groups.Openness[group]) + Latent.Scale(population.Organisations.Spread, openness.NextBell())))];
    }

    // Every organisation of the heading group has an area of its own.
    private static int[] AreasOf(int[] groups, Population population)
    {
        if (population.Areas is not { } areas)
        {
            return new int[groups.Length];
        }

        var stream = new RandomStream(population.Seed, "ministry area");
        var heads = 0;
        return Array.ConvertAll(groups, group => group == areas.HeadedBy ? heads++ : stream.Pick(areas.Weights));
    }

    private static int[] WorkplacesOf(int[] groups, Population population)
    {
        var stream = new RandomStream(population.Seed, "agency size");
        var sizes = Array.ConvertAll(groups, group => Size(stream, population.Groups.Unevenness[group]));
        var workplaces = new int[groups.Length];
        for (var group = 0; group < population.Groups.Codes.Length; group++)
        {
            var members = Enumerable.Range(0, groups.Length).Where(i => groups[i] == group).ToArray();
            var total = population.Groups.Units[group].Sum();
            var shares = Apportionment.Share(
                total,
                [.. members.Select(i => sizes[i])],
                [.. members.Select(_ => 1)],
                [.. members.Select(_ => total)]);
            for (var k = 0; k < members.Length; k++)
            {
                workplaces[members[k]] = shares[k];
            }
        }

        return workplaces;
    }

    private static long Size(RandomStream stream, int unevenness)
    {
        var size = 1L;
        for (var i = 0; i < unevenness; i++)
        {
            size *= 20 + stream.Below(100);
        }

        return size;
    }
}

/// <summary>A made-up agency.</summary>
/// <param name="Id">An opaque serial number, <c>V001</c>, <c>V002</c>, …, the same in all surveys of the population.</param>
/// <param name="Group">Its agency group, as an index into the model's groups.</param>
/// <param name="Area">Its ministry area, from 0.</param>
/// <param name="Region">The region of its main office, as an index into the model's regions.</param>
/// <param name="Workplaces">How many workplaces of it the operational frame holds.</param>
/// <param name="Capacity">Its own part of the capacity factor, with its group's and its area's.</param>
/// <param name="Openness">Its own part of the openness factor.</param>
internal sealed record Agency(string Id, int Group, int Area, int Region, int Workplaces, long Capacity, long Openness);

/// <summary>Shares a whole number out by weights, one at a time to the part with the largest claim (Sainte-Laguë).</summary>
internal static class Apportionment
{
    /// <summary>
    /// Parts that sum to <paramref name="total"/>, proportional to <paramref name="weights"/> as nearly as whole numbers
    /// allow, none below its floor or above its ceiling. Ties go to the earlier part.
    /// </summary>
    /// <exception cref="ArgumentException">The floors exceed the total, or the ceilings don't reach it.</exception>
    public static int[] Share(int total, long[] weights, int[] floors, int[] ceilings)
    {
        if (floors.Sum() > total || ceilings.Sum() < total)
        {
            throw new ArgumentException("The total lies outside what floors and ceilings allow.", nameof(total));
        }

        var parts = (int[])floors.Clone();
        for (var left = total - floors.Sum(); left > 0; left--)
        {
            parts[LargestClaim(parts, weights, ceilings)]++;
        }

        return parts;
    }

    // The claim is weight / (2·part + 1), compared crosswise to stay with whole numbers.
    private static int LargestClaim(int[] parts, long[] weights, int[] ceilings)
    {
        var best = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            var isOpen = parts[i] < ceilings[i];
            if (isOpen && (best < 0 || weights[i] * (2L * parts[best] + 1) > weights[best] * (2L * parts[i] + 1)))
            {
                best = i;
            }
        }

        return best;
    }
}
