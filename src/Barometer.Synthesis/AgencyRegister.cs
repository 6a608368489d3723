namespace Barometer.Synthesis;

/// <summary>Makes the agencies that both surveys share.</summary>
internal static class AgencyRegister
{
    // Standard deviations, in hundredths, of what agencies and ministry areas have in common.
    private const int AgencySpread = 35;
    private const int AreaSpread = 15;

    /// <summary>The 180 agencies, ordered by id.</summary>
    public static IReadOnlyList<Agency> Create(ulong seed)
    {
        var groups = Groups.Agencies.SelectMany((count, group) => Enumerable.Repeat(group, count)).ToArray();
        new RandomStream(seed, "agency order").Shuffle<int>(groups);
        var workplaces = WorkplacesOf(groups, seed);
        var areas = AreasOf(groups, seed);
        var capacity = new RandomStream(seed, "agency capacity");
        var openness = new RandomStream(seed, "agency openness");
        var area = new RandomStream(seed, "area capacity");
        var ofArea = Places.Areas.Select(_ => Latent.Scale(AreaSpread, area.NextBell())).ToArray();
        var region = new RandomStream(seed, "main office");
        return [.. groups.Select((group, i) => new Agency(
            FormattableString.Invariant($"V{i + 1:000}"),
            group,
            areas[i],
            region.Happens(Places.MainOfficeInCapital[group]) ? 0 : region.Pick(Places.RegionWeights),
            workplaces[i],
            Latent.Hundredths(Groups.Capacity[group]) + ofArea[areas[i]] + Latent.Scale(AgencySpread, capacity.NextBell()),
            Latent.Hundredths(Groups.Openness[group]) + Latent.Scale(AgencySpread, openness.NextBell())))];
    }

    // Every ministry heads an area of its own.
    private static int[] AreasOf(int[] groups, ulong seed)
    {
        var stream = new RandomStream(seed, "ministry area");
        var ministries = 0;
        return Array.ConvertAll(groups, group => group == 0 ? ministries++ : stream.Pick(Places.Areas));
    }

    private static int[] WorkplacesOf(int[] groups, ulong seed)
    {
        var stream = new RandomStream(seed, "agency size");
        var sizes = Array.ConvertAll(groups, group => Size(stream, Groups.Unevenness[group]));
        var workplaces = new int[groups.Length];
        for (var group = 0; group < Groups.Codes.Length; group++)
        {
            var members = Enumerable.Range(0, groups.Length).Where(i => groups[i] == group).ToArray();
            var total = Groups.Workplaces[group].Sum();
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
/// <param name="Id">An opaque serial number, <c>V001</c> to <c>V180</c>, the same in both surveys.</param>
/// <param name="Group">Its agency group, as an index into the model's groups.</param>
/// <param name="Area">Its ministry area, from 0.</param>
/// <param name="Region">The region of its main office, as an index into the model's regions.</param>
/// <param name="Workplaces">How many workplaces of it the operational frame holds.</param>
/// <param name="Capacity">Its own part of the capacity factor, with its group's and its area's.</param>
/// <param name="Openness">Its own part of the openness factor.</param>
internal sealed record Agency(string Id, int Group, int Area, int Region, int Workplaces, long Capacity, long Openness);
