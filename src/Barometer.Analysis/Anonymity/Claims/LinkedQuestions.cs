namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>Questions whose answers were taken together somewhere: what is told of one is linked with what is told of the others.</summary>
internal sealed class LinkedQuestions
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    /// <summary>Links the questions of each list.</summary>
    public LinkedQuestions(IEnumerable<IReadOnlyList<string>> together)
    {
        foreach (var questions in together)
        {
            var first = First(questions[0]);
            foreach (var question in questions.Skip(1).Select(First))
            {
                _parents[string.CompareOrdinal(first, question) < 0 ? question : first] = string.CompareOrdinal(first, question) < 0 ? first : question;
                first = First(first);
            }
        }
    }

    /// <summary>The name of the linked questions that these belong to: the first of them.</summary>
    public string NameOf(IReadOnlyList<string> questions) => First(questions[0]);

    private string First(string question) => _parents.TryGetValue(question, out var parent) && parent != question ? First(parent) : question;
}
