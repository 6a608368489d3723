namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>Two respondents who change the answers of a block with each other, and others who make up for it.</summary>
internal sealed partial class AlternativeSearch
{
    private const int Repairs = 600;
    private const double Nothing = 1e-12;

    /// <summary>Whether two respondents can change these answers: both were asked, or neither; whole answers always.</summary>
    private bool CanSwap(int block, int one, int other)
    {
        if (one == other || block == 0)
        {
            return one != other;
        }

        foreach (var q in _space.Blocks[block].Questions)
        {
            var (values, states) = (Answers.Values[q], Answers.States[q]);
            if ((values.Reason(states[one]) == MissingReason.NotAsked) != (values.Reason(states[other]) == MissingReason.NotAsked))
            {
                return false;
            }
        }

        return _held.TrueForAll(held => !_space.Blocks[block].Questions.Contains(held.Question) || IsHeld(held, one) == IsHeld(held, other));
    }

    private bool IsHeld((int Question, string Answer) held, int row) => Answers.Values[held.Question].Code(Answers.States[held.Question][row]) == held.Answer;

    // Of a question that nothing shows, and between reasons for having no answer that nothing tells apart, an answer can be taken without another being given.
    private bool IsTakenFreely(int block, int question, int one, int other)
    {
        if (block == 0 || _space.Blocks[block].Questions.Count > 1)
        {
            return false;
        }

        if (_judged.Length == 0)
        {
            return true;
        }

        var (state, taken) = (Answers.States[question][one], Answers.States[question][other]);
        return Answers.Values[question].Reason(state) != MissingReason.None && Answers.Values[question].Reason(taken) != MissingReason.None
            && Array.TrueForAll(_judged, i => _space.Shown[i].InBase[state] == _space.Shown[i].InBase[taken] && _space.Shown[i].Counted[state] == _space.Shown[i].Counted[taken]);
    }

    /// <summary>Swaps others until the excess is gone; where it can't, everything is as it was.</summary>
    private bool Mend(int block, double excess, int one, int other)
    {
        var done = new List<(int One, int Other)>();
        var (movable, alike) = (Rows(row => row != one && row != other), _space.Alike[block]);
        for (var i = 0; i < Repairs && movable.Count > 1; i++)
        {
            // Mostly two of the same groups: they leave the numbers of these as they are.
            var a = Pick(movable);
            var b = Pick(movable);
            if (i % 4 > 0 && alike.Length > 0)
            {
                var same = alike[_random.Next(alike.Length)];
                (a, b) = (same[_random.Next(same.Length)], same[_random.Next(same.Length)]);
            }

            if (a == one || a == other || b == one || b == other || !Movable[a] || !Movable[b] || !CanSwap(block, a, b))
            {
                continue;
            }

            var change = Swap(block, a, b);
            if (change >= -Nothing)
            {
                Swap(block, a, b);
                continue;
            }

            done.Add((a, b));
            if ((excess += change) <= Nothing)
            {
                return true;
            }
        }

        for (var i = done.Count - 1; i >= 0; i--)
        {
            Swap(block, done[i].One, done[i].Other);
        }

        return false;
    }

    /// <summary>Two respondents change the answers of a block; the change of the judged numbers' excess.</summary>
    private double Swap(int block, int one, int other)
    {
        var change = 0.0;
        foreach (var i in _judged)
        {
            var number = _space.Shown[i];
            if (number.Among[one] || number.Among[other])
            {
                change -= Excess(i);
                Add(i, one, other, -1);
            }
        }

        Answers.Swap(_space.Blocks[block].Questions, one, other);
        foreach (var i in _judged)
        {
            var number = _space.Shown[i];
            if (number.Among[one] || number.Among[other])
            {
                Add(i, one, other, 1);
                change += Excess(i);
            }
        }

        return change;
    }

    private void Add(int i, int one, int other, int sign)
    {
        var (a, b) = (_space.Shown[i].Of(Answers.States, one), _space.Shown[i].Of(Answers.States, other));
        (_counted[i], _base[i]) = (_counted[i] + (sign * (a.Counted + b.Counted)), _base[i] + (sign * (a.Base + b.Base)));
    }

    private double Excess(int i) => _space.Shown[i].Excess(_counted[i], _base[i]);
}
