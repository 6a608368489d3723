using System.Diagnostics;

namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>
/// What other answers have proven so far: for a reader, for each organisation that knows its own answers, and for each two of one ministry area that
/// tell each other theirs.
/// </summary>
internal sealed class ProofResult
{
    private const string Area = "ministry_area";

    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Nothing is proven yet.</summary>
    public ProofResult(IReadOnlyList<Survey> surveys, ReleasePolicy policy, IReadOnlyList<JournalEntry> released)
    {
        var organisations = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = surveys.Select(survey => Organisations(survey, organisations)).ToList();
        Insiders = new InsiderKnowledge(organisations.Count, Areas(surveys, rows));
        Parts = [.. surveys.Zip(rows, (survey, ofRow) => new ProofPart(new AnswerSheet(survey), ofRow, Insiders, policy, released))];
    }

    /// <summary>The surveys with what is proven of each.</summary>
    public IReadOnlyList<ProofPart> Parts { get; }

    /// <summary>Who knows what.</summary>
    public InsiderKnowledge Insiders { get; }

    /// <summary>The worlds that prove something.</summary>
    public int Worlds { get; private set; }

    /// <summary>The worlds that were tried and showed something else.</summary>
    public int Refused { get; private set; }

    /// <summary>How long it has taken.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>How much is proven, all attackers and counts together.</summary>
    public long Count => Parts.Sum(part => part.Count);

    /// <summary>Whether all is.</summary>
    public bool IsComplete => Parts.All(part => part.IsComplete);

    /// <summary>Takes what a world proves; null for one that was refused.</summary>
    public void Take(World? world)
    {
        if (world is null)
        {
            Refused++;
            return;
        }

        Worlds++;
        var touched = new bool[Insiders.Organisations];
        foreach (var (part, answers) in Parts.Zip(world.Answers))
        {
            part.MarkTouched(answers, touched);
        }

        var serves = Insiders.Serves(touched);
        foreach (var (part, answers) in Parts.Zip(world.Answers))
        {
            part.Take(answers, serves);
        }

        foreach (var (part, seen) in Parts.Zip(world.Seen))
        {
            part.Learn(world.Space, seen);
        }

        foreach (var (part, held) in Parts.Zip(world.Held))
        {
            part.Hold(held);
        }
    }

    /// <summary>Tells how far it has come.</summary>
    public void Tell(IProgress<ProofResult>? progress)
    {
        lock (_gate)
        {
            progress?.Report(this);
        }
    }

    // One number for an organisation in all surveys: it knows its own answers in each. Who has none is one with all who have none.
    private static int[] Organisations(Survey survey, Dictionary<string, int> numbers)
    {
        var variable = survey.Codebook.Variables.FirstOrDefault(one => one.Role == DisclosureRole.Organisation && survey.Responses.TryGet(one.Name, out _));
        if (variable is null)
        {
            return new int[survey.Answers];
        }

        var column = CodedColumn.Of(survey.Responses[variable.Name]);
        return Array.ConvertAll(column.Codes, code =>
        {
            var name = code < 0 ? "" : column.Categories[code];
            return numbers.TryGetValue(name, out var known) ? known : numbers[name] = numbers.Count;
        });
    }

    private static string?[] Areas(IReadOnlyList<Survey> surveys, List<int[]> rows)
    {
        var areas = new string?[rows.SelectMany(ofRow => ofRow).DefaultIfEmpty(-1).Max() + 1];
        foreach (var (survey, ofRow) in surveys.Zip(rows))
        {
            if (survey.Responses.TryGet(Area, out var column) && CodedColumn.Of(column) is var coded)
            {
                for (var row = 0; row < ofRow.Length; row++)
                {
                    areas[ofRow[row]] = coded.Codes[row] < 0 ? null : coded.Categories[coded.Codes[row]];
                }
            }
        }

        return areas;
    }
}

/// <summary>Who attacks: a reader, each organisation with its own answers, and each two of one area with theirs.</summary>
internal sealed class InsiderKnowledge
{
    private const int Bits = 64;
    private readonly List<int[]> _known = [[]];

    /// <summary>The attackers.</summary>
    /// <param name="organisations">The number of organisations.</param>
    /// <param name="areas">The area of each, or null.</param>
    public InsiderKnowledge(int organisations, string?[] areas)
    {
        Organisations = organisations;
        _known.AddRange(Enumerable.Range(0, organisations).Select(one => (int[])[one]));
        for (var one = 0; one < organisations; one++)
        {
            _known.AddRange(Enumerable.Range(0, one).Where(other => areas[one] is { } area && areas[other] == area).Select(other => (int[])[other, one]));
        }

        Words = (_known.Count + Bits - 1) / Bits;
        Outsider = Mask(known => known.Length == 0);
        Single = Mask(known => known.Length == 1);
        Pairs = Mask(known => known.Length == 2);
        NotOwn = [.. Enumerable.Range(0, organisations).Select(one => Mask(known => !known.Contains(one)))];
    }

    /// <summary>The number of organisations.</summary>
    public int Organisations { get; }

    /// <summary>The number of words of a set of attackers.</summary>
    public int Words { get; }

    /// <summary>The reader.</summary>
    public ulong[] Outsider { get; }

    /// <summary>The organisations by themselves.</summary>
    public ulong[] Single { get; }

    /// <summary>Two of one area.</summary>
    public ulong[] Pairs { get; }

    /// <summary>For each organisation the attackers that don't know its answers.</summary>
    public IReadOnlyList<ulong[]> NotOwn { get; }

    /// <summary>The attackers that can't rule out a world: it holds their own answers as they are.</summary>
    /// <param name="touched">For each organisation whether the world changes its answers.</param>
    public ulong[] Serves(bool[] touched) => Mask(known => !Array.Exists(known, one => touched[one]));

    private ulong[] Mask(Func<int[], bool> belongs)
    {
        var mask = new ulong[Words];
        for (var i = 0; i < _known.Count; i++)
        {
            if (belongs(_known[i]))
            {
                mask[i / Bits] |= 1UL << (i % Bits);
            }
        }

        return mask;
    }
}
