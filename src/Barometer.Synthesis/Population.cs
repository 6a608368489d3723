namespace Barometer.Synthesis;

/// <summary>
/// The groups of both frames with the numbers of the model. All numbers are invented, but for the 16 ministries, the 68
/// directorates, and the totals of the response table. Rows follow <see cref="Codes"/>, columns <see cref="Bands.Codes"/>.
/// </summary>
internal static class Groups
{
    /// <summary>The agency groups.</summary>
    public static readonly string[] Codes = ["ministry", "directorate", "external_agency", "university", "enterprise"];

    /// <summary>The number of agencies of each group: 180 together.</summary>
    public static readonly int[] Agencies = [16, 68, 38, 34, 24];

    /// <summary>The number of agencies of each group that answered the strategic survey: 80 together.</summary>
    public static readonly int[] StrategicAnswers = [9, 33, 15, 15, 8];

    /// <summary>The number of workplaces in the frame by group and size band: 2267 together.</summary>
    public static readonly int[][] Workplaces =
    [
        [0, 10, 42, 46, 14, 0, 0],
        [40, 90, 150, 220, 110, 60, 20],
        [150, 190, 200, 180, 80, 38, 12],
        [24, 48, 85, 120, 70, 40, 18],
        [30, 45, 50, 45, 22, 12, 6],
    ];

    /// <summary>The group's willingness to answer, in hundredths; it multiplies the size band's.</summary>
    public static readonly int[] Response = [85, 110, 80, 115, 90];

    /// <summary>The group's part of the capacity factor, in hundredths of a standard deviation.</summary>
    public static readonly int[] Capacity = [5, 15, -20, 25, -5];

    /// <summary>The group's part of the openness factor, in hundredths of a standard deviation.</summary>
    public static readonly int[] Openness = [-10, 0, -5, 30, 10];

    /// <summary>How unevenly workplaces are spread over the group's agencies: 0 is evenly.</summary>
    public static readonly int[] Unevenness = [0, 2, 2, 1, 1];
}

/// <summary>The size bands with the numbers of the model, all invented.</summary>
internal static class Bands
{
    /// <summary>The bands, from small to large.</summary>
    public static readonly string[] Codes = ["from_1", "from_5", "from_10", "from_20", "from_50", "from_100", "from_250"];

    /// <summary>The smallest number of employees in each band; the last entry closes the largest one.</summary>
    public static readonly int[] Limits = [1, 5, 10, 20, 50, 100, 250, 1000];

    /// <summary>The willingness to sample the band, in hundredths: larger workplaces are sampled more densely.</summary>
    public static readonly int[] Sampling = [60, 68, 74, 78, 85, 92, 100];

    /// <summary>The band's willingness to answer, in hundredths.</summary>
    public static readonly int[] Response = [24, 34, 44, 52, 60, 66, 70];

    /// <summary>The band's part of the capacity factor, in hundredths of a standard deviation.</summary>
    public static readonly int[] Capacity = [-70, -45, -10, 15, 35, 50, 65];

    /// <summary>The band a number of employees falls in.</summary>
    public static int Of(int employees)
    {
        var band = Codes.Length - 1;
        while (employees < Limits[band])
        {
            band--;
        }

        return band;
    }
}

/// <summary>Ministry areas and regions with the numbers of the model, all invented.</summary>
internal static class Places
{
    /// <summary>How likely an agency that is no ministry is to belong to each ministry area, as weights.</summary>
    public static readonly int[] Areas = [14, 13, 13, 12, 11, 11, 10, 10, 9, 9, 8, 8, 7, 7, 6, 6];

    /// <summary>The regions.</summary>
    public static readonly string[] Regions =
        ["oslo_akershus", "hedmark_oppland", "south_east", "agder_rogaland", "west", "trondelag", "north"];

    /// <summary>Where workplaces lie that are not where their agency's main office is, as weights.</summary>
    public static readonly int[] RegionWeights = [30, 8, 14, 12, 16, 10, 10];

    /// <summary>How many in 1000 main offices of each agency group lie in the first region; the rest follow the weights.</summary>
    public static readonly int[] MainOfficeInCapital = [1000, 600, 300, 200, 400];

    /// <summary>How many in 1000 workplaces lie in the region of their agency's main office.</summary>
    public const int AtMainOffice = 450;

    /// <summary>The code of a ministry area.</summary>
    public static string AreaCode(int area) => FormattableString.Invariant($"D{area + 1:00}");
}
