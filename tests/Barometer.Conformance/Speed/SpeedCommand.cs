using System.Diagnostics;
using Barometer.Analysis.Anonymity.Suppression;

namespace Barometer.Conformance.Speed;

/// <summary><c>speed</c>: times suppression on generated tables of some sizes and prints a line each.</summary>
internal static class SpeedCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="sizes">The sizes to run: <c>1e3</c>, <c>1e4</c>.</param>
    public static int Run(IReadOnlyList<string> sizes)
    {
        foreach (var size in sizes)
        {
            var about = size switch
            {
                "1e2" => GeneratedTables.Make((2, 3), (3, 3)),
                "1e3" => GeneratedTables.Make((4, 5), (8, 4)),
                "1e4" => GeneratedTables.Make((10, 10), (9, 9)),
                _ => throw new ArgumentException($"No tables of size «{size}».", nameof(sizes)),
            };
            var items = about.System.Cells.Select((_, cell) => new Item([cell], 1 + Math.Log(1 + about.System.Value(cell)), ItemRole.Free)).ToArray();
            foreach (var cell in about.Primary)
            {
                items[cell] = items[cell] with { Role = ItemRole.MustHide };
            }

            var clock = Stopwatch.StartNew();
            var result = Suppressor.Suppress(SuppressionCase.Of(about, items));
            Console.WriteLine(FormattableString.Invariant(
                $"{size}  {items.Length} cells, {about.Primary.Count} primary, {result.Pattern.Hidden.Count(hidden => hidden) - about.Primary.Count} more hidden, {result.Unmet.Count} unmet, {clock.Elapsed.TotalSeconds:0.00} s"));
        }

        return 0;
    }
}
