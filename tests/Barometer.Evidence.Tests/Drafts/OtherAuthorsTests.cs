using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Drafts;

/// <summary>Sentences written from the released numbers and docs/drafts.md alone, before the checker's code or its tests were read.</summary>
public partial class OtherAuthorsTests(ITestOutputHelper output)
{
    private static readonly DraftChecker Checker = new(DraftSample.Facts);

    [Theory]
    [InlineData("other-authors.txt", 0.95, 0.01, 1, 0)]
    [InlineData("other-authors-held-out.txt", 0.95, 0.01, 0, 0)]
    [InlineData("other-authors-third.txt", 0.68, 0.08, 9, 2)]
    public void Check_TextsOfOtherAuthors_FindsFaultsAndLeavesTheTrueAlone(string file, double found, double alarms, int calledRight, int strange)
    {
        var judged = Texts(file).SelectMany(Judge).ToList();
        var (faults, trues, strangers) = (judged.Where(one => one.Kind[0] == 'F').ToList(), judged.Where(one => one.Kind == "T").ToList(), judged.Where(one => one.Kind == "O").ToList());
        var told = string.Join('\n', [
            $"{faults.Count(one => one.IsFound)} of {faults.Count} faults found, {faults.Count(one => one.IsRight)} called right; {trues.Count(one => one.IsAlarm)} of {trues.Count} true alarmed, {trues.Count(one => one.IsRight)} called right; {strangers.Count(one => one.IsAlarm || one.IsRight)} of {strangers.Count} on other things judged",
            .. faults.Where(one => !one.IsFound).Select(one => $"missed {one.Kind}{(one.IsRight ? ", CALLED RIGHT" : "")}: {one.Text}{one.Told}"),
            .. trues.Where(one => one.IsAlarm).Select(one => $"alarmed: {one.Text}{one.Told}"),
            .. strangers.Where(one => one.IsAlarm || one.IsRight).Select(one => $"judged: {one.Text}")]);
        output.WriteLine(told);

        Assert.True(faults.Count(one => one.IsFound) >= faults.Count * found, told);
        Assert.True(trues.Count(one => one.IsAlarm) <= trues.Count * alarms, told);
        Assert.True(faults.Count(one => one.IsRight) <= calledRight, told);
        Assert.True(strangers.Count(one => one.IsAlarm || one.IsRight) <= strange, told);
    }

    // A text begins with «@», and is a Markdown document with a sentence on its data where it says so.
    private static string[] Texts(string file) => string.Join('\n', DraftSample.Lines(file).Where(line => !line.StartsWith('#'))).Split("@ ", StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<Sentence> Judge(string text)
    {
        var lines = text.Split('\n').Skip(1).Select(line => Marked().Match(line)).ToList();
        var notice = text.Split('\n')[0] switch { "nb declared" => "Tallene i dette kapitlet er syntetiske.\n", "en declared" => "All figures in this text are synthetic.\n", _ => "" };
        var markdown = string.Join('\n', lines.Select(line => line.Success ? line.Groups["text"].Value.Replace('⏎', '\n') : "")) + "\n";
        var findings = Checker.Check(new DraftText("draft.md", MarkdownDraft.Read($"{notice}\n{Heading().Replace(markdown, "$0\n")}"))).Findings;
        foreach (var line in lines.Where(line => line.Success && line.Groups["kind"].Value != "-"))
        {
            var sentence = Plain(line.Groups["text"].Value);
            var codes = findings.Where(finding => Plain(finding.Sentence.Text) is var told && (sentence.Contains(told, StringComparison.Ordinal) || told.Contains(sentence, StringComparison.Ordinal))).ToList();
            yield return new Sentence(line.Groups["kind"].Value, line.Groups["text"].Value, codes.Exists(one => one.IsAlarm), !codes.Exists(one => one.IsAlarm) && codes.Exists(one => one.Code == "agrees"),
                string.Concat(codes.Select(one => $"\n    {one.Claim}: {one.Code}, {one.Source?.Nb} {one.Expected?.Nb}")));
        }
    }

    private static string Plain(string text) => Space().Replace(Note().Replace(text, ""), " ").Trim(' ', '-');

    private sealed record Sentence(string Kind, string Text, bool IsAlarm, bool IsRight, string Told)
    {
        // What may not be published can't be checked: not to call it right is all there is.
        public bool IsFound => IsAlarm || (Kind == "F:hidden" && !IsRight);
    }

    [GeneratedRegex(@"^(?<kind>T|O|-|F:[\w-]+) (?<text>.*)$")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^#.*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\[\^\d\]:|\[\^\d\]")]
    private static partial Regex Note();

    [GeneratedRegex(@"[\s|⏎]+")]
    private static partial Regex Space();
}
