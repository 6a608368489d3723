namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>
/// Looks for alternative answers: some respondents change answers, and all shown numbers stay within their rounding. Two who change are near in
/// weight, or others change too and make up for it. The number of steps is bounded, and the same seed gives the same answers.
/// </summary>
internal sealed partial class AlternativeSearch
{
    private const int Looks = 24;
    private const int MostLooks = 4000;
    private const int Tries = 4;
    private const double OtherGroup = 3;

    private readonly AlternativeSpace _space;
    private readonly double[] _counted;
    private readonly double[] _base;
    private readonly Random _random;
    private readonly List<(int Question, string Answer)> _held = [];
    private int[] _judged = [];

    /// <summary>Starts from a survey's answers.</summary>
    /// <param name="space">The answers and what is shown of them.</param>
    /// <param name="movable">For each respondent whether it may change answers.</param>
    /// <param name="seed">Where its chances start from.</param>
    public AlternativeSearch(AlternativeSpace space, bool[] movable, int seed)
    {
        (_space, Answers, Movable, _random) = (space, space.Truth.Copy(), movable, new Random(seed));
        (_counted, _base) = (new double[space.Shown.Count], new double[space.Shown.Count]);
        Sum(Enumerable.Range(0, space.Shown.Count));
    }

    /// <summary>The answers as they have been moved.</summary>
    public AnswerSheet Answers { get; }

    /// <summary>For each respondent whether it may change answers.</summary>
    public bool[] Movable { get; }

    /// <summary>How far from each other, in weights and groups, two respondents may be who change whole answers.</summary>
    public double WholeReach { get; init; } = double.PositiveInfinity;

    /// <summary>Lets a group have so many more who gave an answer, or fewer where it is below zero, with every number as it is shown.</summary>
    /// <param name="question">The question. Where others hang on it whole answers move, and the numbers of other questions are mended later.</param>
    /// <param name="answer">The answer's state.</param>
    /// <param name="group">For each respondent whether it belongs to the group.</param>
    /// <param name="need">How many more.</param>
    /// <param name="mend">Whether others may change answers too, to make up for what two who change do to a number.</param>
    /// <returns>Whether it was possible.</returns>
    public bool Move(int question, int answer, bool[] group, int need, bool mend)
    {
        _judged = _space.Judged[_space.BlockOf[question]];
        for (var i = 0; i < Math.Abs(need); i++)
        {
            if (!MoveOne(question, answer, group, need > 0, mend))
            {
                return mend && _space.HasFewClasses[_space.BlockOf[question]] && Exchange(_space.BlockOf[question], question, answer, group, need - (Math.Sign(need) * i));
            }
        }

        return true;
    }

    private bool MoveOne(int question, int answer, bool[] group, bool more, bool mend)
    {
        // Who has changed this answer before stays as it is: one move mustn't undo another.
        var (block, states, before) = (_space.BlockOf[question], Answers.States[question], _space.Truth.States[question]);
        var inside = Rows(row => group[row] && states[row] == answer != more && states[row] == before[row]);
        var outside = Rows(row => !group[row] && states[row] == answer == more && states[row] == before[row]);
        if (inside.Count == 0 || outside.Count == 0)
        {
            return false;
        }

        foreach (var (i, (one, other)) in Nearest(block, inside, outside).Index())
        {
            if (IsTakenFreely(block, question, one, other))
            {
                Answers.Take(_space.Blocks[block].Questions, one, _space.Truth, other);
                return true;
            }

            var change = Swap(block, one, other);
            if (change <= Nothing || (mend && i == 0 && Mend(block, change, one, other)))
            {
                return true;
            }

            Swap(block, one, other);
        }

        return false;
    }

    /// <summary>Leaves who gave an answer to a question as it is: a rank or a test was made of it.</summary>
    public void Hold(int question, string answer)
    {
        if (!_held.Contains((question, answer)))
        {
            _held.Add((question, answer));
        }
    }

    /// <summary>The answers that are left as they are.</summary>
    public IReadOnlyList<(int Question, string Answer)> Held => _held;

    /// <summary>Brings all numbers back within their rounding after whole answers have moved.</summary>
    /// <returns>Whether they are.</returns>
    public bool Mend()
    {
        Sum(Enumerable.Range(0, _space.Shown.Count));
        for (var block = 1; block < _space.Blocks.Count; block++)
        {
            _judged = _space.Judged[block];
            var excess = _judged.Sum(Excess);
            if (excess > Nothing && !Mend(block, excess, -1, -1) && !(_space.HasFewClasses[block] && Exchange(block)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives the answers of a block back as they were in other answers.</summary>
    public void Restore(int block, AnswerSheet answers)
    {
        Answers.Restore(_space.Blocks[block].Questions, answers);
        Sum(block == 0 ? Enumerable.Range(0, _space.Shown.Count) : _space.Judged[block]);
    }

    private List<int> Rows(Func<int, bool> belongs)
    {
        var rows = new List<int>();
        for (var row = 0; row < Answers.Rows; row++)
        {
            if (Movable[row] && belongs(row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private int Pick(List<int> rows) => rows[_random.Next(rows.Count)];

    /// <summary>Of some pairs those that are nearest in what the shown numbers of a block see of a respondent: groups and weights.</summary>
    private IEnumerable<(int One, int Other)> Nearest(int block, List<int> inside, List<int> outside)
    {
        var found = new List<(double Distance, int One, int Other)>();
        var looks = block == 0 ? Math.Min(inside.Count * outside.Count, MostLooks) : Looks;
        for (var i = 0; i < looks; i++)
        {
            var (one, other) = looks == inside.Count * outside.Count ? (inside[i % inside.Count], outside[i / inside.Count]) : (Pick(inside), Pick(outside));
            if (CanSwap(block, one, other) && Distance(block, one, other) is var distance && (block > 0 || distance <= WholeReach))
            {
                found.Add((distance, one, other));
            }
        }

        return found.OrderBy(pair => pair.Distance).Take(Tries).Select(pair => (pair.One, pair.Other));
    }

    private double Distance(int block, int one, int other)
    {
        var distance = 0.0;
        foreach (var weights in _space.Weights[block])
        {
            distance += Math.Abs(weights[one] - weights[other]);
        }

        foreach (var among in _space.Groups[block])
        {
            distance += among[one] == among[other] ? 0 : OtherGroup;
        }

        return distance;
    }

    private void Sum(IEnumerable<int> numbers)
    {
        foreach (var i in numbers)
        {
            (_counted[i], _base[i]) = (0, 0);
            for (var row = 0; row < Answers.Rows; row++)
            {
                var (counted, all) = _space.Shown[i].Of(Answers.States, row);
                (_counted[i], _base[i]) = (_counted[i] + counted, _base[i] + all);
            }
        }
    }
}
