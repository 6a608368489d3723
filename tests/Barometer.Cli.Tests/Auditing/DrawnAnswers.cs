using System.Globalization;

namespace Barometer.Cli.Tests.Auditing;

/// <summary>
/// Sets of answers to the strategic survey, drawn: each respondent answers as some respondent of the synthetic stand-in did. Whom is drawn
/// with weights of the draw's own, of all or of each agency group apart, so that some answers become rare and some groups of one mind.
/// </summary>
internal sealed class DrawnAnswers : IDisposable
{
    private const string Survey = "strategic-2018";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("barometer-drawn-");
    private readonly string[] _header;
    private readonly string[][] _rows;
    private readonly int[] _groupOf;

    public DrawnAnswers()
    {
        foreach (var folder in new[] { "codebook", "crosswalk", "published", "releases", "synthetic" })
        {
            Copy(Path.Combine(PublishedNumbers.Data, folder), Path.Combine(_data.FullName, folder));
        }

        File.Delete(Path.Combine(_data.FullName, "releases", "ledger.json"));
        var lines = File.ReadAllLines(Responses);
        var groups = File.ReadAllLines(Path.Combine(_data.FullName, "synthetic", Survey, "frame.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(unit => unit[0], unit => unit[2]);
        (_header, _rows) = (lines[0].Split(','), [.. lines.Skip(1).Select(line => line.Split(','))]);
        var names = groups.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        _groupOf = [.. _rows.Select(row => names.IndexOf(groups[row[0]]))];
    }

    /// <summary>A data folder with the drawn answers in it, the same until the next draw.</summary>
    public string Folder => _data.FullName;

    private string Responses => Path.Combine(_data.FullName, "synthetic", Survey, "responses.csv");

    /// <summary>Draws the answers of a number of the seed.</summary>
    public Survey Draw(int seed)
    {
        var random = new Random(seed);
        var apart = random.Next(2) == 0;
        var power = 1 + random.Next(4);
        var weights = Enumerable.Range(0, _groupOf.Max() + 1).Select(_ => Weights(random, power)).ToArray();
        var drawn = _rows.Select((row, i) => string.Join(',', _rows[Pick(random, weights[apart ? _groupOf[i] : 0])].Skip(1).Prepend(row[0])));
        File.WriteAllLines(Responses, drawn.Prepend(string.Join(',', _header)));
        return SurveyReader.Read(Folder, Survey);
    }

    /// <summary>How many of each stratum of a case gave its answer.</summary>
    public static int[] Truth(Survey survey, AnswerCase one)
    {
        var (variable, code) = (one.Answer.Split('=')[0], one.Answer.Split('=')[1]);
        var answers = survey.Responses.Categorical(variable);
        return
        [
            .. one.Strata.Select(stratum => Enumerable.Range(0, answers.Count).Count(row => answers.Codes[row] == answers.IndexOf(code) && stratum.Groups.All(group =>
                survey.Responses.Categorical(group.Key) is var column && column.Codes[row] >= 0 && column.Categories[column.Codes[row]] == group.Value))),
        ];
    }

    public void Dispose() => _data.Delete(recursive: true);

    // Exponential numbers to a power: the higher it is, the fewer respondents are drawn again and again.
    private double[] Weights(Random random, int power) => [.. _rows.Select(_ => Math.Pow(-Math.Log(1 - random.NextDouble()), power))];

    private static int Pick(Random random, double[] weights)
    {
        var left = random.NextDouble() * weights.Sum();
        var at = 0;
        while (at < weights.Length - 1 && (left -= weights[at]) > 0)
        {
            at++;
        }

        return at;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_rows.Length} answers");
}
