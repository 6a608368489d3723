using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// Every number in a notebook's own prose says where it comes from, in a comment that readers don't see, and is that number:
/// <c>85&lt;!-- NOS18-INN-A:0 --&gt; prosent</c> (docs/notebooks.md). What else has digits is a name, a year of a known edition, the number of
/// a list item in its turn, or the address of a source. None is written as a tag, and none in letters.
/// </summary>
/// <param name="known">The numbers that prose can cite.</param>
/// <param name="names">What has digits and is no number.</param>
internal sealed partial class ProseRules(KnownNumbers known, KnownNames names)
{
    private const string How = "write where it is from after it, as in «85<!-- NOS18-INN-A:0 -->», or remove it";

    private readonly TextNumbers _numbers = new(names);

    /// <summary>Whether a notebook quotes numbers of the evidence pack.</summary>
    public static bool Quotes(NotebookDocument notebook) => notebook.Cells
        .Where(cell => cell.Type == CellType.Markdown)
        .SelectMany(cell => ProseNumber.In(cell.Source))
        .Any(number => ProseMark.Parse(number.Mark)?.InEvidence is not null);

    /// <summary>What is wrong with the numbers of a notebook; none is repeated in a message.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="name">Its path in the repository.</param>
    /// <param name="folder">The folder that relative links start from.</param>
    public IReadOnlyList<RuleFault> Check(NotebookDocument notebook, string name, string folder)
    {
        var faults = new List<RuleFault>();
        var item = 0;
        foreach (var cell in notebook.Cells.Where(cell => cell.Type == CellType.Markdown))
        {
            var marked = ProseNumber.In(cell.Source).Select(number => (number.Line, Fault: FaultOf(number, cell.Source)));
            var (text, links) = WithoutLinks(WithoutTags(ProseNumber.Without(cell.Source)), folder);
            var found = marked.Where(one => one.Fault is not null)
                .Concat(links!)
                .Concat(Tag().Matches(text).Select(tag => (LineOf(text, tag.Index), (string?)"a tag: write plain Markdown instead")))
                .Concat(_numbers.In(WithoutNames(text, ref item)).Select(one => (one.Line, (string?)$"{one.Kind} doesn't say where it comes from: {How}")));
            faults.AddRange(found.OrderBy(one => one.Item1).Select(one => new RuleFault(name, cell.Id, FormattableString.Invariant($"line {one.Item1}: {one.Item2}"))));
        }

        return faults;
    }

    private string? FaultOf(ProseNumber number, string around) => ProseMark.Parse(number.Mark) switch
    {
        null => "the comment after a number can't be read: " + How,
        { IsNoResult: true } => known.IsConstant(number.Text, Beside(around, number.Line)) ? null : $"a number that is said to be no result isn't on the list of constants, or not beside the words that it goes with ({KnownNumbers.ConstantsFile}): {How}",
        var mark => known.Compare(number.Text, mark, around),
    };

    // Its line and the next: a sentence may be broken in two.
    private static string Beside(string text, int line) => string.Join(' ', text.Split('\n').Skip(line - 1).Take(2));

    // A lowered or raised letter, a line break.
    private static string WithoutTags(string text) => PlainTag().Replace(text, match => ProseNumber.Blank(match.Value));

    private (string Text, IReadOnlyList<(int Line, string? Fault)> Faults) WithoutLinks(string text, string folder)
    {
        var faults = new List<(int, string?)>();
        var without = Link().Replace(text, match =>
        {
            var address = match.Groups["address"].Value;
            var isKnown = address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? names.HasAddress(address) : names.HasFile(folder, address);
            if (!isKnown)
            {
                faults.Add((LineOf(text, match.Index), "a link leads to a file that isn't there, or to an address that neither data/published/sources.csv nor the documentation names: name it there, or remove it"));
            }

            // What stands after the file, «#sju-av-åtte», is text like any other.
            var anchor = address.Contains('#', StringComparison.Ordinal) ? address[address.IndexOf('#', StringComparison.Ordinal)..].Replace('#', ' ').Replace('-', ' ') : "";
            return isKnown ? ProseNumber.Blank(match.Value) + anchor : ProseNumber.Blank(match.Value);
        });
        return (without, faults);
    }

    // The number of a list item is one more than that of the item before, in this cell or an earlier one; a report is one of the sources.
    private string WithoutNames(string text, ref int item)
    {
        var last = item;
        var plain = Item().Replace(text, match =>
        {
            var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            var isNext = number == 1 || number == last + 1;
            last = isNext ? number : last;
            return isNext ? ProseNumber.Blank(match.Value) : match.Value;
        });
        item = last;
        plain = Report().Replace(plain, match => names.IsInSources(match.Value) ? ProseNumber.Blank(match.Value) : match.Value);
        return plain.Replace("<!--", "    ", StringComparison.Ordinal).Replace("-->", "   ", StringComparison.Ordinal);
    }

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    [GeneratedRegex("</?(?:sub|sup)>|<br ?/?>")]
    private static partial Regex PlainTag();

    [GeneratedRegex("<[/A-Za-z!?](?!--)")]
    private static partial Regex Tag();

    // The target of a link, or an address as it stands.
    [GeneratedRegex(@"(?<=\])\((?<address>[^)\s]+)\)|<?(?<address>https?://[^\s<>)\]]+)>?|(?<=^ {0,3}\[[^\]\n]*\]:\s*)(?<address>\S+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=^[ >]*(?:\*\*)?)(?<number>\d{1,3})\.(?=\s)", RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?:Meld|Prop)\. (?:St|S)\. \d+")]
    private static partial Regex Report();
}
