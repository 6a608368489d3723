namespace Barometer.Cli.Tests;

/// <summary>Two small notebooks that together leave behind everything that a run can: a table, a figure, checks, and text in which numbers are written by the runtime.</summary>
internal static class Samples
{
    public const string First = "01-first";
    public const string Second = "02-second";

    private static readonly string FirstText = NotebookText.Of(
        """
        var barometer = Workbench.Open();
        var counts = barometer.Release(barometer.Survey("strategic-2018").ResponseCounts(), id: "sample-response");
        barometer.ResponseTable("sample-response", counts)
        """,
        """
        barometer.Check("NOS18-POP-V", counts, "population");
        barometer.Check("NOS18-INV-V", counts, "invited");
        barometer.Checks()
        """,
        """
        var design = barometer.Survey("operational-2018").Design().StratifiedBy(["agency_group", "size_band"]).WithFinitePopulation();
        var share = barometer.Release(design.Proportion("innovated", by: "agency_group"), id: "sample-share");
        share.Bars()
        """,
        """
        barometer.Notice("strategic-2018", "operational-2018")
        """);

    private static readonly string SecondText = NotebookText.Of(
        """
        var barometer = Workbench.Open();
        var counts = barometer.Release(barometer.Survey("strategic-2018").ResponseCounts(), id: "sample-second");
        var number = 10 * counts.Released.Content.Estimates[0].Value;
        var text = $"{number:N2} {number / 1000:P1} {-number / 1000} " + string.Create(null, $"{"title".ToUpper()} {number / 1000}");
        counts.Table(new LocalizedText(text, text))
        """);

    public static Clone NewClone() => Clone.With((First, FirstText), (Second, SecondText));
}
