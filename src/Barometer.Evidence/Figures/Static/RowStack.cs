namespace Barometer.Evidence.Figures.Static;

/// <summary>Stacks the rows of a chart: sections under their headings, everybody a little apart, labels of several lines with room.</summary>
internal static class RowStack
{
    private const float RowGap = 11;
    private const float SectionHeight = 27;
    private const float TotalGap = 8;

    /// <summary>Each row's place, and the lower edge of them all.</summary>
    /// <param name="rows">For each row the section it stands in and whether it is about everybody.</param>
    /// <param name="labels">The lines of each row's label.</param>
    /// <param name="rowHeight">The height of what is drawn in a row.</param>
    /// <param name="lineHeight">The height of a line of text.</param>
    public static (IReadOnlyList<RowPlace> Places, float Bottom) Place(
        IReadOnlyList<(string? Section, bool IsTotal)> rows, IReadOnlyList<string>[] labels, float rowHeight, float lineHeight)
    {
        var places = new List<RowPlace>(rows.Count);
        var top = 0f;
        for (var i = 0; i < rows.Count; i++)
        {
            var opensSection = rows[i].Section is not null && (i == 0 || rows[i].Section != rows[i - 1].Section);
            float? heading = null;
            if (opensSection)
            {
                heading = top + (i == 0 ? 0 : RowGap);
                top = heading.Value + SectionHeight;
            }

            top += i > 0 && !opensSection && rows[i].IsTotal && !rows[i - 1].IsTotal ? TotalGap : 0;
            top += i > 0 && rows[i].Section is null && rows[i - 1].Section is not null ? RowGap : 0;
            var height = Math.Max(rowHeight, labels[i].Count * lineHeight) + RowGap;
            places.Add(new RowPlace(top + (height / 2), labels[i], heading));
            top += height;
        }

        return (places, top);
    }
}
