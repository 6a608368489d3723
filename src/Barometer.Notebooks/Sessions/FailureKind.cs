namespace Barometer.Notebooks.Sessions;

/// <summary>Why a cell didn't run to its end.</summary>
public enum FailureKind
{
    /// <summary>The cell uses something this host doesn't have: another language, a magic command.</summary>
    Unsupported,

    /// <summary>The cell doesn't compile.</summary>
    Compilation,

    /// <summary>The cell's code threw an exception.</summary>
    Exception,

    /// <summary>The cell took longer than it may.</summary>
    TimeLimit,

    /// <summary>The cell's outputs are larger than a notebook may store.</summary>
    OutputLimit,

    /// <summary>The caller stopped it.</summary>
    Cancelled,
}
