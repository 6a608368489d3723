using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Checking;

/// <summary>What the cookbook says can be copied into a notebook: its code keeps the rules of cells. That it runs is tested where it is made (<c>CookbookTests</c> of Barometer.Evidence).</summary>
public partial class CookbookCellsTests
{
    [Fact]
    public void Cells_OfTheCookbook_MayStandInANotebook()
    {
        var rules = new CodeRules(KnownNames.Read(new Repository(Clone.Original)));
        var cells = Code().Matches(File.ReadAllText(Path.Combine(Clone.Original, "docs", "cookbook.md"))).Select(code => code.Groups["code"].Value).ToList();

        Assert.NotEmpty(cells);
        Assert.Equal("", string.Join('\n', cells.SelectMany(cell => rules.Check(cell).Concat(PortableCode.Check(cell)).Select(fault => $"{cell}\n{fault}"))));
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
