using DocumentFormat.OpenXml.Spreadsheet;

namespace Barometer.Evidence.Documents;

/// <summary>The cell styles of a workbook: text, titles, headers, and numbers with their decimals, each plain and bold.</summary>
internal static class ExcelStyles
{
    /// <summary>Plain text.</summary>
    public const uint Text = 0;

    /// <summary>A title.</summary>
    public const uint Title = 1;

    /// <summary>A column's header.</summary>
    public const uint Header = 2;

    /// <summary>A note.</summary>
    public const uint Note = 3;

    /// <summary>The header of a column of numbers.</summary>
    public const uint NumberHeader = 4;

    /// <summary>The mark of synthetic data or a draft: white on its colour.</summary>
    public const uint Mark = 5;

    /// <summary>A link to another sheet.</summary>
    public const uint Link = 6;

    private const uint FirstNumber = 7;
    private const uint FirstFormat = 164;

    private static readonly string[] Formats = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "0%", "0.0%", "0.00%", "@", "@"];

    /// <summary>A number's style.</summary>
    /// <param name="decimals">Its decimals, at most three; of per cent at most two.</param>
    /// <param name="isPercent">Whether it is a share to be read as per cent.</param>
    /// <param name="isBold">Whether it stands out.</param>
    public static uint Number(int decimals, bool isPercent, bool isBold) =>
        At(isPercent ? 4 + Math.Min(decimals, 2) : Math.Min(decimals, 3), isBold);

    /// <summary>The style of a symbol in the place of a number.</summary>
    public static uint Symbol(bool isBold) => At(7, isBold);

    /// <summary>The style of a row's label.</summary>
    public static uint Label(bool isBold) => At(8, isBold);

    /// <summary>The stylesheet.</summary>
    public static Stylesheet Make() => new(
        new NumberingFormats(Formats.Take(7).Select((format, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = format })) { Count = 7 },
        new Fonts(Font(false), Font(true), Font(true, 14), Font(true, color: Palette.Ground), Font(false, color: Palette.Highlight, isUnderlined: true)) { Count = 5 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FF" + Palette.Synthetic[1..] }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder()))
        { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(
        [
            Format(0, 0), Wrapped(Format(2, 0)), Wrapped(Format(1, 1)), Wrapped(Format(0, 0)), Wrapped(Format(1, 1), HorizontalAlignmentValues.Right),
            Format(3, 0, fill: 2), Format(4, 0),
            .. Enumerable.Range(0, 2 * Formats.Length).Select(i => NumberFormat(i / 2, (uint)(i % 2))),
        ])
        { Count = FirstNumber + (2 * (uint)Formats.Length) },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static uint At(int format, bool isBold) => FirstNumber + (2 * (uint)format) + (isBold ? 1u : 0);

    private static Font Font(bool bold, double size = 11, string? color = null, bool isUnderlined = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (isUnderlined)
        {
            font.Append(new Underline());
        }

        font.Append(new FontSize { Val = size });
        if (color is not null)
        {
            font.Append(new Color { Rgb = "FF" + color[1..] });
        }

        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static CellFormat Format(uint font, uint border, uint fill = 0) =>
        new() { NumberFormatId = 0, FontId = font, FillId = fill, BorderId = border, FormatId = 0, ApplyFont = true, ApplyBorder = true, ApplyFill = fill > 0 ? true : null };

    private static CellFormat Wrapped(CellFormat format, HorizontalAlignmentValues? side = null) =>
        Aligned(format, new Alignment { WrapText = true, Vertical = side is null && format.BorderId! == 0u ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Bottom, Horizontal = side is { } known ? known : null });

    private static CellFormat Aligned(CellFormat format, Alignment alignment)
    {
        format.Append(alignment);
        format.ApplyAlignment = true;
        return format;
    }

    private static CellFormat NumberFormat(int format, uint bold)
    {
        var made = Format(bold, 0);
        made.NumberFormatId = format < 7 ? FirstFormat + (uint)format : 0;
        made.ApplyNumberFormat = format < 7;
        return format switch
        {
            7 => Aligned(made, new Alignment { Horizontal = HorizontalAlignmentValues.Right }),
            8 => Aligned(made, new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }),
            _ => made,
        };
    }
}
