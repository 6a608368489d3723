namespace Barometer.Analysis.Tests.Loading;

public class VariableListTests
{
    private static readonly IReadOnlyList<Codebook> Codebooks = SurveyCatalog.Codebooks(DataFolder.Find(AppContext.BaseDirectory));

    [Fact]
    public void Of_Word_TellsEverythingOfAVariable()
    {
        var text = VariableList.Of(Codebooks, "evaluert").ToString();

        Assert.Contains("operational-2018: Innovasjonsbarometer for staten 2018, operativt nivå", text, StringComparison.Ordinal);
        Assert.Contains("  evaluated: Evaluering / Evaluation\n", text, StringComparison.Ordinal);
        Assert.Contains("no = Nei", text, StringComparison.Ordinal);
        Assert.Contains("dont_know = Vet ikke", text, StringComparison.Ordinal);
        Assert.Contains("Spurt: arbeidsplasser som jobber med innovasjon", text, StringComparison.Ordinal);
        Assert.Contains(Codebooks.First(codebook => codebook.Id == "operational-2018")["evaluated"].Question!.Nb, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WordOfTheTitle_StandsBeforeThatOfTheQuestion()
    {
        var names = Names(VariableList.Of([Codebooks.First(codebook => codebook.Id == "operational-2018")], "innovasjon"));

        Assert.Equal(["innovated", "under_way"], names[..2]);
        Assert.Contains("inno_product", names);
        Assert.DoesNotContain("region", names);
    }

    [Fact]
    public void Of_Battery_ListsItsItems()
    {
        var operational = Codebooks.First(codebook => codebook.Id == "operational-2018");

        Assert.Equal(operational.Items("partners").Select(item => item.Name), Names(VariableList.Of([operational], "samarbeidspartnere")));
        Assert.Contains("Batteri: partners (Samarbeidspartnere)", VariableList.Of([operational], "partners").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SeveralWords_AsksForAllOfThem() =>
        Assert.Equal(["partner_private", "partner_private"], Names(VariableList.Of(Codebooks, "bedrifter private partner_")));

    [Fact]
    public void Variables_OfASurveyAndADesign_ListWhatWasDerivedWithItsRule()
    {
        var survey = SurveyReader.Read(DataFolder.Find(AppContext.BaseDirectory), "operational-2018");
        var design = survey.Design().Derive("evaluated_any", Rule.Is("evaluated", "internal", "external"), nb: "Har evaluert", en: "Has evaluated");
        _ = design.Derive("large_one", Rule.AtLeast("employees", 50)).Where(!Rule.Is("region", "north"));

        foreach (var list in new[] { survey.Variables("har evaluert"), design.Variables("har evaluert") })
        {
            Assert.Equal("evaluated_any", Names(list)[0]);
            Assert.Contains("\n    Avledet: Evaluering: Ja, internt eller ja, av eksterne\n", list.ToString(), StringComparison.Ordinal);
            Assert.Contains("Derived: Evaluation: Yes, internally or yes, externally", list.In(Language.En).ToHtml(), StringComparison.Ordinal);
        }

        Assert.Equal(["large_one"], Names(survey.Variables("large_one")));
        Assert.Throws<BarometerException>(() => design.Variables("large_one"));
        Assert.DoesNotContain(Names(survey.Variables()), name => name.StartsWith("not (", StringComparison.Ordinal));

        // The last rule of a name is the one that holds, as when a cell is run again.
        _ = survey.Design().Derive("large_one", Rule.AtLeast("employees", 100));
        Assert.Contains("minst 100", survey.Variables("large_one").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Nothing_ListsAllButIdentifiers()
    {
        var names = Names(VariableList.Of(Codebooks, ""));

        Assert.DoesNotContain("unit_id", names);
        Assert.DoesNotContain("agency_id", names);
        foreach (var codebook in Codebooks)
        {
            Assert.Subset(names.ToHashSet(), codebook.Variables.Where(variable => variable.Kind != VariableKind.Identifier).Select(variable => variable.Name).ToHashSet());
        }
    }

    [Fact]
    public void Of_WordThatStandsNowhere_ProposesOneThatDoes()
    {
        var problem = Assert.Throws<BarometerException>(() => VariableList.Of(Codebooks, "inovasjon")).Problems[0];

        Assert.Contains("«inovasjon»", problem.What, StringComparison.Ordinal);
        Assert.Equal("did you mean «innovasjon»?", problem.Hint);
    }

    [Fact]
    public void In_English_HasQuestionAndAnswersInEnglish()
    {
        var list = VariableList.Of(Codebooks, "evaluert").In(Language.En);

        Assert.Contains("Asked: workplaces that work with innovation", list.ToString(), StringComparison.Ordinal);
        Assert.Contains("<code>no</code> No", list.ToHtml(), StringComparison.Ordinal);
    }

    // The lines of variables are indented by two.
    private static string[] Names(VariableList list) =>
        [.. list.ToString().Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(':')[0])];
}
