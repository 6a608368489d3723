namespace Barometer.Synthesis;

/// <summary>A made-up unit of a frame: a workplace, or an agency in the strategic survey.</summary>
internal sealed record Unit
{
    /// <summary>An opaque serial number.</summary>
    public required string Id { get; init; }

    /// <summary>The agency it belongs to.</summary>
    public required Agency Agency { get; init; }

    /// <summary>Its size band, as an index into the model's bands.</summary>
    public required int Band { get; init; }

    /// <summary>Its region, as an index into the model's regions.</summary>
    public required int Region { get; init; }

    /// <summary>Its number of employees.</summary>
    public required int Employees { get; init; }

    /// <summary>The factor behind how much and how ambitiously it innovates.</summary>
    public required long Capacity { get; init; }

    /// <summary>The factor behind how much it involves others.</summary>
    public required long Openness { get; init; }

    /// <summary>Whether it was sent the survey.</summary>
    public bool Invited { get; init; }

    /// <summary>Whether it answered.</summary>
    public bool Answered { get; init; }

    /// <summary>How many units of its stratum one answer stands for (N/r), in millionths; 0 unless it answered.</summary>
    public long Weight { get; init; }
}
