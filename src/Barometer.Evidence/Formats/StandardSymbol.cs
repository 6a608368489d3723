namespace Barometer.Evidence.Formats;

/// <summary>The standard symbols of Norwegian official statistics for a cell without an ordinary number.</summary>
public enum StandardSymbol
{
    /// <summary>«.»: a number can't occur here.</summary>
    CannotOccur,

    /// <summary>«..»: the number is missing.</summary>
    Missing,

    /// <summary>«...»: the number is missing so far.</summary>
    MissingSoFar,

    /// <summary>«:»: the number may not be published. A suppressed cell, primary or secondary alike.</summary>
    NotPublishable,

    /// <summary>«-»: nil, an exact zero.</summary>
    Nil,

    /// <summary>«0»: less than half of the unit shown, but not nil.</summary>
    LessThanHalf,
}
