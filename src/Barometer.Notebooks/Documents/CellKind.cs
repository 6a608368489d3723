namespace Barometer.Notebooks.Documents;

/// <summary>What a cell of a notebook holds.</summary>
public enum CellKind
{
    /// <summary>Text for the reader.</summary>
    Markdown,

    /// <summary>Code to be run.</summary>
    Code,

    /// <summary>Text that is passed on as it is.</summary>
    Raw,
}
