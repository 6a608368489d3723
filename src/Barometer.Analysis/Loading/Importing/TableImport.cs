using System.Text;

namespace Barometer.Analysis.Loading.Importing;

/// <summary>How one delivered file becomes one file of the survey: where each variable stands, what its values mean, and what is left to decide.</summary>
internal sealed class TableImport
{
    private readonly DeliveredTable _table;
    private readonly IReadOnlyList<VariableSource> _sources;

    private TableImport(DeliveredTable table, IReadOnlyList<VariableSource> sources) => (_table, _sources) = (table, sources);

    /// <summary>Column by column how it was matched and recoded.</summary>
    public IReadOnlyList<ImportLine> Lines => [.. _sources.Select(source => source.Line)];

    /// <summary>The columns that hold no variable of the codebook.</summary>
    public required IReadOnlyList<string> Unused { get; init; }

    /// <summary>What a person has to decide; empty when nothing.</summary>
    public required FileMapping Open { get; init; }

    /// <summary>How many variables have no column, and how many have values without a certain meaning.</summary>
    public (int Columns, int Values) Left => (_sources.Count(source => source.Field is null && source.IsUnmatched), _sources.Count(source => source.Field is null && !source.IsUnmatched));

    /// <summary>Reads the file once and finds everything.</summary>
    /// <param name="table">The delivered file.</param>
    /// <param name="variables">The variables of the file to be made.</param>
    /// <param name="codebook">The codebook.</param>
    /// <param name="mapping">What a person decided.</param>
    /// <param name="made">Variables that are made of the other file where no column holds them.</param>
    /// <param name="progress">Is told the share that has been read, or null.</param>
    /// <exception cref="BarometerException">The file is damaged, or the mapping names what there is not.</exception>
    public static TableImport Plan(
        DeliveredTable table, IReadOnlyList<Variable> variables, Codebook codebook, FileMapping mapping, IReadOnlyDictionary<string, Func<string, string>> made, IProgress<double>? progress = null)
    {
        var matches = new ColumnMatcher(table, variables, codebook, mapping.Columns ?? []).Match();
        var numeric = matches.Where(match => match.Variable.Kind == VariableKind.Numeric).SelectMany(match => match.Columns).ToHashSet();
        var coded = matches.Where(match => match.Variable.Kind != VariableKind.Identifier).SelectMany(match => match.Columns).ToHashSet();
        var values = ColumnValues.Read(table, coded, numeric, progress);
        var sources = new SourceBuilder(table, codebook, values, mapping.Values ?? [], made).Build(matches);
        var used = matches.SelectMany(match => match.Columns).ToHashSet();
        return new TableImport(table, sources)
        {
            Unused = [.. Enumerable.Range(0, table.Columns.Count).Where(column => !used.Contains(column)).Select(column => table.Columns[column].Name)],
            Open = new FileMapping(null, OpenColumns(sources), OpenValues(sources)),
        };
    }

    /// <summary>The places of the columns that hold several answers in a cell and look like numbers or days.</summary>
    public static IReadOnlySet<int> Several(DeliveredTable table, IReadOnlyList<Variable> variables, Codebook codebook, FileMapping mapping) =>
        new ColumnMatcher(table, variables, codebook, mapping.Columns ?? []).Match().Where(match => match.IsTogether).SelectMany(match => match.Columns)
            .Where(column => table.Columns[column].Kind is not (ValueKind.Text or ValueKind.Empty)).ToHashSet();

    /// <summary>What a variable has in this row.</summary>
    public string Field(string variable, DeliveredRows rows) => _sources[Place(variable)].Field!(rows);

