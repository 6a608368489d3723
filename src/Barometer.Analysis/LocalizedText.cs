namespace Barometer.Analysis;

/// <summary>One text in both languages.</summary>
/// <param name="Nb">The Norwegian bokmål form.</param>
/// <param name="En">The English form.</param>
public sealed record LocalizedText(string Nb, string En)
{
    /// <summary>The form in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.En ? En : Nb;

    /// <summary>The Norwegian form, the default of the project.</summary>
    public override string ToString() => Nb;
}
