namespace Barometer.Synthesis.Model;

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
