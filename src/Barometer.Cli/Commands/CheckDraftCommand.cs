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
        var evidence = new Option<FileInfo?>("--evidence") { Description = "Released numbers in place of those of the last reproduction, artifacts/evidence/evidence.json." };
        var command = new Command("check-draft", "Check the numbers and comparisons of a draft against released and published ones; exit code 1 when one has to be looked at.") { file, json, html, docx, evidence };
        command.SetAction(parsed => Run(
            Repository.Find(), parsed.GetValue(file)!.FullName, parsed.GetValue(json)?.FullName, parsed.GetValue(html)?.FullName, parsed.GetValue(docx)?.FullName, parsed.GetValue(evidence)?.FullName));
        return command;
    }

    private static int Run(Repository repository, string path, string? json, string? html, string? docx, string? evidence)
    {
        DraftReport report;
        using (var progress = new PhaseProgress())
        {
            var (facts, draft) = (Facts(repository, evidence), DraftText.Read(path));
            progress.Begin("checking");
            report = new DraftChecker(facts).Check(draft, (done, all) => progress.Say($"{100L * done / all} %"));
        }

        foreach (var finding in report.Findings.Where(finding => finding.Verdict != Verdict.Agrees))
        {
            Tell(finding, report.Language);
        }

        if (json is not null)
        {
            File.WriteAllText(json, DraftJson.Write(report));
        }

        var page = html ?? Path.ChangeExtension(path, ".check.html");
        File.WriteAllText(page, DraftHtml.Write(report));
        var isNorwegian = report.Language == Language.Nb;
        Terminal.Say($"{(isNorwegian ? "Rapport" : "Report")}: {page}");
        if (Path.GetExtension(path).Equals(".docx", StringComparison.OrdinalIgnoreCase))
        {
            var copy = docx ?? Path.ChangeExtension(path, ".check.docx");
            WordComments.Write(path, copy, report);
            Terminal.Say($"{(isNorwegian ? "Kopi med kommentarer" : "Copy with comments")}: {copy}");
        }

        if (!report.HasReleased)
        {
            Terminal.Fail(DraftWords.NothingReleased.In(report.Language));
        }

        Terminal.Say($"{DraftWords.Summary(report)}");
        return report.Alarms.Any() ? ExitCode.Failure : ExitCode.Success;
    }

    private static void Tell(DraftFinding finding, Language language)
    {
        if (finding.IsAlarm)
        {
            Terminal.Say($"[red]{finding.Code}[/]: «{finding.Claim}» – {finding.Sentence.Text}");
        }
        else
        {
            Terminal.Say($"[grey]{finding.Code}[/]: «{finding.Claim}» – {finding.Sentence.Text}");
        }

        Terminal.Say($"    {DraftWords.Line(finding, language)}");
    }

    private static FactBase Facts(Repository repository, string? evidence)
    {
        if (evidence is not null && !File.Exists(evidence))
        {
            throw new BarometerException(new Problem("There are no released numbers there", File: evidence, Expected: "an evidence.json", Hint: "barometer reproduce writes one"));
        }

        var numbers = evidence ?? repository.EvidenceNumbers;
        var codebooks = SurveyCatalog.Codebooks(repository.Data);
        return FactBase.Of(
            File.Exists(numbers) ? EvidenceJson.Read(File.ReadAllText(numbers)) : null,
            codebooks,
            CrosswalkReader.Between(repository.Data, codebooks),
            PublishedRegistry.Read(Path.Combine(repository.Data, "published", "figures.csv")));
    }
}
