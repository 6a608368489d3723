namespace Barometer.Conformance.Weighting.Form;

/// <summary>A file of cases; README.md describes the form.</summary>
internal sealed record CaseFile
{
    /// <summary>The form's name and version: <c>barometer-weighting/1</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The name that the lines of the report start with.</summary>
    public required string Suite { get; init; }

    /// <summary>What the cases are about.</summary>
    public string? About { get; init; }

    /// <summary>What computed the expected numbers, from which data.</summary>
    public string? Origin { get; init; }

    /// <summary>Tolerances of all numbers, by name.</summary>
    public IReadOnlyDictionary<string, double> Tolerance { get; init; } = new Dictionary<string, double>();

    /// <summary>The data, by id.</summary>
    public IReadOnlyDictionary<string, DataForm> Data { get; init; } = new Dictionary<string, DataForm>();

    /// <summary>The designs, by id.</summary>
    public IReadOnlyDictionary<string, DesignForm> Designs { get; init; } = new Dictionary<string, DesignForm>();

    /// <summary>The cases.</summary>
    public IReadOnlyList<CaseForm> Cases { get; init; } = [];
}
