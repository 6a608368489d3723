namespace Barometer.Notebooks.Tests.Display;

public class ObjectFormatterTests
{
    public static TheoryData<object?, string> PlainValues => new()
    {
        { null, "null" },
        { "æ\n\"ø\"", "æ\n\"ø\"" },
        { 1234567.5, "1234567.5" },
        { -0.1m, "-0.1" },
        { 1 / 3.0, "0.3333333333333333" },
        { double.NaN, "NaN" },
        { true, "True" },
        { 'å', "å" },
        { DayOfWeek.Friday, "Friday" },
        { new DateOnly(2018, 6, 1), "2018-06-01" },
        { new DateTime(2018, 6, 1, 12, 30, 0, DateTimeKind.Unspecified), "2018-06-01T12:30:00.0000000" },
        { TimeSpan.FromSeconds(1.5), "00:00:01.5000000" },
        { System.Numerics.BigInteger.Pow(2, 70), "1180591620717411303424" },
        { new[] { 1, 2, 3 }, "[1, 2, 3]" },
        { new double?[] { 1.5, null }, "[1.5, null]" },
        { new List<string> { "a", "b" }, "[a, b]" },
        { Enumerable.Range(1, 25), "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, …]" },
        { Array.Empty<int>(), "[]" },
        { typeof(List<int>), "System.Collections.Generic.List<System.Int32>" },
    };

    public static TheoryData<object, string> Withheld => new()
    {
        { new Specimens.Row("hemmelig"), "Barometer.Notebooks.Tests.Display.Specimens.Row" },
        { new { Svar = "hemmelig" }, "anonymous type" },
        { ("hemmelig", 1), "System.ValueTuple<System.String, System.Int32>" },
        { new List<Specimens.Row> { new("hemmelig") }, "System.Collections.Generic.List<Barometer.Notebooks.Tests.Display.Specimens.Row>" },
        { new Dictionary<string, string> { ["a"] = "hemmelig" }, "System.Collections.Generic.Dictionary<System.String, System.String>" },
        { new object[] { "hemmelig" }, "System.Object[]" },
        { new[] { new[] { "hemmelig" } }, "System.String[][]" },
        { new Specimens.Row[1, 1] { { new("hemmelig") } }, "Barometer.Notebooks.Tests.Display.Specimens.Row[,]" },
        { new Specimens.OwnCollection(), "Barometer.Notebooks.Tests.Display.Specimens.OwnCollection" },
        { new Specimens.Talkative(), "Barometer.Notebooks.Tests.Display.Specimens.Talkative" },
    };

    [Theory]
    [MemberData(nameof(PlainValues), DisableDiscoveryEnumeration = true)]
    public void Format_PlainValue_IsItsInvariantText(object? value, string text)
    {
        var bundles = Cultures.Under("nb-NO", () => ObjectFormatter.Format(value));

        Assert.Equal(text, Assert.Single(bundles)[MimeBundle.PlainText]);
    }

    [Theory]
    [MemberData(nameof(Withheld), DisableDiscoveryEnumeration = true)]
    public void Format_AnyOtherObject_IsItsTypeOnly(object value, string type)
    {
        var bundle = Assert.Single(ObjectFormatter.Format(value));

        var form = Assert.Single(bundle.Forms);
        Assert.StartsWith(type + " (", form.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", form.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_ToMimeBundles_GoesFirstAndGivesAnOutputEach()
    {
        var bundles = ObjectFormatter.Format(new Specimens.Figure());

        Assert.Equal(["image/png", "text/plain", "application/vnd.test+json"], bundles.SelectMany(bundle => bundle.Forms.Keys));
    }

    [Fact]
    public void Format_FormatterSource_GivesThePreferredForms()
    {
        var bundle = Assert.Single(ObjectFormatter.Format(new Specimens.Sourced()));

        Assert.Equal([KeyValuePair.Create("text/html", "<i>7</i>"), KeyValuePair.Create("text/plain", "seven")], bundle.Forms);
    }

    [Fact]
    public void Format_FormatterSourceThatDeclines_FallsBackToToHtml()
    {
        var bundle = Assert.Single(ObjectFormatter.Format(new Specimens.Declining()));

        Assert.Equal("<b>html</b>", bundle[MimeBundle.Html]);
        Assert.Equal("own text", bundle[MimeBundle.PlainText]);
    }

    [Fact]
    public void Format_ToHtmlOfARecord_DoesNotTakeTheGeneratedText()
    {
        var bundle = Assert.Single(ObjectFormatter.Format(new Specimens.HtmlRecord("hemmelig")));

        Assert.Equal("<b>shown</b>", bundle[MimeBundle.Html]);
        Assert.DoesNotContain("hemmelig", bundle[MimeBundle.PlainText], StringComparison.Ordinal);
    }
}
