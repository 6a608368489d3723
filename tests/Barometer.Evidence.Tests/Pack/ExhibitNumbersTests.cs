namespace Barometer.Evidence.Tests.Pack;

public class ExhibitNumbersTests
{
    private static readonly Exhibit[] Old = [Figure("02-first"), Table("02-first"), Table("05-second")];

    [Fact]
    public void With_NewThemesAndFiguresAmongOld_TakeTheNextFreeNumbers()
    {
        var old = ExhibitNumbers.None.With(Old);
        var added = old.With([Figure("00-before"), PackSample.Exhibit("02-first", "facts", TestReleases.Facts()), .. Old]);

        Assert.Equal(["Figur 1.1", "Tabell 1.1", "Tabell 2.1"], Labels(old, Old));
        Assert.Equal(["Figur 1.1", "Tabell 1.1", "Tabell 2.1"], Labels(added, Old));
        Assert.Equal(["Figur 3.1", "Tabell 1.2"], Labels(added, [Figure("00-before"), PackSample.Exhibit("02-first", "facts", TestReleases.Facts())]));
    }

    [Fact]
    public void With_WithdrawnFigure_KeepsItsNumberForItself()
    {
        var register = ExhibitNumbers.None.With(Old).Write(Old[..1]);
        var later = ExhibitNumbers.Parse(register).With([PackSample.Exhibit("02-first", "facts", TestReleases.Facts()), Figure("09-third")]);

        Assert.Equal("number,theme,file,state\nTabell 1.1,first,tables/types-by-group.csv,withdrawn\nFigur 1.1,first,figures/innovated-by-group.svg,shown\nTabell 2.1,second,tables/types-by-group.csv,withdrawn\n", register);
        Assert.Equal(["Tabell 1.2", "Figur 3.1"], Labels(later, [PackSample.Exhibit("02-first", "facts", TestReleases.Facts()), Figure("09-third")]));
        Assert.Equal(["Tabell 1.1", "Tabell 2.1"], Labels(later.With(Old), Old[1..]));
    }

    [Fact]
    public void With_NotebooksInAnotherOrder_ChangesNoNumber() =>
        Assert.Equal(["Figur 1.1", "Tabell 1.1", "Tabell 2.1"], Labels(ExhibitNumbers.None.With(Old).With([Table("01-second"), Figure("11-first"), Table("11-first")]), [Figure("11-first"), Table("11-first"), Table("01-second")]));

    [Fact]
    public void With_TwoNotebooksOfOneTheme_AreRefused() => Assert.Equal(
        "The notebooks 02-first and 03-first have one theme, «first», by which their figures and tables are numbered; expected: names that differ in more than their digits; hint: give one of them a name of its own",
        Assert.Throws<BarometerException>(() => ExhibitNumbers.None.With([Figure("02-first"), Figure("03-first")])).Message);

    [Theory]
    [InlineData("number,theme,file,state\nFigur 1.1,first,figures/a.svg,shown\nFigur 1.1,first,figures/b.svg,shown\n", "gives a number twice")]
    [InlineData("number,theme,file,state\nFigur 1.1,first,figures/a.svg,shown\nFigur 1.2,second,figures/a.svg,shown\n", "gives a number twice")]
    [InlineData("number,theme,file,state\nFigur 1.1,first,figures/a.svg,shown\nFigur 2.1,first,figures/b.svg,shown\n", "gives a number twice")]
    [InlineData("number,theme,file,state\nFigur 1.1,first,figures/a.svg,42 per cent\n", "can't be read")]
    [InlineData("", "can't be read")]
    public void Parse_RegisterThatIsNone_IsRefused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<BarometerException>(() => ExhibitNumbers.Parse(text)).Message, StringComparison.Ordinal);

    private static Exhibit Figure(string notebook) => PackSample.Exhibit(notebook, "bars", Evidence.Figures.Figure.Bars(TestReleases.ByGroup()));

    private static Exhibit Table(string notebook) => PackSample.Exhibit(notebook, "table", EvidenceTable.Of(TestReleases.Sections()));

    private static IEnumerable<string> Labels(ExhibitNumbers numbers, IEnumerable<Exhibit> exhibits) => exhibits.Select(exhibit => numbers.Find(exhibit)!.Label.Nb);
}
