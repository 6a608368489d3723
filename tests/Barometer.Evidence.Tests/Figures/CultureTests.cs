using System.Globalization;

namespace Barometer.Evidence.Tests.Figures;

public class CultureTests
{
    private static readonly Lazy<string[]> Invariant = new(() => In(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("nb-NO")]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void EveryForm_AnyCulture_HasTheSameBytes(string culture)
    {
        Assert.Equal(Invariant.Value, In(CultureInfo.GetCultureInfo(culture)));
    }

    [Fact]
    public void EveryForm_SecondRun_HasTheSameBytes() => Assert.Equal(Invariant.Value, In(CultureInfo.InvariantCulture));

    private static string[] In(CultureInfo culture)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return Forms();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private static string[] Forms() =>
    [
        .. Forms(Figure.Bars(TestReleases.ByGroup())),
        .. Forms(Figure.Bars(TestReleases.BothSeries()).ForMinistry().In(Language.En)),
        EvidenceTable.Of(TestReleases.Counts()).ToHtml(),
        EvidenceTable.Of(TestReleases.Counts()).ToCsv(),
        TestReleases.Facts().ToString(),
    ];

    private static IEnumerable<string> Forms(Figure figure) =>
    [
        figure.ToHtml(),
        .. figure.ToMimeBundles().SelectMany(bundle => bundle.Select(form => form.Key + form.Value)),
    ];
}
