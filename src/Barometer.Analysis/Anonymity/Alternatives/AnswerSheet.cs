namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>
/// A survey's answers as numbers that can be moved between respondents: every question is a column of states, a category or a reason
/// for having none. What is moved is a respondent's whole answer to a question, so that nothing is in it that the form doesn't know.
/// </summary>
internal sealed class AnswerSheet
{
    private readonly Survey _survey;
    private readonly int[][] _from;
    private readonly Dictionary<string, int> _numbers;

    /// <summary>The answers as they are.</summary>
    public AnswerSheet(Survey survey)
    {
        _survey = survey;
        Questions = [.. survey.Codebook.Responses.Where(one => one.Role != DisclosureRole.Identifier && survey.Responses.TryGet(one.Name, out _))];
        Values = [.. Questions.Select(one => CodedValues.Of(survey.Responses[one.Name], one))];
        _numbers = Questions.Index().ToDictionary(one => one.Item.Name, one => one.Index, StringComparer.Ordinal);
        States = [.. Values.Select(values => values.OfRow.ToArray())];
        _from = [.. Questions.Select(_ => Enumerable.Range(0, survey.Answers).ToArray())];
    }

    private AnswerSheet(AnswerSheet other) =>
        (_survey, Questions, Values, States, _from, _numbers) = (other._survey, other.Questions, other.Values, Copy(other.States), Copy(other._from), other._numbers);

    /// <summary>The survey that the answers are of.</summary>
    public Survey Survey => _survey;

    /// <summary>The number of respondents.</summary>
    public int Rows => _survey.Answers;

    /// <summary>The questions.</summary>
    public IReadOnlyList<Variable> Questions { get; }

    /// <summary>What the states of each question are.</summary>
    public IReadOnlyList<CodedValues> Values { get; }

    /// <summary>For each question the state of every respondent.</summary>
    public IReadOnlyList<int[]> States { get; }

    /// <summary>The number of a question; −1 when there is none of that name.</summary>
    public int IndexOf(string question) => _numbers.GetValueOrDefault(question, -1);

    /// <summary>The same answers, to be moved apart from these.</summary>
    public AnswerSheet Copy() => new(this);

    /// <summary>Two respondents change answers to some questions.</summary>
    public void Swap(IReadOnlyList<int> questions, int one, int other)
    {
        foreach (var q in questions)
        {
            (States[q][one], States[q][other]) = (States[q][other], States[q][one]);
            (_from[q][one], _from[q][other]) = (_from[q][other], _from[q][one]);
        }
    }

    /// <summary>One respondent takes the answers that another gave in truth.</summary>
    public void Take(IReadOnlyList<int> questions, int to, AnswerSheet truth, int from)
    {
        foreach (var q in questions)
        {
            (States[q][to], _from[q][to]) = (truth.States[q][from], from);
        }
    }

    /// <summary>Gives some questions back the answers that another sheet has.</summary>
    public void Restore(IReadOnlyList<int> questions, AnswerSheet other)
    {
        foreach (var q in questions)
        {
            other.States[q].CopyTo(States[q], 0);
            other._from[q].CopyTo(_from[q], 0);
        }
    }

    /// <summary>Whether a respondent has other answers than in another sheet.</summary>
    public bool Differs(AnswerSheet other, int row)
    {
        for (var q = 0; q < States.Count; q++)
        {
            if (States[q][row] != other.States[q][row])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a respondent's answers are such as the form allows: asked what routing leads to and nothing else, within the limits of batteries.</summary>
    public bool IsAllowed(int row) => Enumerable.Range(0, Questions.Count).All(q => IsRouted(q, row)) && _survey.Codebook.BatteryLimits.All(limit => IsWithin(limit, row));

    private bool IsRouted(int q, int row)
    {
        if (Questions[q].Routing is not { } routing || IndexOf(routing.Variable) is not (var gate and >= 0))
        {
            return true;
        }

        var asked = Values[gate].Code(States[gate][row]) is { } code && routing.Codes.Contains(code);
        return asked != (Values[q].Reason(States[q][row]) == MissingReason.NotAsked);
    }

    private bool IsWithin(BatteryLimit limit, int row)
    {
        var chosen = Enumerable.Range(0, Questions.Count).Where(q => Questions[q].Battery == limit.Battery && Values[q].Code(States[q][row]) == "yes").ToList();
        return !(chosen.Count > limit.Maximum) && !(chosen.Count > 1 && chosen.Exists(q => Questions[q].Name == limit.Exclusive));
    }

    /// <summary>The survey with these answers. The frame and who answered are as they were.</summary>
    public Survey ToSurvey() => new()
    {
        Codebook = _survey.Codebook,
        Frame = _survey.Frame,
        IsSynthetic = _survey.IsSynthetic,
        Responses = new DataSet(_survey.Responses.Name, [.. _survey.Responses.Columns.Select(column => IndexOf(column.Name) is var q and >= 0 ? column.Take(_from[q]) : column)]),
    };

    private static int[][] Copy(IReadOnlyList<int[]> arrays) => [.. arrays.Select(array => array.ToArray())];
}

/// <summary>The values of a question by number: its categories, or the numbers that occur; then the reasons for having none.</summary>
internal sealed class CodedValues
{
    private readonly string?[] _codes;
    private readonly int _values;

    private CodedValues(IReadOnlyList<string> values, Variable question, int[] ofRow, bool isNumeric)
    {
        _values = values.Count;
        IsNumeric = isNumeric;
        OfRow = ofRow;
        _codes = [.. values, .. Enumerable.Range(1, Reasons).Select(reason => question.MissingCodes.FirstOrDefault(code => (int)code.Reason == reason)?.Code)];
    }

    private const int Reasons = (int)MissingReason.NotRelevant;

    /// <summary>The number of states.</summary>
    public int Count => _codes.Length;

    /// <summary>Whether the values are amounts.</summary>
    public bool IsNumeric { get; }

    /// <summary>The state of each respondent.</summary>
    public IReadOnlyList<int> OfRow { get; }

    /// <summary>The states that are answers: categories, «don't know» and «not relevant» where the form has them.</summary>
    public IEnumerable<int> Answers => Enumerable.Range(0, Count).Where(state =>
        state < _values || (Reason(state) is MissingReason.DontKnow or MissingReason.NotRelevant && _codes[state] is not null));

    /// <summary>The code of a state; null for one that has none.</summary>
    public string? Code(int state) => _codes[state];

    /// <summary>Why there is no value.</summary>
    public MissingReason Reason(int state) => state < _values ? MissingReason.None : (MissingReason)(state - _values + 1);

    /// <summary>The values of a column.</summary>
    public static CodedValues Of(Column column, Variable question)
    {
        var coded = CodedColumn.Of(column);
        int[] states = [.. coded.Codes.ToArray().Select((code, row) => code >= 0 ? code : coded.Categories.Count + (int)column.MissingAt(row) - 1)];
        return new CodedValues(coded.Categories, question, states, column is NumericColumn);
    }
}
