namespace Barometer.Evidence.Tables;

/// <summary>What a cell holds, and so how it is written and aligned.</summary>
public enum CellKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number in its own unit.</summary>
    Number,

    /// <summary>A share of one, written as per cent with its sign: 85,3 %.</summary>
    Percent,

    /// <summary>Two limits in the unit of a number.</summary>
    Interval,

    /// <summary>A standard symbol in place of a number.</summary>
    Symbol,
}
