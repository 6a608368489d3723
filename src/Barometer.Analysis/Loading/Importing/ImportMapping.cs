using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Analysis.Loading.Importing;

/// <summary>
/// What a person has decided about a survey's delivered files, and what is left to decide: a file beside the data in <c>data/restricted/</c>, since it may hold
/// values that somebody gave. An entry counts once it is confirmed.
/// </summary>
/// <param name="Survey">The survey's id.</param>
/// <param name="Answers">About the file of answers.</param>
/// <param name="Frame">About the file of the frame.</param>
internal sealed record ImportMapping(string Survey, FileMapping? Answers, FileMapping? Frame)
{
    private static readonly JsonSerializerOptions Options = new(DeclaredJson.Strict)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The name of a survey's mapping, beside its folder: a folder of the survey's would be taken for its answers.</summary>
    public static string FileName(string surveyId) => surveyId + ".map.json";

    /// <summary>Reads a mapping.</summary>
    /// <param name="path">The file.</param>
    /// <param name="surveyId">The survey it must be of.</param>
    /// <exception cref="BarometerException">It is no mapping, or of another survey.</exception>
    public static ImportMapping Read(string path, string surveyId)
    {
        var name = Path.GetFileName(path);
        var mapping = DeclaredJson.Read<ImportMapping>(
            File.ReadAllBytes(path), name, Options, "The mapping can't be read", "the JSON that an import writes", "docs/deliveries.md shows its form; without the file the import writes it anew");
        return mapping.Survey == surveyId ? mapping
            : throw new BarometerException(new Problem("The mapping is of another survey", name, Column: "survey", Expected: surveyId, Got: "another survey"));
    }

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";
}

/// <summary>What is decided, or to be decided, about one delivered file.</summary>
/// <param name="Form">How it is written; null when nothing about it is uncertain.</param>
/// <param name="Columns">In which columns variables stand that weren't found by their names or texts.</param>
/// <param name="Values">What values mean that weren't found by codes or labels.</param>
internal sealed record FileMapping(FormMapping? Form, IReadOnlyList<ColumnMapping>? Columns, IReadOnlyList<ValueMapping>? Values)
{
    /// <summary>Nothing is decided.</summary>
    public static FileMapping None { get; } = new(null, null, null);

    /// <summary>Whether nothing stands in it.</summary>
    [JsonIgnore]
    public bool IsEmpty => Form is null && Columns is not { Count: > 0 } && Values is not { Count: > 0 };

    /// <summary>What was decided before together with what is open now.</summary>
    public FileMapping With(FileMapping open)
    {
        var variables = (open.Values ?? []).SelectMany(values => values.Variables ?? []).ToHashSet(StringComparer.Ordinal);
        return new FileMapping(
            open.Form ?? Form,
            NullIfNone([.. (Columns ?? []).Where(one => (open.Columns ?? []).All(other => other.Variable != one.Variable)), .. open.Columns ?? []]),
            NullIfNone([
                .. (Values ?? []).Select(one => one with { Variables = [.. (one.Variables ?? []).Where(variable => !variables.Contains(variable))] }).Where(one => one.Variables is { Count: > 0 }),
                .. open.Values ?? []]));
    }

    private static List<T>? NullIfNone<T>(List<T> list) => list.Count == 0 ? null : list;
}

/// <summary>How a delivered file is written.</summary>
/// <param name="Confirmed">Whether a person has said that it is so.</param>
/// <param name="Found">What was found, with the reason: to read, not to be read back.</param>
/// <param name="Encoding">The encoding of its texts.</param>
/// <param name="Separator">What stands between two fields.</param>
/// <param name="DecimalMark">The decimal mark.</param>
/// <param name="Dates">How days are written.</param>
/// <param name="Sheet">The sheet of a workbook that holds the table.</param>
/// <param name="SkippedLines">How many lines or rows stand before the headings.</param>
/// <param name="HeadingRows">How many rows the headings take.</param>
internal sealed record FormMapping(
    bool Confirmed,
    IReadOnlyList<string>? Found = null,
    string? Encoding = null,
    string? Separator = null,
    string? DecimalMark = null,
    string? Dates = null,
    string? Sheet = null,
    int? SkippedLines = null,
    int? HeadingRows = null);

/// <summary>Where a variable stands.</summary>
/// <param name="Variable">The variable, or a battery of items that one column or several hold together.</param>
/// <param name="Columns">The columns' names: one, or several for a battery; null while it is open.</param>
/// <param name="Constant">What every unit has in it, where no column says it; null otherwise.</param>
/// <param name="Confirmed">Whether a person has said that it is so.</param>
/// <param name="Proposals">Columns that may be meant.</param>
internal sealed record ColumnMapping(string? Variable, IReadOnlyList<string>? Columns, string? Constant, bool Confirmed, IReadOnlyList<string>? Proposals = null)
{
    /// <summary>In a constant it stands for the number of the row, where nothing tells the units apart.</summary>
    public const string RowNumber = "{row}";
}

/// <summary>What values mean.</summary>
/// <param name="Variables">The variables, or batteries, that have these values.</param>
/// <param name="Codes">The values, each with its code.</param>
/// <param name="Confirmed">Whether a person has said that it is so.</param>
/// <param name="Choices">The codes there are, with their labels: to read, not to be read back.</param>
internal sealed record ValueMapping(IReadOnlyList<string>? Variables, IReadOnlyList<ValueCode>? Codes, bool Confirmed, IReadOnlyList<string>? Choices = null);

/// <summary>What a value means.</summary>
/// <param name="Value">The value as the file holds it.</param>
/// <param name="Label">What the file itself calls it, or null.</param>
/// <param name="Code">The code of the codebook; empty for no answer; null while it is open.</param>
internal sealed record ValueCode(string? Value, string? Label, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Code);
