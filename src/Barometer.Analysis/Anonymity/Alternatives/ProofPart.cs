using System.Numerics;

namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>What is proven of one survey.</summary>
internal sealed class ProofPart
{
    private const int FewestMoves = 16;
    private const int MostMoves = 200;

    private readonly InsiderKnowledge _insiders;
    private readonly int[][] _budgets;
    private readonly List<(int Question, string Answer)> _held = [];
    private readonly int[] _organisationOfRow;
    private readonly ulong[][] _proven;
    private readonly int[] _lowest;
    private readonly int[] _highest;

    /// <summary>Nothing is proven yet.</summary>
    public ProofPart(AnswerSheet truth, int[] organisationOfRow, InsiderKnowledge insiders, ReleasePolicy policy, IReadOnlyList<JournalEntry> released)
    {
        (Truth, _organisationOfRow, _insiders) = (truth, organisationOfRow, insiders);
        Shown = RoundedNumbers.Of(truth, policy, released);
        Spaces = [new AlternativeSpace(truth, Shown, inBatteries: true), new AlternativeSpace(truth, Shown, inBatteries: false)];
        Facts = new AnswerFacts(truth, organisationOfRow, insiders.Organisations);
        Counts = new SensitiveCounts(truth, policy, released);
        Members = [.. Enumerable.Range(0, insiders.Organisations).Select(one => Array.ConvertAll(organisationOfRow, own => own == one))];
        _budgets = [.. Spaces.Select(space => space.Blocks.Select(_ => MostMoves / 2).ToArray())];
        _proven = [.. Facts.All.Select(_ => new ulong[insiders.Words])];
        _lowest = [.. Counts.All.Select(count => count.Value)];
        _highest = [.. Counts.All.Select(count => count.Value)];
    }

    /// <summary>The answers as they are.</summary>
    public AnswerSheet Truth { get; }

    /// <summary>What is shown of them, as far as it is sums over respondents.</summary>
    public IReadOnlyList<RoundedNumber> Shown { get; }

    /// <summary>What can move: answers to batteries together, and each by itself.</summary>
    public IReadOnlyList<AlternativeSpace> Spaces { get; }

    /// <summary>What must not come out for organisations.</summary>
    public AnswerFacts Facts { get; }

    /// <summary>What must not come out of groups.</summary>
    public SensitiveCounts Counts { get; }

    /// <summary>For each organisation its respondents.</summary>
    public IReadOnlyList<bool[]> Members { get; }

    /// <summary>How much is proven, all attackers and counts together.</summary>
    public long Count => _proven.Sum(bits => (long)bits.Sum(BitOperations.PopCount)) + Counts.All.Index().Count(one => IsProvenCount(one.Index));

    /// <summary>How many facts and counts are not proven for a reader.</summary>
    public int Open => Facts.Exists.Index().Count(fact => fact.Item && !IsProven(fact.Index)) + Enumerable.Range(0, Counts.All.Count).Count(count => !IsProvenCount(count));

    /// <summary>Whether all is.</summary>
    public bool IsComplete => Facts.All.Index().All(fact => !Facts.Exists[fact.Index] || !IsOpen(fact.Index)) && Counts.All.Index().All(one => IsProvenCount(one.Index));

    /// <summary>The ids of the releases that show something of a question.</summary>
    public IReadOnlyList<string> ReleasesOf(int question) =>
        [.. Shown.Where(number => number.Question == question).Select(number => number.Release).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a fact is proven for a reader.</summary>
    public bool IsProven(int fact) => (_proven[fact][0] & 1) == 1;

    /// <summary>Whether a fact isn't proven for all attackers.</summary>
    public bool IsOpen(int fact) => Missing(fact, mask: null) > 0;

    /// <summary>For how many attackers of a kind a fact is to be proven.</summary>
    public long Asked(int fact, ulong[] mask) => _insiders.NotOwn[Facts.All[fact].Organisation].Zip(mask, (own, kind) => BitOperations.PopCount(own & kind)).Sum();

    /// <summary>For how many attackers of a kind a fact isn't proven.</summary>
    public int Missing(int fact, ulong[]? mask)
    {
        var (bits, asked, missing) = (_proven[fact], _insiders.NotOwn[Facts.All[fact].Organisation], 0);
        for (var word = 0; word < bits.Length; word++)
        {
            missing += BitOperations.PopCount(asked[word] & ~bits[word] & (mask?[word] ?? ulong.MaxValue));
        }

        return missing;
    }

    /// <summary>Whether a count can be as far above and below as it must.</summary>
    public bool IsProvenCount(int count) => IsHigh(count) && IsLow(count);

    /// <summary>Whether a count can be as far above as it must.</summary>
    public bool IsHigh(int count) => _highest[count] >= Counts.All[count].High;

    /// <summary>Whether a count can be as far below as it must.</summary>
    public bool IsLow(int count) => _lowest[count] <= Counts.All[count].Low;

    /// <summary>For each respondent whether its organisation is one of these.</summary>
    public bool[] Rows(bool[] organisations) => Array.ConvertAll(_organisationOfRow, one => organisations[one]);

    /// <summary>Marks the organisations whose answers a world changes.</summary>
    public void MarkTouched(AnswerSheet answers, bool[] touched)
    {
        for (var row = 0; row < answers.Rows; row++)
        {
            touched[_organisationOfRow[row]] |= answers.Differs(Truth, row);
        }
    }

    /// <summary>For each block of a space how many moves the next world tries first.</summary>
    public IReadOnlyList<int> Budgets(int space) => _budgets[space];

    /// <summary>The answers of which ranks or tests were seen to change: where answers move singly they stay as they are.</summary>
    public IReadOnlyList<(int Question, string Answer)> Held => _held;

    /// <summary>Remembers such answers.</summary>
    public void Hold(IEnumerable<(int Question, string Answer)> held) => _held.AddRange(held.Except(_held).ToList());

    /// <summary>Moves fewer next time where a world's first moves were seen, more where they weren't.</summary>
    public void Learn(int space, IReadOnlyList<bool> seen)
    {
        var budgets = _budgets[space];
        for (var block = 0; block < budgets.Length; block++)
        {
            budgets[block] = seen[block] ? Math.Max(FewestMoves, budgets[block] * 3 / 4) : Math.Min(MostMoves, budgets[block] * 3 / 2);
        }
    }

    /// <summary>Takes what a world proves, for the attackers that it serves.</summary>
    public void Take(AnswerSheet answers, ulong[] serves)
    {
        foreach (var fact in Facts.Changed(answers))
        {
            for (var word = 0; word < serves.Length; word++)
            {
                _proven[fact][word] |= serves[word];
            }
        }

        for (var i = 0; i < _lowest.Length; i++)
        {
            var value = Counts.All[i].In(answers);
            (_lowest[i], _highest[i]) = (Math.Min(_lowest[i], value), Math.Max(_highest[i], value));
        }
    }
}
