namespace Barometer.Cli.Checking.Gate;

/// <summary>Files that lie where results lie: each must be on a register, so that a CSV beside a figure is found.</summary>
internal static class LooseFiles
{
    /// <summary>The files of a folder that the register doesn't hold, or not as they are.</summary>
    public static IEnumerable<RuleFault> Check(string folder, StampRegister register, Func<string, string> tell, Func<string, bool> isExcepted)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
            from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            where !isExcepted(path) && !register.Holds(StampedForm.File, FormDigest.Of(File.ReadAllBytes(path)))
            select Fault(tell(path));
    }

    /// <summary>What is said of such a file.</summary>
    public static RuleFault Fault(string name) => new(
        name, null, "the file carries no release, or was changed since: released tables and figures write their files by «barometer reproduce»; remove it");
}
