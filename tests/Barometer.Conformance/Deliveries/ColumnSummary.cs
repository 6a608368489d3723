using System.Security.Cryptography;
using System.Text;

namespace Barometer.Conformance.Deliveries;

/// <summary>What the expected files say of a column: counts, sums, and a digest of texts, gathered row by row.</summary>
internal sealed class ColumnSummary(DeliveredColumn column) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Sum _sum = new();
    private readonly Sum _squares = new();
    private readonly Sum _sumWithMissing = new();
    private readonly Sum _squaresWithMissing = new();
    private long _rows;

    /// <summary>How many values are system-missing, or blank texts.</summary>
    public long Empty { get; private set; }

    /// <summary>How many are user-missing.</summary>
    public long UserMissing { get; private set; }

    /// <summary>How many are neither.</summary>
    public long Valid { get; private set; }

    /// <summary>The longest text in UTF-8.</summary>
    public int MaxBytes { get; private set; }

    /// <summary>The sum of the valid values.</summary>
    public double Total => _sum.Value;

    /// <summary>The sum of their squares.</summary>
    public double Squares => _squares.Value;

    /// <summary>The sum with the user-missing values.</summary>
    public double TotalWithMissing => _sumWithMissing.Value;

    /// <summary>The sum of squares with them.</summary>
    public double SquaresWithMissing => _squaresWithMissing.Value;

    /// <summary>The digest of all texts, joined by ends of lines.</summary>
    public string Digest => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Takes the value of the next row.</summary>
    public void Add(DeliveredValue value)
    {
        var text = column.Kind == ValueKind.Text || value.IsText;
        if (text)
        {
            AddText(value.Text);
        }

        if (value.IsEmpty)
        {
            Empty++;
            return;
        }

        var missing = column.Missing.Contains(value);
        UserMissing += missing ? 1 : 0;
        Valid += missing ? 0 : 1;
        if (!text)
        {
            _sumWithMissing.Add(value.Number);
            _squaresWithMissing.Add(value.Number * value.Number);
            if (!missing)
            {
                _sum.Add(value.Number);
                _squares.Add(value.Number * value.Number);
            }
        }
    }

    /// <summary>Takes the text of the next row, for the digest.</summary>
    public void AddText(string text)
    {
        if (_rows++ > 0)
        {
            _hash.AppendData("\n"u8);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        MaxBytes = Math.Max(MaxBytes, bytes.Length);
        _hash.AppendData(bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    // Neumaier's compensated sum.
    private sealed class Sum
    {
        private double _sum;
        private double _rest;

        public double Value => double.IsFinite(_sum + _rest) ? _sum + _rest : _sum;

        public void Add(double number)
        {
            var next = _sum + number;
            _rest += Math.Abs(_sum) >= Math.Abs(number) ? _sum - next + number : number - next + _sum;
            _sum = next;
        }
    }
}
