namespace Barometer.Cli.Reproduction;

/// <summary>One figure or table that a cell left behind.</summary>
/// <param name="Release">The release's id.</param>
/// <param name="IsSynthetic">Whether it is made from synthetic answers.</param>
/// <param name="Shown">What the notebook shows of it: a figure's picture, a table's HTML.</param>
/// <param name="Pack">What the evidence pack takes of it.</param>
/// <param name="Form">The figure or table in the language it is shown in.</param>
/// <param name="Translation">The same in the other language.</param>
internal sealed record Exhibit(string Release, bool IsSynthetic, string Shown, PackExhibit Pack, ExhibitForm Form, ExhibitForm Translation)
{
    /// <summary>Its files in both languages.</summary>
    public IEnumerable<ArtifactContent> Files => Form.Files.Concat(Translation.Files);

    /// <summary>Whether it is a figure; else it is a table.</summary>
    public bool IsFigure => Form.Files.Any(file => file.Name.StartsWith("figures/", StringComparison.Ordinal));

    /// <summary>What tells it from other exhibits: the name of its first file.</summary>
    public string Name => Form.Files[0].Name;

    /// <summary>Its id on a page, which no heading's id can be by chance.</summary>
    public string Anchor => (IsFigure ? "figure-" : "table-") + Path.GetFileNameWithoutExtension(Name);

    /// <summary>The figure or table in a language.</summary>
    public ExhibitForm In(Language language) => Form.Language == "en" == (language == Language.En) ? Form : Translation;
}
