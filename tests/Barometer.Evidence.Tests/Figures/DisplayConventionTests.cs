using Microsoft.DotNet.Interactive.Formatting;

namespace Barometer.Evidence.Tests.Figures;

/// <summary>What .NET Interactive and its successors show, found by convention: the library names none of them.</summary>
public class DisplayConventionTests
{
    public static TheoryData<Displayable> Shown =>
    [
        EvidenceTable.Of(TestReleases.ByGroup()),
        Figure.Bars(TestReleases.ByGroup()),
    ];

    [Theory]
    [MemberData(nameof(Shown), DisableDiscoveryEnumeration = true)]
    public void ToDisplayString_Html_IsWhatTheObjectSays(Displayable shown) =>
        Assert.Equal(shown.ToHtml(), shown.ToDisplayString("text/html"));

    [Theory]
    [MemberData(nameof(Shown), DisableDiscoveryEnumeration = true)]
    public void ToDisplayString_PlainText_IsWhatTheObjectSays(Displayable shown) =>
        Assert.Equal(shown.ToString(), shown.ToDisplayString("text/plain"));

    [Fact]
    public void PreferredMimeTypes_Figure_AreHtmlThenPlainText() =>
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Figure)));

    [Fact]
    public void ToHtml_EveryShownType_IsAPublicMethodWithoutParameters() => Assert.All(
        [typeof(EvidenceTable), typeof(Figure)],
        type => Assert.Equal(typeof(string), type.GetMethod("ToHtml", [])!.ReturnType));

    [Fact]
    public void Library_References_NoNotebookEngine() => Assert.DoesNotContain(
        typeof(Figure).Assembly.GetReferencedAssemblies().Concat(typeof(Displayable).Assembly.GetReferencedAssemblies()),
        reference => reference.Name!.Contains("Interactive", StringComparison.Ordinal));
}
