namespace Barometer.Analysis.Anonymity.Alternatives;

/// <content>
/// Where weights are few, no two respondents are near each other, and whole numbers must make up for one another: some respondents give another answer,
/// others the opposite, so many of each class of weight and group that every number is shown as before.
/// </content>
internal sealed partial class AlternativeSearch
{
    private const int MostClasses = 6;
    private const int MostSteps = 20_000;
    private const int Pairs = 6;

    /// <summary>Brings the numbers of a block back within their rounding, whatever answers are exchanged for it.</summary>
    private bool Exchange(int block)
    {
        if (_space.Blocks[block].Questions is not [var question])
        {
            return false;
        }

        int[] answers = [.. _space.Truth.Values[question].Answers.Where(_space.Truth.States[question].Contains)];
        for (var i = 0; i < Pairs && answers.Length > 1; i++)
        {
            var (one, other) = (answers[_random.Next(answers.Length)], answers[_random.Next(answers.Length)]);
            if (one != other && new AnswerExchange(this, block, question, one, other, group: null, need: 0).Find())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets a group have so many more who gave an answer, or fewer where it is below zero: another answer is exchanged for it in several classes.</summary>
    private bool Exchange(int block, int question, int answer, bool[] group, int need)
    {
        if (block > 0 && _space.Blocks[block].Questions.Count > 1)
        {
            return false;
        }

        var states = Answers.States[question];
        int[] others = need > 0
            ? [.. Rows(row => group[row] && states[row] != answer).Select(row => states[row]).Distinct().Order()]
            : [.. _space.Truth.Values[question].Answers.Where(state => state != answer && _space.Truth.States[question].Contains(state))];
        _random.Shuffle(others);
        return others.Take(Pairs).Any(other => _space.Truth.States[question].Contains(answer) && new AnswerExchange(this, block, question, answer, other, group, need).Find());
    }

    /// <summary>One answer exchanged for another by some, and the opposite by others.</summary>
    private sealed class AnswerExchange
    {
        private readonly AlternativeSearch _search;
        private readonly int _block;
        private readonly int[] _givers;
        private readonly int[] _takers;
        private readonly List<ExchangeClass> _classes;
        private readonly int[] _changes;
        private readonly int _need;
        private readonly double[] _slack;
        private readonly double[][] _effects;
        private readonly double[][] _reach;
        private int _steps;

        /// <summary>Sorts the respondents who gave one of two answers into classes that no judged number tells apart.</summary>
        public AnswerExchange(AlternativeSearch search, int block, int question, int one, int other, bool[]? group, int need)
        {
            (_search, _block, _need) = (search, block, need);
            var (space, answers) = (search._space, search.Answers);
            _givers = Donors(one);
            _takers = Donors(other);
            _classes = [.. search.Rows(row => answers.States[question][row] == one || answers.States[question][row] == other)
                .Where(row => IsAsked(row))
                .Select(row => (Row: row, Effects: Effects(row), IsIn: group?[row] == true))
                .GroupBy(row => (row.IsIn, Key: string.Join(' ', row.Effects.Select(effect => FormattableString.Invariant($"{effect.Counted:R} {effect.Base:R}")))))
                .Select(same => new ExchangeClass(
                    same.Key.IsIn, same.First().Effects, [.. same.Where(row => answers.States[question][row.Row] == one).Select(row => row.Row)], [.. same.Where(row => answers.States[question][row.Row] == other).Select(row => row.Row)]))];
            var random = search._random;
            _classes = [.. _classes.OrderBy(one => one.IsIn ? random.NextDouble() : 1 + random.NextDouble())];
            if (_classes.Count > MostClasses)
            {
                // A class of the group changes as is wanted, others make up for it.
                _classes = [_classes[0], .. _classes.Skip(1).OrderBy(_ => random.NextDouble()).Take(MostClasses - 1)];
            }

            _changes = new int[_classes.Count];

            (_slack, _effects) = Slacks();
            _reach = Reach();

            int[] Donors(int state) => [.. Enumerable.Range(0, answers.Rows).Where(row => space.Truth.States[question][row] == state)];

            // Whole answers can go anywhere; an answer to a question only to those who were asked, as all who gave one of the two were.
            bool IsAsked(int row) => block == 0 || answers.Values[question].Reason(answers.States[question][row]) != MissingReason.NotAsked;

            // What the judged sums grow by when the respondent gives the one answer in the place of the other.
            (double Counted, double Base)[] Effects(int row)
            {
                var kept = answers.States[question][row];
                answers.States[question][row] = one;
                var with = Array.ConvertAll(search._judged, i => space.Shown[i].Of(answers.States, row));
                answers.States[question][row] = other;
                var without = Array.ConvertAll(search._judged, i => space.Shown[i].Of(answers.States, row));
                answers.States[question][row] = kept;
                return [.. with.Zip(without, (a, b) => (a.Counted - b.Counted, a.Base - b.Base))];
            }
        }

        /// <summary>Finds an exchange and makes it.</summary>
        public bool Find()
        {
            if (_classes.Count == 0 || !Try(0))
            {
                return false;
            }

            for (var i = 0; i < _search._judged.Length; i++)
            {
                foreach (var (at, one) in _classes.Index())
                {
                    _search._counted[_search._judged[i]] += _changes[at] * one.Effects[i].Counted;
                    _search._base[_search._judged[i]] += _changes[at] * one.Effects[i].Base;
                }
            }

            for (var at = 0; at < _classes.Count; at++)
            {
                var (rows, donors) = _changes[at] > 0 ? (_classes[at].Others, _givers) : (_classes[at].Ones, _takers);
                foreach (var row in rows.OrderBy(_ => _search._random.NextDouble()).Take(Math.Abs(_changes[at])))
                {
                    _search.Answers.Take(_search._space.Blocks[_block].Questions, row, _search._space.Truth, donors[_search._random.Next(donors.Length)]);
                }
            }

            return true;
        }

        // Whole numbers by depth first; what the classes that are left can't mend isn't followed.
        private bool Try(int at)
        {
            for (var i = 0; i < _slack.Length; i++)
            {
                if (_slack[i] + _reach[at][i] < -Nothing)
                {
                    return false;
                }
            }

            if (at == _classes.Count)
            {
                return Array.Exists(_changes, change => change != 0);
            }

            var one = _classes[at];
            foreach (var change in Enumerable.Range(-one.Ones.Count, one.Ones.Count + one.Others.Count + 1).OrderBy(Math.Abs))
            {
                if (++_steps > MostSteps)
                {
                    return false;
                }

                _changes[at] = change;
                Add(at, change);
                if (Try(at + 1))
                {
                    return true;
                }

                Add(at, -change);
            }

            _changes[at] = 0;
            return false;
        }

        private void Add(int at, int times)
        {
            for (var i = 0; i < _slack.Length; i++)
            {
                _slack[i] += times * _effects[at][i];
            }
        }

        /// <summary>How far the group is from what it needs and each judged number from its two bounds, as sums that are at least zero within them, and what one of each class adds.</summary>
        private (double[] Slack, double[][] Effects) Slacks()
        {
            var bounds = _search._judged.SelectMany((i, at) => ((int Number, int At, double Bound, int Sign)[])[(i, at, _search._space.Shown[i].Low, 1), (i, at, _search._space.Shown[i].High, -1)]).ToList();
            double Of((int Number, int At, double Bound, int Sign) bound, double counted, double all, double one) =>
                bound.Sign * (counted - (bound.Bound * (_search._space.Shown[bound.Number].IsRatio ? all : one)));
            return (
                [-Math.Abs(_need), .. bounds.Select(bound => Of(bound, _search._counted[bound.Number], _search._base[bound.Number], 1))],
                [.. _classes.Select(one => bounds.Select(bound => Of(bound, one.Effects[bound.At].Counted, one.Effects[bound.At].Base, 0)).Prepend(one.IsIn ? Math.Sign(_need) : 0).ToArray())]);
        }

        /// <summary>The most that each sum can still grow by, before each class and after the last.</summary>
        private double[][] Reach()
        {
            var reach = Enumerable.Range(0, _classes.Count + 1).Select(_ => new double[_slack.Length]).ToArray();
            for (var at = _classes.Count - 1; at >= 0; at--)
            {
                for (var i = 0; i < _slack.Length; i++)
                {
                    reach[at][i] = reach[at + 1][i] + Math.Max(_classes[at].Others.Count * _effects[at][i], -_classes[at].Ones.Count * _effects[at][i]);
                }
            }

            return reach;
        }
    }

    /// <summary>Respondents that no judged number tells apart.</summary>
    /// <param name="IsIn">Whether they belong to the group that is to change.</param>
    /// <param name="Effects">What each judged sum grows by when one of them gives the one answer in the place of the other.</param>
    /// <param name="Ones">Those who gave the one answer.</param>
    /// <param name="Others">Those who gave the other.</param>
    private sealed record ExchangeClass(bool IsIn, (double Counted, double Base)[] Effects, List<int> Ones, List<int> Others);
}
