using System.Globalization;

namespace Barometer.Analysis.Weighting;

/// <summary>
/// How often the intervals of shares held the share of the whole population, in samples drawn from a made-up population: what <c>barometer simulate</c> stores in <c>data/simulated/</c>, batch by
/// batch. All numbers are whole, so that it is the same bytes on every machine; and all of them are about synthetic answers, whatever answers are at hand.
/// </summary>
/// <param name="Survey">The survey whose design and model it is of.</param>
/// <param name="Counts">The counts: batch by batch, in each the same.</param>
internal sealed record SimulatedCoverage(string Survey, IReadOnlyList<CoverageCount> Counts)
{
    private const string Folder = "simulated";

    /// <summary>How many quarters as willing to answer those are who say yes, where the answer decides, too.</summary>
    public const int Quarters = 5;

    /// <summary>The replicates of each bootstrap.</summary>
    public const int Replicates = 200;

    /// <summary>How much more willing that is, in words.</summary>
    public static LocalizedText Willingness { get; } = new("en fjerdedel mer", "a quarter more");

    private const string Header = "batch,draw,variance,variable,code,samples,truth,held,below,above,estimates,widths";

    /// <summary>The file of a survey, as messages name it.</summary>
    public static string Name(string survey) => $"{DataFolder.Name}/{Folder}/{survey}.csv";

    /// <summary>The path of a survey's file.</summary>
    public static string PathOf(string dataRoot, string survey) => Path.Combine(dataRoot, Folder, survey + ".csv");

    /// <summary>The surveys that have a stored simulation, in ordinal order.</summary>
    public static IReadOnlyList<string> List(string dataRoot) => Path.Combine(dataRoot, Folder) is var folder && Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The counts of all batches together, in the order of the first.</summary>
    public IReadOnlyList<CoverageCount> Totals => field ??= [.. Counts.GroupBy(one => one.Key).Select(all => all.Aggregate((sum, one) => sum.And(one)))];

    /// <summary>The counts of a batch, as lines of the file.</summary>
    public string Batch(int number) => Write(Counts.Where(one => one.Batch == number));

    /// <summary>The file.</summary>
    public string ToCsv() => Header + "\n" + Write(Counts);

    /// <summary>Reads a stored simulation, and checks that it is one: every batch holds the same counts, and each adds up.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="survey">The survey's id.</param>
    /// <exception cref="BarometerException">There is none, or it isn't as <c>barometer simulate</c> writes it.</exception>
    public static SimulatedCoverage Read(string dataRoot, string survey)
    {
        if (!List(dataRoot).Contains(survey))
        {
            throw new BarometerException(new Problem(
                $"There is no simulation of the survey «{survey}»", Name(survey), Expected: NearNames.Expected(List(dataRoot), survey), Hint: "«barometer simulate» makes it"));
        }

        var lines = File.ReadAllText(PathOf(dataRoot, survey)).Split('\n');
        var counts = lines.Skip(1).SkipLast(1).Select(CoverageCount.Read).ToList();
        var first = counts.Where(one => one?.Batch == 1).Select(one => (one!.Key, one.Samples, one.Truth)).ToList();
        var isWhole = lines[0] == Header && lines[^1].Length == 0 && first.Count > 0 && counts.TrueForAll(one => one is not null)
            && counts.Chunk(first.Count).Select((batch, i) => batch.All(one => one!.Batch == i + 1) && batch.Select(one => (one!.Key, one.Samples, one.Truth)).SequenceEqual(first)).All(isSame => isSame);
        return isWhole ? new SimulatedCoverage(survey, counts!) : throw new BarometerException(new Problem(
            "The stored simulation isn't what was written", Name(survey), Expected: "batches that hold the same counts, each of which adds up", Hint: "«barometer simulate» makes it anew"));
    }

    private static string Write(IEnumerable<CoverageCount> counts) => string.Concat(counts.Select(one => one.ToString() + "\n"));
}

/// <summary>How often the interval of one share held the truth, in some samples. Shares and widths are in hundredths of a percentage point.</summary>
/// <param name="Batch">Which samples: batches are numbered from 1.</param>
/// <param name="Draw">How the samples were drawn.</param>
/// <param name="Variance">How their standard errors were made.</param>
/// <param name="Variable">The variable of the group; empty for everybody.</param>
/// <param name="Code">The group's code; empty for everybody.</param>
internal sealed record CoverageCount(int Batch, SimulatedDraw Draw, SimulatedVariance Variance, string Variable, string Code)
{
    private const int Whole = 10_000;

    /// <summary>The number of samples.</summary>
    public required int Samples { get; init; }

    /// <summary>The share in the population.</summary>
    public required int Truth { get; init; }

    /// <summary>The intervals that held it.</summary>
    public required int Held { get; init; }

    /// <summary>The intervals that lay below it.</summary>
    public required int Below { get; init; }

    /// <summary>The intervals that lay above it.</summary>
    public required int Above { get; init; }

    /// <summary>The estimates, added up.</summary>
    public required long Estimates { get; init; }

    /// <summary>The widths of the intervals, added up.</summary>
    public required long Widths { get; init; }

