namespace Barometer.Evidence.Text;

/// <summary>A survey's declared design in sentences: what was done with its answers, and who chose it.</summary>
internal static class DesignWording
{
    /// <summary>«Innovasjonsbarometer for staten 2018, operativt nivå: Svarene fra arbeidsplasser er stratifisert etter virksomhetsgruppe og størrelse og …»; null where the codebook declares none.</summary>
    public static LocalizedText? Of(Codebook codebook) => codebook.Design is not { } design ? null : new(
        $"{codebook.Title.Nb}: Svarene fra {codebook.Unit.Plural.Nb} er {Joined(Steps(codebook, design).Select(step => step.Nb), "og")}. {design.Choice.Nb}",
        $"{codebook.Title.En}: The answers of {codebook.Unit.Plural.En} are {Joined(Steps(codebook, design).Select(step => step.En), "and")}. {design.Choice.En}");

    private static IEnumerable<LocalizedText> Steps(Codebook codebook, DeclaredDesign design)
    {
        if (design.Strata.Count > 0)
        {
            yield return new($"stratifisert etter {Names(design.Strata, Language.Nb)}", $"stratified by {Names(design.Strata, Language.En)}");
        }

        if (design.Clusters.Count > 0)
        {
            yield return new($"trukket i klynger av {Names(design.Clusters, Language.Nb)}", $"drawn in clusters of {Names(design.Clusters, Language.En)}");
        }

        yield return design.Weights switch
        {
            DeclaredDesign.Respondents => new("vektet til antallet i rammen", "weighted to the numbers of the frame"),
            DeclaredDesign.Invited => new("vektet fra invitasjonene", "weighted from the invitations"),
            var variable => new($"vektet med {Names([variable], Language.Nb)}", $"weighted by {Names([variable], Language.En)}"),
        };
        if (design.NonResponse.Count > 0)
        {
            yield return new($"justert for frafall innen grupper av {Names(design.NonResponse, Language.Nb)}", $"adjusted for non-response within groups of {Names(design.NonResponse, Language.En)}");
        }

        if (design.PostStratification.Count > 0)
        {
            yield return new($"etterstratifisert til {Names(design.PostStratification, Language.Nb)}", $"post-stratified to {Names(design.PostStratification, Language.En)}");
        }

        if (design.Raking.Count > 0)
        {
            yield return new(
                $"raket til {Joined(design.Raking.Select(margin => string.Join(" × ", margin.Select(name => Name(name, Language.Nb)))), "og")}",
                $"raked to {Joined(design.Raking.Select(margin => string.Join(" × ", margin.Select(name => Name(name, Language.En)))), "and")}");
        }

        if (design.Trimming is not null)
        {
            yield return new("trimmet", "trimmed");
        }

        if (design.FinitePopulation)
        {
            yield return new("korrigert for endelig populasjon", "corrected for the finite population");
        }

        string Names(IEnumerable<string> names, Language language) => Joined(names.Select(name => Name(name, language)), language == Language.Nb ? "og" : "and");

        string Name(string name, Language language) => SentenceCase.Inside((codebook.Variables.FirstOrDefault(variable => variable.Name == name)?.Label ?? new LocalizedText(name, name)).In(language));
    }

    private static string Joined(IEnumerable<string> words, string and) => words.ToArray() is [.. var first, var last] ? (first.Length == 0 ? last : $"{string.Join(", ", first)} {and} {last}") : "";
}
