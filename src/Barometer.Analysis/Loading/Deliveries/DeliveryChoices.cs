using System.Text;

namespace Barometer.Analysis.Loading.Deliveries;

/// <summary>What a person has said of a file that doesn't say it itself. What is left out is found out, and reported as a <see cref="Finding"/>.</summary>
internal sealed record DeliveryChoices
{
    /// <summary>Nothing is said.</summary>
    public static DeliveryChoices None { get; } = new();

    /// <summary>The encoding of its texts.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>What stands between two fields of a text file.</summary>
    public char? Separator { get; init; }

    /// <summary>The decimal mark.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>How days are written: <c>dd.MM.yyyy</c>, <c>yyyy-MM-dd</c> ….</summary>
    public string? DateForm { get; init; }

    /// <summary>The sheet of a workbook that holds the answers.</summary>
    public string? Sheet { get; init; }

    /// <summary>How many lines or rows stand before the headings.</summary>
    public int? SkippedLines { get; init; }

    /// <summary>How many rows the headings take.</summary>
    public int? HeadingRows { get; init; }

    /// <summary>The places of columns of a text file whose fields are texts even if all look like numbers: «1,2» may be two answers.</summary>
    public IReadOnlySet<int> Texts { get; init; } = new HashSet<int>();
}
