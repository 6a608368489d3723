using System.CommandLine;
using Barometer.Evidence.Drafts;
using Barometer.Evidence.Drafts.Facts;
using Barometer.Evidence.Drafts.Judging;
using Barometer.Evidence.Drafts.Reading;
using Barometer.Evidence.Drafts.Reports;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer check-draft</c>: holds what an author wrote against what was released and published.</summary>
internal static class CheckDraftCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("draft") { Description = "The draft: .docx, .md or .odt, in Norwegian or English." };
        var json = new Option<FileInfo?>("--json") { Description = "Write the claims to this file: sentence, claim, verdict, source, expected, found." };
        var html = new Option<FileInfo?>("--html") { Description = "Write the report here; else beside the draft, as NAME.check.html." };
        var docx = new Option<FileInfo?>("--docx") { Description = "Write the copy with comments here; else beside a draft in Word's form, as NAME.check.docx." };
        var evidence = new Option<FileInfo?>("--evidence") { Description = "The released numbers; else those of the last reproduction, artifacts/evidence/evidence.json." };
        var command = new Command("check-draft", "Check the numbers and comparisons of a draft against released and published ones.") { file, json, html, docx, evidence };
        command.SetAction(parsed => Run(Repository.Find(), parsed.GetValue(file)!.FullName, new(parsed.GetValue(json)?.FullName, parsed.GetValue(html)?.FullName, parsed.GetValue(docx)?.FullName), parsed.GetValue(evidence)?.FullName));
        return command;
    }

    private static int Run(Repository repository, string path, Targets targets, string? evidence)
    {
        var report = new DraftChecker(Facts(repository, evidence)).Check(DraftText.Read(path));
        if (targets.Json is { } json)
        {
            File.WriteAllText(json, DraftJson.Write(report));
        }

        foreach (var finding in report.Findings)
        {
            Terminal.Say($"{finding.Code,-16} {finding.Claim}: {finding.Reason.In(report.Language)} | {finding.Expected?.In(report.Language)} | {finding.Source?.In(report.Language)}");
        }

        return report.Alarms.Any() ? ExitCode.Failure : ExitCode.Success;
    }

    private static FactBase Facts(Repository repository, string? evidence)
    {
        var numbers = evidence ?? repository.EvidenceNumbers;
        if (evidence is not null && !File.Exists(evidence))
        {
            throw new BarometerException(new Problem("There are no released numbers there", File: evidence, Expected: "an evidence.json", Hint: "barometer reproduce writes one"));
        }

        if (!File.Exists(numbers))
        {
            Terminal.Fail($"There are no released numbers to compare with ({repository.Tell(numbers)}): only published figures are compared. «barometer reproduce» makes them.");
        }

        return FactBase.Of(
            File.Exists(numbers) ? EvidenceJson.Read(File.ReadAllText(numbers)) : null,
            SurveyCatalog.Codebooks(repository.Data),
            PublishedRegistry.Read(Path.Combine(repository.Data, "published", "figures.csv")));
    }

    private sealed record Targets(string? Json, string? Html, string? Docx);
}
