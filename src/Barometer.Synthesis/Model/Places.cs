namespace Barometer.Synthesis.Model;

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

    /// <summary>An index drawn with probability proportional to the weights.</summary>
    public static int Draw(RandomStream stream, int[] weights)
    {
        var ticket = stream.Below(weights.Sum());
        var index = 0;
        while (ticket >= weights[index])
        {
            ticket -= weights[index++];
        }

        return index;
    }
}
