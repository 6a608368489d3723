namespace Barometer.Evidence.Tables;

/// <summary>A cell as a reader sees it, in one language.</summary>
internal static class CellText
{
    /// <summary>The cell's text without its marks.</summary>
    public static string Of(TableCell cell, Language language)
    {
        var format = NumberFormat.For(language);
        return cell.Kind switch
        {
            CellKind.Text => cell.Words!.In(language),
            _ when cell.ShownSymbol is { } symbol => symbol.Sign(format, cell.Decimals),
            CellKind.Number => format.Number(cell.Value, cell.Decimals),
            CellKind.Percent => format.Percent(cell.Value, cell.Decimals),
            CellKind.Interval => format.Range(cell.Value, cell.Upper, cell.Decimals),
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };
    }
}
