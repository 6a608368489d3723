using Microsoft.Data.Analysis;

namespace Barometer.Evidence.Tables;

/// <summary>
/// A data frame that a cell computed of released numbers, as a table that every host of notebooks shows alike: numbers with six digits, in the workbench's
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

    private readonly EvidenceTable _table;

    internal ComputedTable(DataFrame frame, string policyVersion, Language language)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var columns = frame.Columns.Where(column => column.Name != Synthetic).ToList();
        var isSynthetic = frame.Columns.Any(column => column.Name == Synthetic && column.Cast<object?>().Contains(true));
        _table = new EvidenceTable(
            new TableContent
            {
                Id = OutputStamp.Computed,
                Title = Title,
                Columns = [.. columns.Select(column => new TableColumn(column.Name, new LocalizedText(column.Name, column.Name), column.IsNumericColumn()))],
                Rows = [.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => new TableRow([.. columns.Select(column => Cell(column[row]))]))],
                Source = null,
            },
            new ReleaseStamp(OutputStamp.Computed, policyVersion, OutputStamp.Computed, isSynthetic),
            language);
    }

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Computed;

    /// <inheritdoc/>
    public override string ToHtml() => _table.ToHtml();

    /// <inheritdoc/>
    public override string ToString() => _table.ToString();

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => _table.In(language).ToHtml();

    private static TableCell Cell(object? value) => value switch
    {
        null => TableCell.Symbol(StandardSymbol.NotPublishable),
        true => TableCell.Text(Yes),
        false => TableCell.Text(No),
        string words => TableCell.Text(words),
        IConvertible number => Number(number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)),
        _ => TableCell.Text(value.ToString() ?? ""),
    };

    // As many decimals as leave six digits, without those that are nought.
    private static TableCell Number(double number)
    {
        if (!double.IsFinite(number))
        {
            return TableCell.Symbol(StandardSymbol.NotPublishable);
        }

        var text = number.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
        var decimals = text.Contains('E', StringComparison.Ordinal) ? Digits : text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.Length - point - 1 : 0;
        return TableCell.Number(number, decimals);
    }
}
