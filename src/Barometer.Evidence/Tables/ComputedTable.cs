using Microsoft.Data.Analysis;

namespace Barometer.Evidence.Tables;

/// <summary>
/// A data frame that a cell computed of released numbers, as a table that every host of notebooks shows alike: numbers with six digits or the decimals that are asked for, in the workbench's
/// language, and the mark of synthetic answers where the frame says so (<c>synthetic</c>). It is a step on the way and no exhibit: the evidence pack leaves it out.
/// </summary>
/// <example><code>barometer.Computed(released.ToDataFrame())</code></example>
public sealed class ComputedTable : Displayable
{
    private const string Synthetic = "synthetic";
    private const int Digits = 6;
    private static readonly LocalizedText Title = new("Regnet ut av frigitte tall", "Computed from released numbers");
    private static readonly LocalizedText Yes = new("ja", "yes");
    private static readonly LocalizedText No = new("nei", "no");

    private readonly DataFrame _frame;
    private readonly string _policyVersion;
    private readonly Language _language;
    private readonly IReadOnlyDictionary<string, LocalizedText> _names;
    private readonly int? _decimals;
    private readonly EvidenceTable _table;

    internal ComputedTable(DataFrame frame, string policyVersion, Language language)
        : this(frame, policyVersion, language, new Dictionary<string, LocalizedText>(), null)
    {
    }

    private ComputedTable(DataFrame frame, string policyVersion, Language language, IReadOnlyDictionary<string, LocalizedText> names, int? decimals)
    {
        ArgumentNullException.ThrowIfNull(frame);
        (_frame, _policyVersion, _language, _names, _decimals) = (frame, policyVersion, language, names, decimals);
        var columns = frame.Columns.Where(column => column.Name != Synthetic).ToList();
        var isSynthetic = frame.Columns.Any(column => column.Name == Synthetic && column.Cast<object?>().Contains(true));
        _table = new EvidenceTable(
            new TableContent
            {
                Id = OutputStamp.Computed,
                Title = Title,
                Columns = [.. columns.Select(column => new TableColumn(column.Name, names.GetValueOrDefault(column.Name) ?? new(column.Name, column.Name), column.IsNumericColumn()))],
                Rows = [.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => new TableRow([.. columns.Select(column => Cell(column[row]))]))],
                Source = null,
            },
            new ReleaseStamp(OutputStamp.Computed, policyVersion, OutputStamp.Computed, isSynthetic),
            language);
    }

    /// <summary>The table with a column called by its name in both languages, as its readers would.</summary>
    /// <param name="column">The column of the frame.</param>
    /// <param name="nb">Its heading in Norwegian.</param>
    /// <param name="en">Its heading in English.</param>
    /// <exception cref="BarometerException">The frame has no such column.</exception>
    /// <example><code>barometer.Computed(released.ToDataFrame()).Named("value", "Andel", "Share")</code></example>
    public ComputedTable Named(string column, string nb, string en) => _frame.Columns.Any(one => one.Name == column)
        ? new(_frame, _policyVersion, _language, new Dictionary<string, LocalizedText>(_names) { [column] = new(nb, en) }, _decimals)
        : throw new BarometerException(new Problem($"The frame has no column «{column}»", Expected: string.Join(", ", _frame.Columns.Select(one => one.Name))));

    /// <summary>The table with this number of decimals in each number that isn't whole.</summary>
    /// <param name="decimals">From 0 to 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of these.</exception>
    /// <example><code>barometer.Computed(released.ToDataFrame()).WithDecimals(3)</code></example>
    public ComputedTable WithDecimals(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, Digits);
        return new(_frame, _policyVersion, _language, _names, decimals);
    }

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Computed;

    /// <inheritdoc/>
    public override string ToHtml() => _table.ToHtml();

    /// <inheritdoc/>
    public override string ToString() => _table.ToString();

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => _table.In(language).ToHtml();

    private TableCell Cell(object? value) => value switch
    {
        null => TableCell.Symbol(StandardSymbol.NotPublishable),
        true => TableCell.Text(Yes),
        false => TableCell.Text(No),
        string words => TableCell.Text(words),
        IConvertible number => Number(number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)),
        _ => TableCell.Text(value.ToString() ?? ""),
    };

    // As many decimals as leave six digits, without those that are nought, where the author asked for no number of them.
    private TableCell Number(double number)
    {
        if (!double.IsFinite(number))
        {
            return TableCell.Symbol(StandardSymbol.NotPublishable);
        }

        var text = number.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
        var decimals = text.Contains('E', StringComparison.Ordinal) ? Digits : text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.Length - point - 1 : 0;
        return TableCell.Number(number, decimals > 0 && _decimals is { } asked ? asked : decimals);
    }
}