    /// <summary>Whether a variable has this text in any row.</summary>
    public bool Any(string variable, string text)
    {
        using var rows = _table.Rows();
        while (rows.Read())
        {
            if (Field(variable, rows) == text)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The ids of the units; none while it is open where they stand.</summary>
    public HashSet<string> Units()
    {
        var units = new HashSet<string>(StringComparer.Ordinal);
        using var rows = _table.Rows();
        while (_sources[KeyPlace].Field is { } field && rows.Read())
        {
            units.Add(field(rows));
        }

        return units;
    }

    /// <summary>The file of the survey: the codebook's names and codes, commas, line feeds, UTF-8.</summary>
    /// <param name="keep">Which rows; null for all.</param>
    /// <param name="progress">Is told the share that has been written, or null.</param>
    public byte[] Write(Predicate<DeliveredRows>? keep = null, IProgress<double>? progress = null)
    {
        var line = new StringBuilder();
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        {
            Line(_sources.Select(source => source.Variable.Name));
            using var rows = _table.Rows(progress);
            while (rows.Read())
            {
                if (keep?.Invoke(rows) != false)
                {
                    var unit = Field(CodebookRules.Key, rows);
                    Line(_sources.Select(source => source.Made is { } made ? made(unit) : source.Field!(rows)));
                }
            }

            void Line(IEnumerable<string> fields) => text.Write(CsvLine.Append(line.Clear(), fields));
        }

        return bytes.ToArray();
    }

    private int KeyPlace => Place(CodebookRules.Key);

    private int Place(string variable) => _sources.TakeWhile(source => source.Variable.Name != variable).Count();

    private static List<ColumnMapping>? OpenColumns(IReadOnlyList<VariableSource> sources)
    {
        var open = sources.Where(source => source.Field is null && source.IsUnmatched)
            .Select(source => new ColumnMapping(source.Variable.Name, source.Proposals is [var only] ? [only] : [], null, Confirmed: false, source.Proposals)).ToList();
        return open.Count == 0 ? null : open;
    }

    // Those with the same values and the same choices are one entry, so that a person decides once.
    private static List<ValueMapping>? OpenValues(IReadOnlyList<VariableSource> sources)
    {
        var open = sources.Where(source => source.Field is null && !source.IsUnmatched && source.Open is not null)
            .GroupBy(source => string.Join('\n', source.Open!.Choices.Concat(source.Open.Meanings.Select(one => $"{one.Value}\t{one.Label}\t{one.Code}"))))
            .Select(group => new ValueMapping(
                [.. group.Select(source => source.Open!.Name).Distinct()],
                [.. group.First().Open!.Meanings.Select(one => new ValueCode(one.Value.ToString().Trim(), one.Label, one.Code))],
                Confirmed: false,
                group.First().Open!.Choices))
            .ToList();
        return open.Count == 0 ? null : open;
    }
}

/// <summary>How one variable is made.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Line">What is told of it.</param>
internal sealed record VariableSource(Variable Variable, ImportLine Line)
{
    /// <summary>Its text in a row; null while something about it is open.</summary>
    public Func<DeliveredRows, string>? Field { get; init; }

    /// <summary>What it is by the unit's id, where no column holds it.</summary>
    public Func<string, string>? Made { get; init; }

    /// <summary>Whether no column was found for it.</summary>
    public bool IsUnmatched { get; init; }

    /// <summary>Columns that may be meant.</summary>
    public IReadOnlyList<string> Proposals { get; init; } = [];

    /// <summary>The values without a certain meaning.</summary>
    public OpenValues? Open { get; init; }
}

/// <summary>Values without a certain meaning.</summary>
/// <param name="Name">The variable or battery.</param>
/// <param name="Meanings">The values with what is proposed.</param>
/// <param name="Choices">The codes there are, with their labels.</param>
internal sealed record OpenValues(string Name, IReadOnlyList<ValueMeaning> Meanings, IReadOnlyList<string> Choices);

/// <summary>What is told of one variable: never an answer.</summary>
/// <param name="Variable">Its name.</param>
/// <param name="Column">The column or columns.</param>
/// <param name="Matched">By what it was found.</param>
/// <param name="Recoded">By what its values were.</param>
/// <param name="Left">What is left to decide, or null.</param>
internal sealed record ImportLine(string Variable, string Column, string Matched, string Recoded, string? Left);
