using System.Text;

namespace Barometer.Cli.Checking.Gate;

/// <summary>Numbers of figures and tables that were committed are kept: a text may cite them. The register holds nothing else.</summary>
internal static class NumberRule
{
    private const string Register = "data/releases/" + ExhibitNumbers.FileName;
    private const int Named = 3;

    /// <summary>The faults of a clone.</summary>
    public static IEnumerable<RuleFault> Check(Repository repository) =>
        Path.Combine(repository.Root, Register) is var path && File.Exists(path) ? Faults(repository, File.ReadAllText(path)) : Faults(repository, null);

    /// <summary>The faults of a commit that is about to be made.</summary>
    public static IEnumerable<RuleFault> Check(Repository repository, StagedFiles staged) =>
        Faults(repository, staged.Read(Register) is { Length: > 0 } content ? Encoding.UTF8.GetString(content) : null);

    private static IEnumerable<RuleFault> Faults(Repository repository, string? text)
    {
        var committed = Git.Committed(repository.Root, Register);
        try
        {
            var now = text is null ? ExhibitNumbers.None : ExhibitNumbers.Parse(text);
            string[] changed = committed.Length == 0 ? [] : [.. now.ChangedSince(ExhibitNumbers.Parse(Encoding.UTF8.GetString(committed))).Select(number => number.Label.Nb)];
            return changed.Length == 0 ? [] :
            [
                new RuleFault(Register, null, $"{string.Join(", ", changed.Take(Named))}{(changed.Length > Named ? " …" : "")} {(changed.Length == 1 ? "is" : "are")} no longer what the last commit says: "
                    + $"numbers are kept, since texts cite them; «git checkout -- {Register}», and barometer reproduce"),
            ];
        }
        catch (BarometerException error)
        {
            return [new RuleFault(Register, null, error.Problems[0].What)];
        }
    }
}
