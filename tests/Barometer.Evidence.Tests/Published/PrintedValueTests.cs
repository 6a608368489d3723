using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Published;

/// <summary>Reads each printed statement anew, without the registry's code, and compares with what figures.csv holds.</summary>
public partial class PrintedValueTests
{
    public static TheoryData<string> Ids => [.. PublishedFiles.Registry.Figures.Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Figure_MachineReadable_IsWhatIsPrinted(string id)
    {
        var figure = PublishedFiles.Registry[id];
        var said = Statement().Match(figure.Printed);
        if (!said.Success || Periods.Contains(figure.Topic))
        {
            Assert.True(figure.IsWords);
            Assert.Equal(new LocalizedText("", figure.Printed).En, figure.Item!.En);
            Assert.Equal((null, null, null), (figure.Value, figure.Lower, figure.Upper));
            Assert.Equal((null, null, null), (figure.Numerator, figure.Denominator, figure.Decimals));
            return;
        }

        var word = said.Groups["word"].Value;
        Assert.Equal(QualifierOf(word, said.Groups["upper"].Success), figure.Qualifier);
        Assert.Equal(KindOf(said), figure.Kind);
        Assert.Equal(Limits(said), (figure.Value, figure.Lower, figure.Upper));
        Assert.Equal(Decimals(said), figure.Decimals);
        Assert.Equal(Fraction(said), (figure.Numerator, figure.Denominator));
    }

    // «2016–2017» is no range of numbers.
    private static readonly string[] Periods = ["reference-period"];

    private static PublishedQualifier QualifierOf(string word, bool isRange) => word switch
    {
        "around" or "about" => PublishedQualifier.Around,
        "over" or "more than" => PublishedQualifier.Over,
        "a little over" or "just over" => PublishedQualifier.ALittleOver,
        "almost" or "just under" => PublishedQualifier.Almost,
        "less than" => PublishedQualifier.Under,
        _ => isRange ? PublishedQualifier.Range : PublishedQualifier.Exact,
    };

    private static PublishedKind KindOf(Match said) => said switch
    {
        _ when said.Groups["word"].Success => PublishedKind.Rounded,
        _ when said.Groups["k"].Success || said.Groups["half"].Success => PublishedKind.Ratio,
        _ when said.Groups["percent"].Success || said.Groups["points"].Success => PublishedKind.Percent,
        _ => PublishedKind.Count,
    };

    private static (decimal? Value, decimal? Lower, decimal? Upper) Limits(Match said)
    {
        var scale = said.Groups["percent"].Success || said.Groups["points"].Success ? 100m : 1m;
        if (said.Groups["upper"].Success)
        {
            return (null, Read(said.Groups["number"]) / scale, Read(said.Groups["upper"]) / scale);
        }

        var (k, n) = Fraction(said);
        var stated = k is null ? Read(said.Groups["number"]) / scale : decimal.Round((decimal)k / n!.Value, 6);
        return QualifierOf(said.Groups["word"].Value, false) switch
        {
            PublishedQualifier.Exact => (k is null ? stated : null, null, null),
            PublishedQualifier.Around => (stated, null, null),
            PublishedQualifier.Almost or PublishedQualifier.Under => (null, null, stated),
            _ => (null, stated, null),
        };
    }

    private static (int? K, int? N) Fraction(Match said) => said switch
    {
        _ when said.Groups["half"].Success => (1, 2),
        _ when said.Groups["k"].Success => ((int)Read(said.Groups["k"]), (int)Read(said.Groups["n"])),
        _ => (null, null),
    };

    private static int? Decimals(Match said) => said.Groups["word"].Success || !said.Groups["number"].Success
        ? null
        : said.Groups["number"].Value.Split('.') is [_, var decimals] ? decimals.Length : 0;

    private static decimal Read(Group digits) =>
        decimal.Parse(digits.Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        ^((?<word>around|about|over|more[ ]than|less[ ]than|a[ ]little[ ]over|just[ ]over|just[ ]under|almost)[ ])?
        ((?<half>half) | (?<k>\d+)([ ]of[ ]|/)(?<n>\d+)
          | (?<number>\d[\d ]*(\.\d+)?)(–(?<upper>\d+))?(?<percent>[ ]%)?(?<points>[ ]percentage[ ]points)?([ ](municipalities|joint[ ]authorities|employees))?)$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();
}
