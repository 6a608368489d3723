namespace Barometer.Conformance.Disclosure;

/// <summary>Who contributed what: from the records, or, where there are none, each single respondent of an inner cell.</summary>
internal sealed class HoldingReader(MatrixCase of, IReadOnlyDictionary<int, int> rowNumbers)
{
    /// <summary>The holdings, in the order of their names.</summary>
    public List<Contributor> Read()
    {
        var path = Path.Combine(of.Folder, "records.csv");
        var contributor = of.Text("contributorVar");
        return File.Exists(path) && contributor is not null ? FromRecords(path, contributor) : of.AreCounts ? Singles() : [];
    }

    private List<Contributor> FromRecords(string path, string contributor)
    {
        var value = of.Text("numVar");
        return [.. CaseFile.Rows(path)
            .GroupBy(record => record[contributor])
            .OrderBy(records => records.Key, StringComparer.Ordinal)
            .Select(records => new Contributor(records.Key, records
                .GroupBy(record => rowNumbers[CaseFile.Whole(record[".row"])])
                .ToDictionary(rows => rows.Key, rows => rows.Sum(row => value is not null && row.TryGetValue(value, out var amount) ? CaseFile.Number(amount) : 1))))];
    }

    private List<Contributor> Singles() =>
        [.. rowNumbers.Where(pair => of.Values[pair.Value] == 1)
            .Select(pair => new Contributor($"row{pair.Key}", new Dictionary<int, double> { [pair.Value] = 1 }))];
}
