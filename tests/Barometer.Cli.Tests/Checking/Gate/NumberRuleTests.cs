namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>Numbers that were committed are kept, in the folder and in a commit that is about to be made.</summary>
public sealed class NumberRuleTests : IDisposable
{
    private const string Register = "data/releases/numbers.csv";
    private const string Given = "number,theme,file,state\nTabell 1.1,first,tables/a.csv,shown\nFigur 1.1,first,figures/b.svg,withdrawn\n";

    private readonly Clone _clone = Clone.With();

    [Theory]
    [InlineData(Given, null)]
    [InlineData("number,theme,file,state\nTabell 1.1,first,tables/a.csv,withdrawn\nFigur 1.1,first,figures/b.svg,shown\nFigur 2.1,second,figures/c.svg,shown\n", null)]
    [InlineData("number,theme,file,state\nTabell 1.2,first,tables/a.csv,shown\nFigur 1.1,first,figures/b.svg,withdrawn\n", "Tabell 1.1 is no longer what the last commit says: numbers are kept")]
    [InlineData("number,theme,file,state\nFigur 1.1,first,figures/c.svg,shown\n", "Tabell 1.1, Figur 1.1 are no longer what the last commit says")]
    [InlineData(null, "Tabell 1.1, Figur 1.1 are no longer what the last commit says")]
    [InlineData("number,theme,file,state\nTabell 1.1,first,tables/a.csv,42 per cent of all\n", "The register of the numbers of figures and tables can't be read")]
    public void Check_RegisterBesideTheLastCommit_KeepsItsNumbers(string? now, string? said)
    {
        Git.Run(_clone.Root, "init", "-q");
        File.WriteAllText(_clone[Register], Given);
        Git.Run(_clone.Root, "add", Register);
        Git.Run(_clone.Root, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "numbers");
        var repository = new Repository(_clone.Root);

        Write(now);
        var ofFolder = NumberRule.Check(repository).ToList();
        Git.Run(_clone.Root, "add", "-A", Register);
        Write(Given);
        var ofCommit = NumberRule.Check(repository, new StagedFiles(_clone.Root)).ToList();

        Assert.All([ofFolder, ofCommit], faults => Assert.Equal(said is null ? 0 : 1, faults.Count));
        Assert.All(ofFolder.Concat(ofCommit), fault => Assert.Contains(said!, fault.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("42", string.Concat(ofFolder), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ClonesWithoutHistoryOrRegister_HaveNothingToKeep()
    {
        Assert.Empty(NumberRule.Check(new Repository(_clone.Root)));
        Git.Run(_clone.Root, "init", "-q");
        Assert.Empty(NumberRule.Check(new Repository(_clone.Root)));
    }

    public void Dispose() => _clone.Dispose();

    private void Write(string? text)
    {
        if (text is null)
        {
            File.Delete(_clone[Register]);
        }
        else
        {
            File.WriteAllText(_clone[Register], text);
        }
    }
}
