namespace Barometer.Evidence.Figures.Description;

/// <summary>What a bar's number is, which decides how it is drawn.</summary>
internal enum BarForm
{
    /// <summary>An estimate or an exact figure: a filled bar.</summary>
    Exact,

    /// <summary>May not be published: no bar, «:» in its place.</summary>
    Suppressed,

    /// <summary>Is missing: no bar, «..» in its place.</summary>
    Missing,

    /// <summary>Rounded in its source («8 av 10», «om lag 20 %»): a hatched bar.</summary>
    Rounded,

    /// <summary>Given as a range («60–65 %»): filled to the lower limit, hatched to the upper.</summary>
    Range,

    /// <summary>More than («over halvparten»): a hatched bar, open at its end.</summary>
    MoreThan,
}
