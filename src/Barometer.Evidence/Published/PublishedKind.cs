namespace Barometer.Evidence.Published;

/// <summary>How a published figure was stated.</summary>
public enum PublishedKind
{
    /// <summary>A percentage in digits, or a range of percentages.</summary>
    Percent,

    /// <summary>A number of units in digits.</summary>
    Count,

    /// <summary>A share told as «8 of 10» or «half»: always a rounded statement, never 0.80 exactly.</summary>
    Ratio,

    /// <summary>A share or a number with a word that loosens it: «around 20 %», «over half», «a little over 1800».</summary>
    Rounded,

    /// <summary>What came first in a ranking, without a number.</summary>
    Rank,
}
