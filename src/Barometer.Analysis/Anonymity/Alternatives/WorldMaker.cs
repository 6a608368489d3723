namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>Other answers to all surveys.</summary>
/// <param name="Answers">The answers, survey by survey.</param>
internal sealed record World(IReadOnlyList<AnswerSheet> Answers)
{
    /// <summary>The space that they were moved in.</summary>
    public int Space { get; init; }

    /// <summary>For each survey and block whether its first moves were seen.</summary>
    public IReadOnlyList<IReadOnlyList<bool>> Seen { get; init; } = [];

    /// <summary>For each survey the answers of which a rank or a test was seen to change.</summary>
    public IReadOnlyList<IReadOnlyList<(int Question, string Answer)>> Held { get; init; } = [];
}

/// <summary>Makes one world, in which as much as possible of what isn't proven yet is different, and has it verified.</summary>
/// <param name="proof">What is proven so far.</param>
/// <param name="number">The world's number: where its chances start from.</param>
internal sealed class WorldMaker(ProofResult proof, int number)
{
    private const int Kinds = 4;
    private const int Singly = 1;
    // Whole answers: first those who are alike to every number, many at a time; then those who are near, then all.
    private static readonly (int Until, double Reach, int Moves)[] Wholes = [(16, 0.02, 36), (36, 0.6, 9), (int.MaxValue, double.PositiveInfinity, 6)];

    private const int Simple = 8;
    private const int MendedFacts = 10;
    private const int Tries = 3;
    private const int FewHeld = 20;
    private const int Scans = 12;
    private const int Fewer = 4;
    private const int Attempts = 6;
    private const int Retries = 2;

    /// <summary>Makes it.</summary>
    /// <param name="verify">What a world shows otherwise, to the byte or only in what is quick to see: by question; none when all is the same; null when it can't be said.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>A world that shows the same; null when none was found.</returns>
    public World? Make(Func<World, bool, IReadOnlySet<SeenQuestion>?> verify, CancellationToken cancel)
    {
        var movable = Movable();
        var sides = Whole(movable, verify, cancel);
        var whole = new World([.. sides.Select(side => side.Answers.Copy())]);
        sides.ForEach(side => side.MoveBlocks(cancel));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            cancel.ThrowIfCancellationRequested();
            var world = new World([.. sides.Select(side => side.Answers.Copy())]);
            var differences = verify(world, true);
            if (differences is { Count: 0 })
            {
                return sides.Exists(side => side.HasMoved) ? Learned(world, sides) : null;
            }

            if (differences is null || !sides.TrueForAll(side => side.TakeBack(differences, attempt < Retries, cancel)))
            {
                break;
            }
        }

