namespace Barometer.Evidence.Tests.Published;

public class PublishedComparisonTests
{
    private static readonly PublishedRegistry Registry = PublishedFiles.Registry;

    [Theory]
    [InlineData("NOS18-INN-A", "NOS21-INN-A")]
    [InlineData("AU08-AGENCY", "AU09-AGENCY")]
    [InlineData("DK1-N.answers", "DK3-N.answers")]
    public void Compare_OneSurveyAndQuestion_IsComparable(string one, string other)
    {
        var comparison = Registry.Compare(one, other);

        Assert.Equal(Comparability.Comparable, comparison.Comparability);
        Assert.Empty(comparison.Reasons);
    }

    [Theory]
    [InlineData("DK3-INN-STATE", "IS21-INN-STATE", "Enhetene er ulike: arbeidsplasser og virksomheter.")]
    [InlineData("DK3-INN-STATE", "DK3-INN-MUN", "Forvaltningsnivået er ulikt: staten og kommunesektoren.")]
    [InlineData("NOS21-INN-A", "NOS21-INN-V", "Enhetene er ulike: arbeidsplasser og virksomheter.")]
    [InlineData("NOS21-INN-AR", "NOS21-INN-V", "NOS21-INN-AR gjengir NOS21-INN-V.")]
    [InlineData("DK3-INN", "SE18-INN", "Minst ett av tallene er et rundt utsagn.")]
    [InlineData("DK3-INN", "DK4-INN", "DK4-INN (C): verdi A; utgave C.")]
    [InlineData("NOK18-INN", "NOK20-INN", "De gjelder «enhetsledere, helse/omsorg og utdanning» og «enhetsledere, fem sektorer».")]
    public void Compare_WithADifference_SaysItInANote(string one, string other, string note)
    {
        var comparison = Registry.Compare(one, other);

        Assert.Equal(Comparability.WithNote, comparison.Comparability);
        Assert.Contains(note, comparison.Reasons.Select(reason => reason.Nb));
        Assert.Contains(note, comparison.Why.Nb, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NOS18-INN-A", "DK3-INN-STATE", "«Jobber med innovasjon» og «Har innført innovasjon»")]
    [InlineData("DK3-INN-STATE", "AU12-INN", "«Har innført innovasjon» og «Har gjennomført innovasjon»")]
    [InlineData("NOS18-INN-A", "AU12-INN", "«Jobber med innovasjon» og «Har gjennomført innovasjon»")]
    [InlineData("AU12-INN", "AU14-WG", "arbeidsplasser og ansatte")]
    [InlineData("DK1-INN", "NOKP20-STR", "Formuleringen avgjør ikke")]
    [InlineData("DK3-VAL-QUAL", "IS18-VAL-EFF", "De måler ikke det samme")]
    [InlineData("DK3-PRIV", "FI22-COL.companies", "De er andeler av ulike ting: innovasjoner og virksomheter")]
    [InlineData("DK3-VAL-QUAL", "NOS18-VAL-TOP", "en rangering eller et utsagn uten tall")]
    [InlineData("DK3-INN", "DK3-INN-TREND", "en rangering eller et utsagn uten tall")]
    [InlineData("AU18-INDEX", "AU19-INDEX-CH", "De har ulik måleenhet")]
    public void Compare_WhatAnswersAnotherQuestion_IsNotComparable(string one, string other, string why)
    {
        var comparison = Registry.Compare(one, other);

        Assert.Equal(Comparability.NotComparable, comparison.Comparability);
        Assert.Contains(why, comparison.Why.Nb, StringComparison.Ordinal);
    }

    /// <summary>For any two figures: a judgement, the same from both sides, with a reason unless they are plainly comparable.</summary>
    [Fact]
    public void Compare_AnyTwo_IsJudgedAlikeFromBothSides()
    {
        var figures = Registry.Figures;
        for (var i = 0; i < figures.Count; i++)
        {
            for (var j = i; j < figures.Count; j++)
            {
                var (there, back) = (PublishedComparison.Of(figures[i], figures[j]), PublishedComparison.Of(figures[j], figures[i]));
                Assert.Equal(there.Comparability, back.Comparability);
                Assert.Equal(there.Comparability == Comparability.Comparable, there.Reasons.Count == 0);
                Assert.Equal(there.Reasons.Count, back.Reasons.Count);
                Assert.All(there.Reasons, reason => Assert.True(reason.Nb.Length > 0 && reason.En.Length > 0));
            }
        }
    }

    /// <summary>No pair of different definitions of innovation activity is comparable, whatever else they share.</summary>
    [Fact]
    public void Compare_AcrossSeries_IsNeverComparable()
    {
        var activity = Registry.Find(topic: "innovation-activity");
        Assert.All(
            from one in activity from other in activity where one.Series != other.Series select (one, other),
            pair => Assert.Equal(Comparability.NotComparable, PublishedComparison.Of(pair.one, pair.other).Comparability));
    }

    [Fact]
    public void Difference_OfOneSurvey_HasTheLimitsOfRounding()
    {
        var difference = Registry.Difference("NOS21-INN-A", "NOS18-INN-A");

        Assert.Contains("6\u00A0prosentpoeng, og mellom 5 og 7", difference.Text.Nb, StringComparison.Ordinal);
        Assert.Contains("Kan sammenlignes: samme undersøkelse", difference.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_OfPrintedNumbersOfAnswers_HasTheLimitsOfRandomSamplesToo() =>
        // 81 less 74 per cent of 2271 and 1786 answers: 7 and 1 of rounding, and 1.96 times the root of 0.81 0.19 / 2271 + 0.74 0.26 / 1786, which is 2.6.
        Assert.EndsWith("(2,271 and 1,786 answers) they would give between 3 and 11.", Registry.Difference("DK3-INN", "NOK18-INN").Text.En, StringComparison.Ordinal);

    [Fact]
    public void Difference_Backwards_IsNegative() => Assert.Contains(
        "\u22126\u00A0percentage\u00A0points, and between \u22127 and \u22125", Registry.Difference("NOS18-INN-A", "NOS21-INN-A").Text.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("NOS18-INN-A", "DK3-INN-STATE", "not comparable")]
    [InlineData("AU12-INN", "IS21-INN-STATE", "not comparable")]
    [InlineData("DK3-VAL-QUAL", "NOS18-VAL-TOP", "not comparable")]
    [InlineData("DK3-INN", "SE18-INN", "no number that can be subtracted")]
    [InlineData("NOK20-PROC", "NOK18-PROC", "no number that can be subtracted")]
    public void Difference_OfWhatIsNotComparableOrNoNumber_Throws(string one, string other, string why) =>
        Assert.Contains(why, Assert.Throws<BarometerException>(() => Registry.Difference(one, other)).Message, StringComparison.Ordinal);
}
