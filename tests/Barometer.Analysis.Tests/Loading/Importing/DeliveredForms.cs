using System.Text;
using Barometer.Analysis.Tests.Loading.Spss;
using Barometer.Analysis.Tests.Loading.Tabular;

namespace Barometer.Analysis.Tests.Loading.Importing;

/// <summary>A survey's own files in the forms in which survey tools deliver them: numbers for codes as in SPSS, labels and questions in Norwegian.</summary>
internal static class DeliveredForms
{
    /// <summary>The rows of a file of ours, the header first.</summary>
    public static List<string[]> Rows(string path) => [.. File.ReadAllLines(path).Select(line => line.Split(','))];

    /// <summary>Text with labels and questions, or with names and numbers.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="variables">The file's variables.</param>
    /// <param name="separator">What separates fields.</param>
    /// <param name="encoding">The encoding; its mark comes first.</param>
    /// <param name="withLabels">Whether labels stand in it, else numbers.</param>
    public static byte[] Text(List<string[]> rows, IReadOnlyList<Variable> variables, char separator, Encoding encoding, bool withLabels)
    {
        var lines = rows.Skip(1).Select(row => string.Join(separator, row.Select((field, i) => withLabels ? Label(variables[i], field) : Number(variables[i], field) ?? field)));
        var header = string.Join(separator, variables.Select(variable => withLabels ? variable.Question?.Nb ?? variable.Label.Nb : variable.Name));
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(string.Join("\r\n", lines.Prepend(header)) + "\r\n")];
    }

    /// <summary>A workbook with questions and labels.</summary>
    public static byte[] Workbook(List<string[]> rows, IReadOnlyList<Variable> variables) => WorkbookFixture.Of(("Svar", [
        [.. variables.Select(variable => (object)(variable.Question?.Nb ?? variable.Label.Nb))],
        .. rows.Skip(1).Select(row => row.Select((field, i) => field.Length == 0 ? null
            : variables[i].Kind == VariableKind.Numeric ? (object)double.Parse(field, System.Globalization.CultureInfo.InvariantCulture) : Label(variables[i], field)).ToArray())], []));

    /// <summary>An SPSS file: numbers with labels.</summary>
    public static byte[] Spss(List<string[]> rows, IReadOnlyList<Variable> variables)
    {
        using var file = new MemoryStream();
        SpssColumn[] columns = [.. variables.Select(variable => variable.Kind == VariableKind.Identifier ? SavFixture.Text(variable.Name, 8) : SavFixture.Number(variable.Name) with
        {
            Label = variable.Question?.Nb,
            ValueLabels = [.. Codes(variable).Select(code => new ValueLabel(DeliveredValue.Of(code.Number), code.Label))],
            Missing = new MissingValues([.. Codes(variable).Where(code => code.Number >= 97).Select(code => DeliveredValue.Of(code.Number))]),
        })];
        using (var writer = new SavWriter(file, new SpssDictionary { Columns = columns }, SavWriting.Default))
        {
            foreach (var row in rows.Skip(1))
            {
                writer.Write([.. row.Select((field, i) => field.Length == 0 ? DeliveredValue.Empty
                    : variables[i].Kind == VariableKind.Identifier ? DeliveredValue.Of(field)
                    : DeliveredValue.Of(double.Parse(Number(variables[i], field) ?? field, System.Globalization.CultureInfo.InvariantCulture)))]);
            }

            writer.Finish();
        }

        return file.ToArray();
    }

    private static string Label(Variable variable, string code) => Codes(variable).Where(one => one.Code == code).Select(one => one.Label).FirstOrDefault() ?? code;

    private static string? Number(Variable variable, string code) =>
        Codes(variable).Where(one => one.Code == code).Select(one => one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();

    // No is 0 and yes 1; other categories are 1, 2, 3 …; 97 don't know, 98 not relevant.
    private static IEnumerable<(string Code, int Number, string Label)> Codes(Variable variable) => variable.Categories
        .Select((category, i) => (category.Code, category.Code == "no" && variable.Categories.Count == 2 ? 0 : i + 1, category.Label.Nb))
        .Concat(variable.MissingCodes.Where(one => one.Code.Length > 0).Select(one => (one.Code, one.Reason == MissingReason.DontKnow ? 97 : 98, one.Label.Nb)));
}
