using System.Text;

namespace Barometer.Cli.Checking.Gate;

/// <summary>The gate for a commit: staged notebooks, and files where results or real answers lie.</summary>
internal static class StagedGate
{
    /// <summary>The register's path in the repository.</summary>
    public const string Register = "data/releases/shown.csv";

    /// <summary>The ledger's path in the repository.</summary>
    public const string Ledger = "data/releases/ledger.json";

    /// <summary>All that may not be committed.</summary>
    public static IEnumerable<RuleFault> Check(StagedFiles staged)
    {
        var text = Encoding.UTF8.GetString(staged.Read(Register));
        var shown = text.Length == 0 ? new StampRegister([]) : StampRegister.Parse(text, Register);
        var gate = new NotebookGate(shown);
        var ledger = new LedgerRule(ReleaseLedger.Parse(staged.Read(Ledger), Ledger));
        return
        [
            .. staged.Paths.SelectMany(path => Check(staged, path, shown, gate)),
            .. ledger.Check(shown).Where(fault => staged.Paths.Contains(fault.Notebook) || staged.Paths.Contains(Ledger)),
        ];
    }

    private static IEnumerable<RuleFault> Check(StagedFiles staged, string path, StampRegister shown, NotebookGate gate)
    {
        if (Places.IsRestricted(path))
        {
            return [new RuleFault(path, null, "real answers never enter the repository: unstage it")];
        }

        if (Places.IsNotebook(path))
        {
            var json = Encoding.UTF8.GetString(staged.Read(path));
            return gate.Check(json, path).Concat(DraftRule.Check(path, path, json, shown));
        }

        return (Places.IsOfResults(path) || Places.IsStrayData(path)) && !shown.Holds(StampedForm.File, FormDigest.Of(staged.Read(path))) ? [LooseFiles.Fault(path)] : [];
    }
}
