namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>
/// What must not come out of a survey for any organisation: of each question and each answer that somebody gave, how many of its respondents
/// gave it.
/// </summary>
internal sealed class AnswerFacts
{
    private readonly AnswerSheet _truth;
    private readonly int[] _organisations;
    private readonly int[][] _place;
    private readonly int[] _first;
    private readonly int[] _respondents;

    /// <summary>The facts of a survey.</summary>
    /// <param name="truth">The answers.</param>
    /// <param name="organisations">For each respondent its organisation.</param>
    /// <param name="count">The number of organisations.</param>
    public AnswerFacts(AnswerSheet truth, int[] organisations, int count)
    {
        (_truth, _organisations) = (truth, organisations);
        _place = new int[truth.Questions.Count][];
        _first = new int[truth.Questions.Count];
        var present = organisations.Distinct().Order().ToArray();
        var facts = new List<AnswerFact>();
        for (var q = 0; q < truth.Questions.Count; q++)
        {
            _first[q] = facts.Count;
            _place[q] = Enumerable.Repeat(-1, truth.Values[q].Count).ToArray();
            foreach (var (i, answer) in truth.Values[q].Answers.Where(truth.States[q].Contains).Index())
            {
                _place[q][answer] = i * count;
            }

            var answers = _place[q].Index().Where(one => one.Item >= 0).OrderBy(one => one.Item).Select(one => one.Index);
            facts.AddRange(answers.SelectMany(answer => Enumerable.Range(0, count), (answer, organisation) => new AnswerFact(q, answer, organisation)));
        }

        All = facts;
        _respondents = new int[count];
        foreach (var organisation in organisations)
        {
            _respondents[organisation]++;
        }

        var (values, givers) = (new int[facts.Count], new int[facts.Count]);
        for (var q = 0; q < truth.Questions.Count; q++)
        {
            foreach (var (row, state) in truth.States[q].Index().Where(one => _place[q][one.Item] >= 0))
            {
                values[_first[q] + _place[q][state] + organisations[row]]++;
                for (var organisation = 0; organisation < count; organisation++)
                {
                    givers[_first[q] + _place[q][state] + organisation]++;
                }
            }
        }

        (Values, Givers) = (values, givers);
        Exists = [.. facts.Select(fact => Array.BinarySearch(present, fact.Organisation) >= 0)];
    }

    /// <summary>The facts by number.</summary>
    public IReadOnlyList<AnswerFact> All { get; }

    /// <summary>Whether a fact is one: the organisation has answered.</summary>
    public IReadOnlyList<bool> Exists { get; }

    /// <summary>For each fact the number of respondents that gave the answer.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>For each fact the number of respondents of the organisation.</summary>
    public int Respondents(int fact) => _respondents[All[fact].Organisation];

    /// <summary>For each fact how many gave the answer in all.</summary>
    public IReadOnlyList<int> Givers { get; }

    /// <summary>The numbers of the facts that are different in other answers.</summary>
    public List<int> Changed(AnswerSheet other)
    {
        var differences = new Dictionary<int, int>();
        for (var q = 0; q < _first.Length; q++)
        {
            var (before, after) = (_truth.States[q], other.States[q]);
            for (var row = 0; row < before.Length; row++)
            {
                if (before[row] != after[row])
                {
                    Add(_place[q][before[row]], -1);
                    Add(_place[q][after[row]], 1);
                }

                void Add(int place, int change)
                {
                    if (place >= 0)
                    {
                        var fact = _first[q] + place + _organisations[row];
                        differences[fact] = differences.GetValueOrDefault(fact) + change;
                    }
                }
            }
        }

        return [.. differences.Where(one => one.Value != 0).Select(one => one.Key)];
    }
}

/// <summary>How many respondents of an organisation gave an answer to a question.</summary>
/// <param name="Question">The question's number.</param>
/// <param name="Answer">The answer's state.</param>
/// <param name="Organisation">The organisation's number.</param>
internal sealed record AnswerFact(int Question, int Answer, int Organisation);
