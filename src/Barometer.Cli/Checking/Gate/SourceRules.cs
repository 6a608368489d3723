namespace Barometer.Cli.Checking.Gate;

/// <summary>What an author writes into a notebook: code, prose, the names of cells. Held to the same rules when it is checked and when it is staged; the code once more before it runs.</summary>
/// <param name="code">The rules of code.</param>
/// <param name="prose">The rules of prose.</param>
/// <param name="names">The names that have digits in them and are known.</param>
internal sealed class SourceRules(CodeRules code, ProseRules prose, KnownNames names)
{
    private readonly TextNumbers _numbers = new(names);

    /// <summary>The rules of a clone, for whoever doesn't explore.</summary>
    /// <exception cref="BarometerException">The published figures or the policy can't be read.</exception>
    public static SourceRules Of(Repository repository) => Of(repository, KnownNumbers.Read(repository));

    /// <summary>The same with numbers that are known already.</summary>
    public static SourceRules Of(Repository repository, KnownNumbers known)
    {
        var names = KnownNames.Read(repository);
        return new(new CodeRules(names), new ProseRules(known, names), names);
    }

    /// <summary>Whether a notebook quotes numbers of the evidence pack.</summary>
    public static bool Quotes(string json)
    {
        try
        {
            return ProseRules.Quotes(NotebookDocument.Parse(json));
        }
        catch (NotebookException)
        {
            return false;
        }
    }

    /// <summary>What is wrong in the English of a notebook: it is held to the rules of prose, and to those of documents for what those don't look at.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Its path in the repository.</param>
    /// <param name="folder">The folder that its links start from.</param>
    public IReadOnlyList<RuleFault> CheckEnglish(string text, string name, string folder) =>
    [
        .. Check(EnglishText.Parse(text).AsNotebook(), name, folder),
        .. DocumentRules.Check(ProseNumber.Without(text), name),
        .. File.Exists(Path.Combine(folder, "..", Path.GetFileNameWithoutExtension(name) + ".ipynb")) ? [] : new[] { new RuleFault(name, null, "it is the English of no notebook: remove it") },
    ];

    /// <summary>What is wrong in a notebook; one that can't be read is another rule's fault.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="name">Its path in the repository.</param>
    /// <param name="folder">The folder that its links start from.</param>
    public IReadOnlyList<RuleFault> Check(string json, string name, string folder)
    {
        try
        {
            return Check(NotebookDocument.Parse(json, name), name, folder);
        }
        catch (NotebookException)
        {
            return [];
        }
    }

    private IReadOnlyList<RuleFault> Check(NotebookDocument notebook, string name, string folder) =>
    [
        .. from cell in notebook.Cells
           where cell.Type == CellType.Code
           from fault in code.Check(cell.Source)
           select new RuleFault(name, cell.Id, fault),
        .. prose.Check(notebook, name, folder),
        .. notebook.Cells.Where(cell => _numbers.HasNumber(cell.Id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Replace('-', ' ')))
            .Select(_ => new RuleFault(name, null, "a cell's id holds a numeral in letters: choose other words")),
        .. _numbers.HasNumber(Path.GetFileNameWithoutExtension(name).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Replace('-', ' '))
            ? [new RuleFault(name, null, "the notebook is named after a number: choose words")] : Array.Empty<RuleFault>(),
    ];
}
