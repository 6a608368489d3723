
namespace Barometer.Cli.Tests.Site;

public class DictionaryPageTests
{
    [Theory]
    [InlineData(Language.Nb, "<br>Avledet: Evaluering: ", "<code>yes</code> Ja")]
    [InlineData(Language.En, "<br>Derived: Evaluation: ", "<code>yes</code> Yes")]
    public void Write_DerivedVariable_StandsWithItsRule(Language language, string words, string answer)
    {
        var design = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory)).Design("operational-2018")
            .Derive("evaluated_any", Rule.Is("evaluated", "internal", "external"), nb: "Har evaluert", en: "Has evaluated");

        var page = new DictionaryPage([design.Codebook], [], new("Barometeret", "The barometer"), language).Write();

        var row = page[page.IndexOf("<tr id=\"operational-2018.evaluated_any\"", StringComparison.Ordinal)..];
        row = row[..row.IndexOf("</tr>", StringComparison.Ordinal)];
        Assert.Contains(words, row, StringComparison.Ordinal);
        Assert.Contains(answer, row, StringComparison.Ordinal);
    }
}
