namespace Barometer.Evidence.Pack;

/// <summary>The names of the evidence pack's own files, under the folder of artifacts.</summary>
internal static class PackNames
{
    /// <summary>The document.</summary>
    public const string Document = "evidence/evidence.docx";

    /// <summary>The document in English.</summary>
    public const string EnglishDocument = "evidence/evidence-en.docx";

    /// <summary>The workbook.</summary>
    public const string Workbook = "evidence/tallgrunnlag.xlsx";

    /// <summary>The numbers as JSON.</summary>
    public const string Numbers = "evidence/evidence.json";
}