    /// <summary>What it is a count of.</summary>
    public (SimulatedDraw Draw, SimulatedVariance Variance, string Variable, string Code) Key => (Draw, Variance, Variable, Code);

    /// <summary>The share of the intervals that held the truth.</summary>
    public double Coverage => Held / (double)Samples;

    /// <summary>The standard error of that share: that of a binomial share of independent samples.</summary>
    public double MonteCarloError => Math.Sqrt(Coverage * (1 - Coverage) / Samples);

    /// <summary>The share in the population, 0–1.</summary>
    public double True => Truth / (double)Whole;

    /// <summary>The mean of the estimates, 0–1.</summary>
    public double MeanEstimate => Estimates / (double)Whole / Samples;

    /// <summary>The mean width of the intervals, 0–1.</summary>
    public double MeanWidth => Widths / (double)Whole / Samples;

    /// <summary>The count of the samples of both.</summary>
    public CoverageCount And(CoverageCount other) => this with
    {
        Samples = Samples + other.Samples,
        Held = Held + other.Held,
        Below = Below + other.Below,
        Above = Above + other.Above,
        Estimates = Estimates + other.Estimates,
        Widths = Widths + other.Widths,
    };

    /// <summary>The count of one sample.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="limits">Its interval.</param>
    /// <param name="share">The share in the population, to the last digit.</param>
    public CoverageCount With(double estimate, ConfidenceInterval limits, double share) => And(this with
    {
        Samples = 1,
        Held = limits.Lower <= share && share <= limits.Upper ? 1 : 0,
        Below = limits.Upper < share ? 1 : 0,
        Above = limits.Lower > share ? 1 : 0,
        Estimates = Rounded(estimate),
        Widths = Rounded(limits.Width),
    });

    /// <summary>No sample yet.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="draw">How samples are drawn.</param>
    /// <param name="variance">How standard errors are made.</param>
    /// <param name="group">The group; null for everybody.</param>
    /// <param name="share">The share in the population.</param>
    public static CoverageCount Empty(int batch, SimulatedDraw draw, SimulatedVariance variance, (string Variable, string Code)? group, double share) =>
        new(batch, draw, variance, group?.Variable ?? "", group?.Code ?? "") { Samples = 0, Truth = Rounded(share), Held = 0, Below = 0, Above = 0, Estimates = 0, Widths = 0 };

    /// <summary>The line of the file.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Batch},{Names[Draw]},{Variance.ToString().ToLowerInvariant()},{Variable},{Code},{Samples},{Truth},{Held},{Below},{Above},{Estimates},{Widths}");

    /// <summary>The count that a line of the file holds; null where it isn't one.</summary>
    public static CoverageCount? Read(string line)
    {
        var fields = line.Split(',');
        var numbers = new long[8];
        int[] places = [0, 5, 6, 7, 8, 9, 10, 11];
        var isRead = fields.Length == 12 && places.Select((place, i) => long.TryParse(fields[place], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) && numbers[i] <= int.MaxValue).All(ok => ok)
            && Names.ContainsValue(fields[1]) && Enum.TryParse<SimulatedVariance>(fields[2], ignoreCase: true, out _);
        if (!isRead)
        {
            return null;
        }

        var (samples, most) = (numbers[1], numbers[1] * Whole);
        var count = new CoverageCount(
            (int)numbers[0], Names.First(one => one.Value == fields[1]).Key, Enum.Parse<SimulatedVariance>(fields[2], ignoreCase: true), fields[3], fields[4])
        {
            Samples = (int)samples,
            Truth = (int)numbers[2],
            Held = (int)numbers[3],
            Below = (int)numbers[4],
            Above = (int)numbers[5],
            Estimates = numbers[6],
            Widths = numbers[7],
        };
        return samples > 0 && numbers[2] <= Whole && numbers[3] + numbers[4] + numbers[5] == samples && numbers[6] <= most && numbers[7] <= most && count.ToString() == line ? count : null;
    }

    private static readonly Dictionary<SimulatedDraw, string> Names = new Dictionary<SimulatedDraw, string>
    {
        [SimulatedDraw.ByStratum] = "by-stratum",
        [SimulatedDraw.ByAnswer] = "by-answer",
        [SimulatedDraw.Compared] = "compared",
    };

    private static int Rounded(double share) => (int)Math.Round(share * Whole, MidpointRounding.AwayFromZero);
}

/// <summary>How simulated samples are drawn.</summary>
internal enum SimulatedDraw
{
    /// <summary>Who answers of those invited depends on the stratum alone, as the weights take for granted.</summary>
    ByStratum,

    /// <summary>Who answers depends on the answer, too, which no frame knows.</summary>
    ByAnswer,

    /// <summary>As <see cref="ByStratum"/>, other samples: those of which standard errors are made in two ways.</summary>
    Compared,
}

/// <summary>How the standard errors of simulated samples are made.</summary>
internal enum SimulatedVariance
{
    /// <summary>By linearisation.</summary>
    Taylor,

    /// <summary>By replicates with all fitting repeated in each.</summary>
    Bootstrap,
}
