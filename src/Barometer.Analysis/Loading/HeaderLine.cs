namespace Barometer.Analysis.Loading;

/// <summary>The header of a file, matched with the codebook: for each field the parser that reads it, or null.</summary>
internal sealed record HeaderLine(ColumnParser?[] Parsers)
{
    private const int LongestName = 40;

    /// <summary>The parser of the unit ids; null when the file lacks them.</summary>
    public IdentifierParser? Key { get; } = Parsers.OfType<IdentifierParser>().FirstOrDefault(p => p.Variable.Name == CodebookRules.Key);

    /// <summary>The parsers in the codebook's order, without those of columns that the file lacks.</summary>
    public IEnumerable<ColumnParser> InOrderOf(IReadOnlyList<Variable> variables) => variables
        .Select(variable => Parsers.FirstOrDefault(parser => parser?.Variable == variable))
        .OfType<ColumnParser>();

    /// <summary>Matches the names with the variables; null when the line is no header that can be read against.</summary>
    public static HeaderLine? Match(string[] names, IReadOnlyList<Variable> variables, ProblemLog problems)
    {
        var byName = variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        if (!names.Any(byName.ContainsKey))
        {
            ReportNoHeader(names, problems);
            return null;
        }

        var parsers = new ColumnParser?[names.Length];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (!byName.TryGetValue(names[i], out var variable))
            {
                ReportUnknown(names[i], i, variables, problems);
            }
            else if (!seen.Add(variable.Name))
            {
                problems.Add("A column stands twice", 1, variable.Name, "each column once", "a second column of that name");
            }
            else
            {
                parsers[i] = ColumnParser.For(variable);
            }
        }

        foreach (var variable in variables.Where(variable => !seen.Contains(variable.Name)))
        {
            problems.Add(
                "A column is missing", 1, variable.Name, "every variable of the codebook", "a header without it", "add the column, or remove the variable from the codebook");
        }

        return new HeaderLine(parsers);
    }

    // The names are not quoted: a first line that is no header may be somebody's answers.
    private static void ReportNoHeader(string[] names, ProblemLog problems)
    {
        var line = string.Concat(names);
        var (got, hint) = line.Contains(';', StringComparison.Ordinal)
            ? ("fields separated by semicolons", "save with commas; spreadsheets set to Norwegian write semicolons and decimal commas")
            : line.Contains('\t', StringComparison.Ordinal)
                ? ("fields separated by tabs", "save with commas")
                : ("a line without a single name of the codebook", "the first line holds the names of the codebook, in lower case");
        problems.Add(
            line.Contains(';', StringComparison.Ordinal) || line.Contains('\t', StringComparison.Ordinal)
                ? "The fields are not separated by commas"
                : "The first line is no header",
            1,
            null,
            "the variables' names, separated by commas",
            got,
            hint);
    }

    private static void ReportUnknown(string name, int index, IReadOnlyList<Variable> variables, ProblemLog problems)
    {
        var isName = name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        var near = variables.FirstOrDefault(variable => variable.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        problems.Add(
            "A column is unknown",
            1,
            isName ? name : FormattableString.Invariant($"number {index + 1}"),
            "only variables of the codebook",
            near is null ? "a name that is not in it" : "a name in other letter case or with blanks",
            near is null ? "add it to the codebook or remove it from the file" : $"write {near.Name}");
    }
}