        return sides.Exists(side => side.HasMovedWhole) && verify(whole, true) is { Count: 0 } ? Learned(whole, sides) : null;
    }

    // Other chances each time that fewer are tried: what was seen need not be among them.
    private static int HashCode(int number, int part, int most) => (((number * 31) + part) * 31) + most;

    // Every fourth four worlds move the answers to batteries together.
    private int Space => number / Kinds % Kinds == Kinds - 1 ? 0 : Singly;

    private World Learned(World world, List<Side> sides) => world with { Space = Space, Seen = [.. sides.Select(side => side.Seen)], Held = [.. sides.Select(side => side.Held)] };

    /// <summary>Whole answers move first, as many as nobody sees.</summary>
    private List<Side> Whole(bool[] movable, Func<World, bool, IReadOnlySet<SeenQuestion>?> verify, CancellationToken cancel)
    {
        var (_, reach, moves) = Array.Find(Wholes, one => number < one.Until);
        for (var most = moves; ; most /= 3)
        {
            var sides = proof.Parts.Select((part, i) => new Side(part, Space, movable, number, reach, HashCode(number, i, most))).ToList();
            if (sides.Sum(side => side.MoveWhole(most, cancel)) == 0 || verify(new World([.. sides.Select(side => side.Answers.Copy())]), false) is { Count: 0 })
            {
                return sides;
            }
        }
    }

    // Two worlds share a drawn half of the organisations: what one changes the other leaves, and so each serves the insiders of the other. In the next two all move, for the counts of groups.
    private bool[] Movable()
    {
        var random = new Random(number / Kinds);
        var half = Enumerable.Range(0, proof.Insiders.Organisations).Select(_ => random.Next(2) == 0).ToArray();
        return (number % Kinds) switch
        {
            0 => half,
            1 => Array.ConvertAll(half, one => !one),
            _ => Array.ConvertAll(half, _ => true),
        };
    }

    /// <summary>One survey's part of a world that is being made.</summary>
    private sealed class Side
    {
        private readonly AlternativeSpace _space;
        private readonly AnswerSheet _truth;
        private readonly AlternativeSearch _search;
        private readonly List<(int Question, int Answer, bool[] Group, int Need, bool Mend)>[] _targets;
        private readonly int[] _budget;
        private readonly int[] _first;
        private readonly (int Question, string Answer) _unheld = (-1, "");
        private AnswerSheet _whole;

        public Side(ProofPart part, int space, bool[] movable, int world, double reach, int seed)
        {
            (_space, _truth) = (part.Spaces[space], part.Truth);
            (_search, _whole) = (new AlternativeSearch(_space, part.Rows(movable), seed) { WholeReach = reach }, _truth);
            _budget = [.. part.Budgets(space)];
            foreach (var (i, (question, answer)) in (space == Singly ? part.Held : []).Index())
            {
                // One of them in turn may change, a little.
                if (i == world % part.Held.Count)
                {
                    _budget[_space.BlockOf[question]] = Math.Min(_budget[_space.BlockOf[question]], FewHeld);
                    _unheld = (question, answer);
                }
                else
                {
                    _search.Hold(question, answer);
                }
            }

            _first = [.. _budget];
            var random = new Random(seed);
            _targets = [.. _space.Blocks.Select(_ => new List<(int, int, bool[], int, bool)>())];
            var more = world % Kinds == 2;
            if (world % Kinds >= 2)
            {
                var counts = part.Counts.All.Index().Where(count => more ? !part.IsHigh(count.Index) : !part.IsLow(count.Index)).Select(count => count.Item).ToArray();
                random.Shuffle(counts);
                foreach (var count in counts)
                {
                    _targets[_space.BlockOf[count.Question]].Add((count.Question, count.Answer, count.Group, (more ? count.High : count.Low) - count.Value, true));
                }
            }

            // Answers that few gave first: a world can give each of them to few organisations.
            var facts = part.Facts.All.Index().Where(fact => part.Facts.Exists[fact.Index] && movable[fact.Item.Organisation] && part.IsOpen(fact.Index))
                .Select(fact => (fact.Index, fact.Item, IsProven: part.IsProven(fact.Index), Place: part.Facts.Givers[fact.Index] * random.NextDouble(), IsMore: random.Next(2) == 0)).ToList();
            var mended = new int[_targets.Length];
            foreach (var (i, fact, isProven, _, isMore) in facts.OrderBy(fact => !IsUnheld(fact.Item)).ThenBy(fact => fact.IsProven).ThenBy(fact => fact.Place))
            {
                // What simple moves have left unproven is looked for with others that make up for it; that takes longer.
                var (gave, block) = (part.Facts.Values[i], _space.BlockOf[fact.Question]);
                var mend = block == 0 || (world >= Simple && !isProven && mended[block]++ < MendedFacts);
                _targets[block].Add((fact.Question, fact.Answer, part.Members[fact.Organisation], gave == 0 || (isMore && gave < part.Facts.Respondents(i)) ? 1 : -1, mend));
            }
        }

        public AnswerSheet Answers => _search.Answers;

        private bool IsUnheld(AnswerFact fact) => fact.Question == _unheld.Question && _truth.Values[fact.Question].Code(fact.Answer) == _unheld.Answer;

        /// <summary>For each block whether its first moves were seen.</summary>
        public IReadOnlyList<bool> Seen => [.. _budget.Index().Select(one => one.Item < _first[one.Index])];

        /// <summary>The answers of which a rank or a test was seen to change.</summary>
        public IReadOnlyList<(int Question, string Answer)> Held => _search.Held;

        public bool HasMovedWhole { get; private set; }

        public bool HasMoved => Enumerable.Range(0, Answers.Rows).Any(row => Answers.Differs(_truth, row));

        /// <summary>Moves whole answers, and mends what hangs on them; the number moved.</summary>
        public int MoveWhole(int most, CancellationToken cancel)
        {
            var moved = Move(0, most, Scans * most, cancel);
            if (moved > 0 && !_search.Mend())
            {
                _search.Restore(0, _truth);
                moved = 0;
            }

            (_whole, HasMovedWhole) = (Answers.Copy(), moved > 0);
            return moved;
        }

        public void MoveBlocks(CancellationToken cancel)
        {
            for (var block = 1; block < _targets.Length; block++)
            {
                Move(block, _budget[block], Tries * _budget[block], cancel);
            }
        }

        /// <summary>Takes back what is seen, and tries with fewer moves; false when what is seen was there before.</summary>
        public bool TakeBack(IReadOnlySet<SeenQuestion> differences, bool again, CancellationToken cancel)
        {
            foreach (var one in differences.Where(one => one.Survey == Answers.Survey.Id && one.Answer is not null && Answers.IndexOf(one.Question) >= 0))
            {
                _search.Hold(Answers.IndexOf(one.Question), one.Answer!);
            }

            var seen = differences.Where(one => one.Survey == Answers.Survey.Id).Select(one => Answers.IndexOf(one.Question)).Where(q => q >= 0).Select(q => _space.BlockOf[q]).ToHashSet();
            foreach (var block in seen)
            {
                if (block == 0 || _budget[block] == 0)
                {
                    return false;
                }

                _search.Restore(block, _whole);
                _budget[block] = again ? _budget[block] / Fewer : 0;
                Move(block, _budget[block], Tries * _budget[block], cancel);
            }

            return true;
        }

        private int Move(int block, int most, int tries, CancellationToken cancel)
        {
            var moved = 0;
            foreach (var (question, answer, group, need, mend) in _targets[block].Take(most > 0 ? tries : 0))
            {
                cancel.ThrowIfCancellationRequested();
                if (moved < most && _search.Move(question, answer, group, need, mend))
                {
                    moved++;
                }
            }

            return moved;
        }
    }
}
