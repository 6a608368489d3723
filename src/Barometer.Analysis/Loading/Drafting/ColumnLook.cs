namespace Barometer.Analysis.Loading.Drafting;

/// <summary>What a column of a delivered file holds, so far as its description needs it.</summary>
internal sealed class ColumnLook
{
    private const int MostValues = 60;
    private const int Rare = 3;

    private readonly Dictionary<DeliveredValue, int> _values = [];

    private ColumnLook(DeliveredColumn column, int place) => (Column, Place) = (column, place);

    /// <summary>The column.</summary>
    public DeliveredColumn Column { get; }

    /// <summary>Its place, from 0.</summary>
    public int Place { get; }

    /// <summary>Whether it has more different values than a question has answers.</summary>
    public bool IsMany { get; private set; }

    /// <summary>Whether every row has a value.</summary>
    public bool IsFilled { get; private set; } = true;

    /// <summary>Whether all numbers are whole.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Whether no row has anything.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>The different values that the file doesn't call missing, in their order; not all where there are many.</summary>
    public IReadOnlyList<DeliveredValue> Values => [.. _values.Keys.Where(value => !Column.Missing.Contains(value)).OrderBy(value => value.Number).ThenBy(value => value.Text, StringComparer.Ordinal)];

    /// <summary>The different values that the file calls missing.</summary>
    public IReadOnlyList<DeliveredValue> Missing => [.. _values.Keys.Where(Column.Missing.Contains).OrderBy(value => value.Number)];

    /// <summary>In how many rows the rarest of the values stands.</summary>
    public int Rarest => _values.Count == 0 ? 0 : _values.Values.Min();

    /// <summary>What the values are called: by the file; or the texts themselves of a column of few, each in several rows, so that none tells who gave it.</summary>
    public IReadOnlyList<ValueLabel> Labels => Column.ValueLabels.Count > 0 || Column.Kind != ValueKind.Text || IsMany || Rarest < Rare ? Column.ValueLabels : [.. _values.Keys.Select(value => new ValueLabel(value, value.Text)).OrderBy(label => label.Label, StringComparer.Ordinal)];

    /// <summary>Looks through a file once.</summary>
    public static IReadOnlyList<ColumnLook> Read(DeliveredTable table)
    {
        List<ColumnLook> looks = [.. table.Columns.Select((column, place) => new ColumnLook(column, place))];
        using var rows = table.Rows();
        while (rows.Read())
        {
            foreach (var look in looks)
            {
                look.Add(rows[look.Place]);
            }
        }

        return looks;
    }

    /// <summary>Whether every row of the file has another value in this column.</summary>
    public bool IsKey(DeliveredTable table)
    {
        if (!IsFilled || IsEmpty)
        {
            return false;
        }

        var seen = new HashSet<DeliveredValue>();
        using var rows = table.Rows();
        while (rows.Read())
        {
            if (!seen.Add(rows[Place]))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(DeliveredValue value)
    {
        if (value.IsEmpty)
        {
            IsFilled = false;
            return;
        }

        IsWhole &= value.IsText || value.Number == Math.Floor(value.Number);
        if (_values.TryGetValue(value, out var count))
        {
            _values[value] = count + 1;
        }
        else if (_values.Count < MostValues)
        {
            _values[value] = 1;
        }
        else
        {
            IsMany = true;
        }
    }
}
