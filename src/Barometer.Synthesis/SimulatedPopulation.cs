using Barometer.Analysis;

namespace Barometer.Synthesis;

/// <summary>
/// A made-up population in which the answers of all units are known, and how samples are drawn from it: so many of each stratum are invited by lot, and each of them answers or doesn't, by a lot of its
/// own. Nothing of it comes from answers that anybody gave: it is drawn from the model of the stand-in, also where real answers are at hand.
/// </summary>
/// <param name="units">Everything known of the units, a row each: their groups and their answers.</param>
/// <param name="strata">The strata, which hold every row once.</param>
internal sealed class SimulatedPopulation(DataSet units, IReadOnlyList<SimulatedStratum> strata)
{
    /// <summary>What makes certain, in the unit of willingness: millionths.</summary>
    public const int Certain = 1_000_000;

    /// <summary>Everything known of the units, a row each.</summary>
    public DataSet Units => units;

    /// <summary>The population of a survey's model: the same organisations and units as the stand-in's, with answers for all of them, cut at the wanted shares of the whole population.</summary>
    /// <param name="codebook">The survey's codebook.</param>
    /// <param name="model">Its model; its units answer, not its organisations.</param>
    /// <param name="question">The question whose answers are needed; those that lead to it come with it.</param>
    /// <exception cref="BarometerException">Organisations answer the survey.</exception>
    public static SimulatedPopulation Of(Codebook codebook, SyntheticModel model, string question)
    {
        if (model.Sample.OfOrganisations)
        {
            throw new BarometerException(new Problem($"Samples of «{codebook.Id}» are not drawn", Expected: "a survey of units, of which some are invited", Got: "one that all organisations are asked in"));
        }

        var everybody = Frames.Workplaces(model.Population, AgencyRegister.Create(model.Population)).Select(unit => unit with { Answered = true, Weight = 1 }).ToArray();
        List<string> needed = [question];
        while (codebook[needed[^1]].Routing is { } routing)
        {
            needed.Add(routing.Variable);
        }

        var answers = new AnswerModel(codebook, [.. model.Questions.Where(one => needed.Contains(one.Variable))], model.AnswerSeed).Draw(everybody);
        List<Column> columns =
        [
            .. codebook.Frame.Where(variable => variable.Kind == VariableKind.Categorical && !CodebookRules.ResponseFlags.Contains(variable.Name))
                .Select(variable => Coded(variable, [.. everybody.Select(unit => SurveyFiles.FrameField(model.Population, unit, variable.Name))])),
            .. needed.Select(name => Coded(codebook[name], answers[name])),
        ];
        columns.AddRange([.. codebook.Merged.Select(merged => merged.Column((CategoricalColumn)columns.First(column => column.Name == merged.Of)))]);
        return new SimulatedPopulation(
            new DataSet(codebook.Id + " simulated", columns),
            [.. Frames.WorkplaceStrata(model).Select(stratum => new SimulatedStratum(
                [.. Enumerable.Range(0, everybody.Length).Where(row => stratum.Holds(everybody[row]))], stratum.Invited, (int)((long)stratum.Answered * Certain / stratum.Invited)))]);
    }

    /// <summary>How willing each unit is to answer, in millionths, where only its stratum decides: what weights that are units over answers take for granted.</summary>
    public int[] WillingByStratum() => Willing(stratum => (stratum.Willingness, stratum.Willingness));

    /// <summary>
    /// The same where the answer itself decides, too: those of a stratum who say yes are <paramref name="times"/> quarters as willing as those who don't, and as many answer as before.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="times">How many quarters; 4 for the same.</param>
    public int[] WillingByAnswer(string question, int times)
    {
        var answers = units.Categorical(question);
        var yesCode = answers.IndexOf("yes");
        bool[] saysYes = [.. answers.Codes.ToArray().Select(code => code == yesCode)];
        return Willing(
            stratum =>
            {
                var yes = stratum.Rows.Count(row => saysYes[row]);
                var others = stratum.Rows.Length - yes;

                // What the others must be for the mean to stay: w N / (t yes + others), with t in quarters.
                var rest = 4L * stratum.Willingness * stratum.Rows.Length / ((times * yes) + (4L * others));
                return ((int)Math.Min(Certain, rest * times / 4), (int)Math.Min(Certain, rest));
            },
            saysYes);
    }

    /// <summary>Draws who is invited and who answers.</summary>
    /// <param name="stream">The sample's own stream.</param>
    /// <param name="willing">For each unit how willing it is to answer.</param>
    /// <returns>The frame, which says so, and those who answered.</returns>
    public (DataSet Frame, DataSet Responses) Draw(RandomStream stream, int[] willing)
    {
        var (invited, answered) = (new int[willing.Length], new int[willing.Length]);
        Array.Fill(invited, 1);
        Array.Fill(answered, 1);
        foreach (var stratum in strata)
        {
            var members = (int[])stratum.Rows.Clone();
            stream.Shuffle<int>(members);
            foreach (var row in members.AsSpan(..stratum.Invited))
            {
                invited[row] = 0;
                answered[row] = stream.Below(Certain) < willing[row] ? 0 : 1;
            }
        }

        int[] rows = [.. Enumerable.Range(0, answered.Length).Where(row => answered[row] == 0)];
        string[] flags = ["yes", "no"];
        var frame = new DataSet(units.Name, [.. units.Columns, new CategoricalColumn(CodebookRules.Invited, flags, invited), new CategoricalColumn(CodebookRules.Answered, flags, answered)]);
        return (frame, units.Take(rows));
    }

    private int[] Willing(Func<SimulatedStratum, (int Yes, int No)> of, bool[]? saysYes = null)
    {
        var willing = new int[units.RowCount];
        foreach (var stratum in strata)
        {
            var (yes, no) = of(stratum);
            foreach (var row in stratum.Rows)
            {
                willing[row] = saysYes?[row] == true ? yes : no;
            }
        }

        return willing;
    }

    private static CategoricalColumn Coded(Variable variable, IReadOnlyList<string> texts)
    {
        string[] codes = [.. variable.Categories.Select(category => category.Code)];
        int[] numbers = [.. texts.Select(text => Array.IndexOf(codes, text))];
        MissingReason[] missing = [.. texts.Select((text, row) => numbers[row] >= 0 ? MissingReason.None
            : text.Length == 0 ? (variable.Routing is null ? MissingReason.NoAnswer : MissingReason.NotAsked)
            : variable.MissingCodes.First(one => one.Code == text).Reason)];
        return new CategoricalColumn(variable.Name, codes, numbers, missing, variable.Ordered) { Routing = variable.Routing };
    }
}

/// <summary>A stratum that samples are drawn in.</summary>
/// <param name="Rows">Its units, by their rows in the population.</param>
/// <param name="Invited">How many are invited.</param>
/// <param name="Willingness">How many of those answer, in millionths.</param>
internal sealed record SimulatedStratum(int[] Rows, int Invited, int Willingness);
