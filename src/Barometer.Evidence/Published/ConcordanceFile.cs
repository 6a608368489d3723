using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace Barometer.Evidence.Published;

/// <summary>How an answer of the Danish lists stands to ours.</summary>
internal enum ConcordanceMapping
{
    /// <summary>They cover the same.</summary>
    Same,

    /// <summary>The Danish one covers less than ours.</summary>
    Narrower,

    /// <summary>The Danish one covers more than ours.</summary>
    Wider,

    /// <summary>Ours has no such answer.</summary>
    Missing,

    /// <summary>The Danish lists have no such answer.</summary>
    OursOnly,

    /// <summary>No answer: what a source states as the sum over a list.</summary>
    Sum,

    /// <summary>What stood there wasn't stored.</summary>
    Cut,
}

/// <summary>One line of the concordance.</summary>
/// <param name="List">The list: types, novelty, initiators, values or classification.</param>
/// <param name="Code">The Danish code; empty for an answer that is ours only.</param>
/// <param name="Danish">The Danish label; empty where there is none.</param>
/// <param name="English">The same in English.</param>
/// <param name="OurVariable">Our variable, or our battery where the answer is to the whole of it; empty where there is none.</param>
/// <param name="OurCategory">Our answer.</param>
/// <param name="Mapping">How the Danish answer stands to ours.</param>
/// <param name="StatedSum">The sum over the list as stated, 1 for 100 per cent; null for all other lines.</param>
/// <param name="Reason">Why ours departs; null where it doesn't.</param>
/// <param name="Note">The note on it; null for none.</param>
/// <param name="Source">Where the Danish code was read.</param>
internal sealed record ConcordanceRow(
    string List, string Code, string Danish, string English, string OurVariable, string OurCategory, ConcordanceMapping Mapping, decimal? StatedSum,
    LocalizedText? Reason, LocalizedText? Note, string Source)
{
    /// <summary>Whether ours departs from the source: it follows it unless there is a reason.</summary>
    public bool Departs => Mapping is ConcordanceMapping.Narrower or ConcordanceMapping.Wider or ConcordanceMapping.Missing or ConcordanceMapping.OursOnly;
}

/// <summary>
/// Our reconstructed questionnaire beside the Danish lists that it follows: <c>data/codebook/concordance-dk.csv</c>, an answer a line.
/// </summary>
internal static class ConcordanceFile
{
    /// <summary>The file's place in the data folder.</summary>
    public const string Place = "codebook/concordance-dk.csv";

    private static readonly Dictionary<string, ConcordanceMapping> Mappings = new(StringComparer.Ordinal)
    {
        ["same"] = ConcordanceMapping.Same,
        ["narrower"] = ConcordanceMapping.Narrower,
        ["wider"] = ConcordanceMapping.Wider,
        ["missing"] = ConcordanceMapping.Missing,
        ["ours-only"] = ConcordanceMapping.OursOnly,
        ["sum"] = ConcordanceMapping.Sum,
        ["cut"] = ConcordanceMapping.Cut,
    };

    /// <summary>The lists in the order of the questionnaire, with what they are called.</summary>
    public static IReadOnlyList<(string List, LocalizedText Title)> Lists { get; } =
    [
        ("types", new("Type innovasjon", "Type of innovation")),
        ("novelty", new("Nyhetsgrad", "Novelty")),
        ("initiators", new("Hva som satte i gang", "What set it off")),
        ("values", new("Gevinster", "Value gained")),
        ("classification", new("Nivå, næring og størrelse", "Level, industry and size")),
    ];

    /// <summary>Reads the file.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="BarometerException">It is missing, or a line isn't right.</exception>
    public static IReadOnlyList<ConcordanceRow> Read(string data)
    {
        var path = Path.Combine(data, Place);
        if (!File.Exists(path))
        {
            throw new BarometerException(new Problem("The concordance with the Danish lists is missing", File: Place, Hint: "restore the file from the repository's history"));
        }

        using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = ',', HasHeaders = true });
        var rows = new List<ConcordanceRow>();
        while (csv.Read())
        {
            rows.Add(Row(name => csv.GetString(csv.GetOrdinal(name)), rows.Count + 2));
        }

        return rows;
    }

    /// <summary>How a mapping is called.</summary>
    public static LocalizedText Word(ConcordanceMapping mapping) => mapping switch
    {
        ConcordanceMapping.Same => new("samme", "same"),
        ConcordanceMapping.Narrower => new("snevrere", "narrower"),
        ConcordanceMapping.Wider => new("videre", "wider"),
        ConcordanceMapping.Missing => new("mangler hos oss", "missing in ours"),
        ConcordanceMapping.OursOnly => new("bare hos oss", "ours only"),
        ConcordanceMapping.Sum => new("sum", "sum"),
        _ => new("ikke lagret", "not stored"),
    };

    private static ConcordanceRow Row(Func<string, string> cell, int line)
    {
        if (!Mappings.TryGetValue(cell("mapping"), out var mapping) || Lists.All(one => one.List != cell("list")))
        {
            throw new BarometerException(new Problem(
                "A line of the concordance isn't right", Place, line, "mapping", $"one of {string.Join(", ", Mappings.Keys)}, in one of the lists {string.Join(", ", Lists.Select(one => one.List))}", "another word"));
        }

        var row = new ConcordanceRow(
            cell("list"), cell("code"), cell("label_da"), cell("label_en"), cell("our_variable"), cell("our_category"), mapping,
            decimal.TryParse(cell("stated_sum"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum) ? sum : null,
            Both("reason"), Both("note"), cell("source"));
        return row.Departs == row.Reason is not null ? row : throw new BarometerException(new Problem(
            "An answer departs from the source without a reason, or gives one without departing", Place, line, "reason", "a reason where the mapping is narrower, wider, missing or ours-only, and nowhere else",
            Hint: "follow the source in the codebook, or say why not"));

        LocalizedText? Both(string name) => cell(name) is { Length: > 0 } english ? new LocalizedText(cell(name + "_nb"), english) : null;
    }
}
