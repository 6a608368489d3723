using System.Globalization;
using System.Text;

namespace Barometer.Synthesis;

/// <summary>Lays a survey out as files, column by column as the codebook has them.</summary>
internal static class SurveyFiles
{
    /// <summary>The frame, the answers, which delivery they are, and a notice that they are synthetic.</summary>
    public static IEnumerable<SyntheticFile> Create(Codebook codebook, Population population, IReadOnlyList<Unit> frame, AnswerSheet answers)
    {
        var folder = $"{SurveyFolder.SyntheticFolder}/{codebook.Id}/";
        var ids = answers.Respondents.Select(unit => unit.Id).ToArray();
        var columns = codebook.Responses.Select(v => v.Name == CodebookRules.Key ? ids : answers[v.Name]).ToArray();
        yield return new SyntheticFile(folder + SurveyFolder.FrameFile, Csv(
            codebook.Frame.Select(v => v.Name),
            frame.Select(unit => codebook.Frame.Select(v => FrameField(population, unit, v.Name)))));
        yield return new SyntheticFile(folder + SurveyFolder.ResponsesFile, Csv(
            codebook.Responses.Select(v => v.Name),
            ids.Select((_, i) => columns.Select(column => column[i]))));
        yield return new SyntheticFile(folder + Delivery.FileName, Encoding.UTF8.GetBytes(SyntheticSurveys.Delivery.ToJson()));
        yield return new SyntheticFile(folder + "README.md", Encoding.UTF8.GetBytes(Notice(codebook)));
    }

    // The codebook's dialect: UTF-8 without a mark, commas, line feeds. Codes and identifiers never need quotes.
    private static byte[] Csv(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(',', row.Select(Plain)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Plain(string field) => field.AsSpan().IndexOfAny("\",\r\n") < 0
        ? field
        : throw new ArgumentException("A field would need quotes.", nameof(field));

    /// <summary>What the frame says of a unit.</summary>
    internal static string FrameField(Population population, Unit unit, string variable) =>
        variable == CodebookRules.Key ? unit.Id
        : variable == CodebookRules.Invited ? (unit.Invited ? "yes" : "no")
        : variable == CodebookRules.Answered ? (unit.Answered ? "yes" : "no")
        : variable == population.Organisations.Variable ? unit.Agency.Id
        : variable == population.Groups.Variable ? population.Groups.Codes[unit.Agency.Group]
        : variable == population.Bands.Variable ? population.Bands.Codes[unit.Band]
        : variable == population.Bands.Number ? unit.Employees.ToString(CultureInfo.InvariantCulture)
        : variable == population.Areas?.Variable ? population.Areas.Codes[unit.Agency.Area]
        : variable == population.Regions?.Variable ? population.Regions.Codes[unit.Region]
        : unit.Others[variable];

    private static string Notice(Codebook codebook) =>
        $"""
        # {codebook.Id}: SYNTHETIC DATA / SYNTETISKE DATA

        `frame.csv` and `responses.csv` are made by a program from a fixed seed. No real agency, workplace or answer is
        behind any row. They test the pipeline, not the world: no figure made from them says anything about the Norwegian
        state. Do not edit them; `barometer synthesize` makes them anew. The model is described in `docs/synthetic-data.md`,
        the columns in `data/codebook/{codebook.Id}.json`.

        `frame.csv` og `responses.csv` er laget av et program. Ingen virkelig virksomhet, arbeidsplass eller besvarelse
        ligger bak noen rad, og ingen tall laget av dem sier noe om staten.

        """.ReplaceLineEndings("\n");
}
