using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordWords = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Barometer.Evidence.Drafts.Reports;

/// <summary>Writes a copy of a Word draft with a comment at each sentence that has to be looked at or can't be decided.</summary>
internal static class WordComments
{
    private const string Author = "barometer check-draft";

    /// <summary>Writes the copy.</summary>
    /// <param name="source">The draft.</param>
    /// <param name="target">The copy.</param>
    /// <param name="report">The findings.</param>
    public static void Write(string source, string target, DraftReport report)
    {
        File.Copy(source, target, overwrite: true);
        using var document = WordprocessingDocument.Open(target, isEditable: true);
        var main = document.MainDocumentPart!;
        var part = main.WordprocessingCommentsPart ?? main.AddNewPart<WordprocessingCommentsPart>();
        part.Comments ??= new Comments();
        var next = part.Comments.Elements<Comment>().Select(comment => int.TryParse(comment.Id?.Value, out var id) ? id : 0).DefaultIfEmpty(-1).Max() + 1;
        List<Paragraph> paragraphs = [.. main.Document!.Body!.Descendants<Paragraph>()];
        foreach (var sentence in report.Findings.Where(finding => finding.Verdict != Verdict.Agrees).GroupBy(finding => finding.Sentence))
        {
            if (sentence.Key.Block.Place is var place and >= 0 && place < paragraphs.Count && Anchor(paragraphs[place], sentence.Key, next.ToString(CultureInfo.InvariantCulture)))
            {
                part.Comments.AppendChild(Comment(next.ToString(CultureInfo.InvariantCulture), sentence, report.Language));
                next++;
            }
        }

        part.Comments.Save();
        main.Document.Save();
    }

    private static Comment Comment(string id, IEnumerable<DraftFinding> findings, Language language)
    {
        var comment = new Comment { Id = id, Author = Author, Initials = "b" };
        comment.Append(findings.Select(finding => new Paragraph(new Run(new WordWords($"«{finding.Claim}». {DraftWords.Line(finding, language)}") { Space = SpaceProcessingModeValues.Preserve }))));
        return comment;
    }

    // Runs are cut where the sentence begins and ends, as far as they hold nothing but text; else the comment stands at whole runs.
    private static bool Anchor(Paragraph paragraph, DraftSentence sentence, string id)
    {
        var runs = Runs(paragraph);
        if (runs.Count == 0)
        {
            return false;
        }

        var whole = string.Concat(runs.Select(run => run.InnerText));
        var from = whole.IndexOf(sentence.Text, StringComparison.Ordinal);
        var (first, last) = (runs[0], runs[^1]);
        if (from >= 0)
        {
            first = At(paragraph, from, isStart: true);
            last = At(paragraph, from + sentence.Text.Length, isStart: false);
        }

        first.InsertBeforeSelf(new CommentRangeStart { Id = id });
        var end = new CommentRangeEnd { Id = id };
        last.InsertAfterSelf(end);
        end.InsertAfterSelf(new Run(new CommentReference { Id = id }));
        return true;
    }

    // The run that begins (or ends) at a place of the text; one that goes over it is cut in two.
    private static Run At(Paragraph paragraph, int place, bool isStart)
    {
        var at = 0;
        var runs = Runs(paragraph);
        foreach (var run in runs)
        {
            var length = run.InnerText.Length;
            if (isStart ? place < at + length : place <= at + length)
            {
                return place == at && isStart ? run : place == at + length && !isStart ? run : Cut(run, place - at, isStart);
            }

            at += length;
        }

        return runs[^1];
    }

    private static Run Cut(Run run, int length, bool isStart)
    {
        if (run.ChildElements.Where(child => child is not RunProperties).ToList() is not [WordWords text])
        {
            return run;
        }

        var rest = (Run)run.CloneNode(deep: true);
        rest.GetFirstChild<WordWords>()!.Text = text.Text[length..];
        rest.GetFirstChild<WordWords>()!.Space = SpaceProcessingModeValues.Preserve;
        text.Text = text.Text[..length];
        text.Space = SpaceProcessingModeValues.Preserve;
        run.InsertAfterSelf(rest);
        return isStart ? rest : run;
    }

    private static List<Run> Runs(Paragraph paragraph) =>
        [.. paragraph.Descendants<Run>().Where(run => run.Elements<WordWords>().Any() && run.Ancestors<Paragraph>().First() == paragraph && !run.Ancestors<DeletedRun>().Any())];
}
