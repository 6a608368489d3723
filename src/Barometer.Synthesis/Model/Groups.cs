namespace Barometer.Synthesis.Model;

/// <summary>
/// The groups of both frames with the numbers of the model. All numbers are invented, but for the 16 ministries, the 68
/// directorates, and the totals of the response table. Rows follow <see cref="Codes"/>, columns <see cref="Bands.Codes"/>.
/// </summary>
internal static class Groups
{
    /// <summary>The agency groups.</summary>
    public static readonly string[] Codes = ["ministry", "directorate", "external_agency", "university", "enterprise"];

    /// <summary>The number of agencies of each group: 180 together.</summary>
    public static readonly int[] Agencies = [16, 68, 38, 34, 24];

    /// <summary>The number of agencies of each group that answered the strategic survey: 80 together.</summary>
    public static readonly int[] StrategicAnswers = [9, 33, 15, 15, 8];

    /// <summary>The number of workplaces in the frame by group and size band: 2267 together.</summary>
    public static readonly int[][] Workplaces =
    [
        [0, 10, 42, 46, 14, 0, 0],
        [40, 90, 150, 220, 110, 60, 20],
        [150, 190, 200, 180, 80, 38, 12],
        [24, 48, 85, 120, 70, 40, 18],
        [30, 45, 50, 45, 22, 12, 6],
    ];

    /// <summary>The group's willingness to answer, in hundredths; it multiplies the size band's.</summary>
    public static readonly int[] Response = [85, 110, 80, 115, 90];

    /// <summary>The group's part of the capacity factor, in hundredths of a standard deviation.</summary>
    public static readonly int[] Capacity = [5, 15, -20, 25, -5];

    /// <summary>The group's part of the openness factor, in hundredths of a standard deviation.</summary>
    public static readonly int[] Openness = [-10, 0, -5, 30, 10];

    /// <summary>How unevenly workplaces are spread over the group's agencies: 0 is evenly.</summary>
    public static readonly int[] Unevenness = [0, 2, 2, 1, 1];
}
