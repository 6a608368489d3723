namespace Barometer.Synthesis;

/// <summary>The scale of the latent factors: whole numbers with a fixed unit, so that no machine rounds differently.</summary>
internal static class Latent
{
    /// <summary>One standard deviation.</summary>
    public const long Unit = 1L << 16;

    /// <summary>So many hundredths of a standard deviation.</summary>
    public static long Hundredths(int hundredths) => hundredths * Unit / 100;

    /// <summary>So many hundredths of a bell-shaped number.</summary>
    public static long Scale(int hundredths, long bell) => hundredths * bell / 100;
}
