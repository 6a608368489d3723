using System.Text;

namespace Barometer.Analysis.Loading.Deliveries;

/// <summary>
/// A delivered table, whatever file it comes in: its columns, and its rows as often as they are asked for. Opening it reads what stands before the
/// rows; the rows are streamed, so that memory doesn't grow with them.
/// </summary>
internal abstract class DeliveredTable
{
    /// <summary>The file's name in messages.</summary>
    public required string File { get; init; }

    /// <summary>The kind of file, in words: «SPSS .sav», «Excel», «text with semicolons».</summary>
    public abstract string Form { get; }

    /// <summary>The columns, in the file's order.</summary>
    public IReadOnlyList<DeliveredColumn> Columns { get; protected init; } = [];

    /// <summary>How many rows the file says it has; null when it doesn't.</summary>
    public virtual long? DeclaredRows => null;

    /// <summary>What was found out because the file doesn't say it (encoding, separator, headings): to be shown, and to be confirmed by a person.</summary>
    public IReadOnlyList<Finding> Findings { get; protected init; } = [];

    /// <summary>Cells that hold neither a value nor nothing, such as Excel's errors: they are read as empty, and told by column.</summary>
    public IReadOnlyList<ColumnFault> Faults { get; protected init; } = [];

    /// <summary>Reads the rows from the first.</summary>
    /// <param name="progress">Is told the share of the file that has been read, from 0 to 1; or null.</param>
    /// <exception cref="BarometerException">The file is damaged; also while the rows are read.</exception>
    public abstract DeliveredRows Rows(IProgress<double>? progress = null);
}

/// <summary>The rows of a delivered table: a cursor that stands before the first.</summary>
internal abstract class DeliveredRows : IDisposable
{
    /// <summary>How many rows have been read.</summary>
    public long Count { get; protected set; }

    /// <summary>The value of this row in a column.</summary>
    /// <param name="column">The column's place, from 0.</param>
    public abstract DeliveredValue this[int column] { get; }

    /// <summary>Goes to the next row; false after the last.</summary>
    /// <exception cref="BarometerException">The file is damaged.</exception>
    public abstract bool Read();

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>One thing that was found out about a file and not said by it.</summary>
/// <param name="What">What: «encoding», «separator», «decimal mark», «headings», «codes».</param>
/// <param name="Found">What was taken.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsCertain">Whether nothing else is possible; else a person has to confirm it.</param>
internal sealed record Finding(string What, string Found, string Reason, bool IsCertain)
{
    /// <summary>The finding as a line.</summary>
    public override string ToString() => $"{What}: {Found} ({Reason}{(IsCertain ? "" : "; confirm it")})";
}

/// <summary>Cells of a column that hold neither a value nor nothing.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Count">How many.</param>
/// <param name="What">What they hold, in words.</param>
internal sealed record ColumnFault(string Column, int Count, string What);

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
