namespace Barometer.Analysis.Display;

/// <summary>
/// Whether a researcher with access to the answers has switched exploring on, to see estimates before they are released:
/// the environment variable <c>BAROMETER_EXPLORE</c> is <c>1</c>. What is shown then stands under a red banner, and the
/// command line switches it off for everything it stores.
/// </summary>
public static class Exploration
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "BAROMETER_EXPLORE";

    /// <summary>The sentence of the banner. Where it stands in a stored file, something was stored that isn't released.</summary>
    public const string Warning = "IKKE FRIGITT. Bare for utforsking: må ikke lagres, deles eller siteres. / NOT RELEASED: for exploring only.";

    /// <summary>Whether it is on.</summary>
    public static bool IsOn => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Switches it off for this process and those it starts.</summary>
    public static void SwitchOff() => Environment.SetEnvironmentVariable(Variable, null);
}
