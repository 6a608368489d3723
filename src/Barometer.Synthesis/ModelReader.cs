using Barometer.Analysis;

namespace Barometer.Synthesis;

/// <summary>Makes a model of what is declared, and checks it against the codebook; all problems are told together.</summary>
internal sealed class ModelReader
{
    private readonly Codebook _codebook;
    private readonly ProblemLog _problems;
    private readonly string _data;

    private ModelReader(string dataRoot, Codebook codebook) => (_data, _codebook, _problems) = (dataRoot, codebook, new ProblemLog(ModelDocument.Name(codebook.Id)));

    /// <summary>Reads the model of a survey.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="codebook">The survey's codebook.</param>
    /// <exception cref="BarometerException">There is no model, or it contradicts itself or the codebook.</exception>
    public static SyntheticModel Read(string dataRoot, Codebook codebook)
    {
        var reader = new ModelReader(dataRoot, codebook);
        var document = ModelDocument.Read(dataRoot, codebook.Id);
        var model = reader.Model(document);
        return reader._problems.Any ? throw new BarometerException(reader._problems.ToList()) : model;
    }

    private SyntheticModel Model(ModelDocument document)
    {
        if (document.Survey != _codebook.Id)
        {
            _problems.Add("The model is of another survey", null, "survey", _codebook.Id, document.Survey);
        }

        var population = Population(document.PopulationOf is { } other ? ModelDocument.Read(_data, other).Population : document.Population);
        var model = new SyntheticModel(
            _codebook.Id, Given(document.Seeds?.Response, "seeds.response"), Given(document.Seeds?.Answers, "seeds.answers"), population, Sample(document.Sample, population), Questions(document.Questions ?? []));
        CheckFrame(population);
        return model;
    }

    private Population Population(PopulationDocument? population)
    {
        if (population is null)
        {
            _problems.Add("The model declares no population", null, "population", "«population», or «populationOf» and the id of a survey that has one");
        }

        var (sizes, groups) = (population?.Sizes, population?.Groups?.Codes ?? []);
        var bands = sizes is null ? Bands.One : new Bands
        {
            Variable = Text(sizes.Variable, "sizes.variable"),
            Number = sizes.Number,
            Codes = [.. (sizes.Codes ?? []).Select(size => Text(size.Code, "sizes.codes.code"))],
            Limits = [.. (sizes.Codes ?? []).Select(size => Given(size.From, "sizes.codes.from")), Given(sizes.UpTo, "sizes.upTo")],
            Sampling = [.. (sizes.Codes ?? []).Select(size => Hundredths(size.Sampling ?? 1, "sizes.codes.sampling"))],
            Response = [.. (sizes.Codes ?? []).Select(size => Hundredths(size.Response ?? 1, "sizes.codes.response"))],
            Capacity = [.. (sizes.Codes ?? []).Select(size => Hundredths(size.Capacity ?? 0, "sizes.codes.capacity"))],
        };
        if (groups.Count == 0 || groups.Any(group => group.Units?.Count != bands.Codes.Length || group.Organisations is not > 0 || group.Units.Sum() < group.Organisations))
        {
            _problems.Add("A group of the model has other numbers than it needs", null, "groups.codes", FormattableString.Invariant($"«organisations», and «units» with {bands.Codes.Length} numbers of at least as many together"));
            groups = [];
        }

        var codes = groups.Select(group => Text(group.Code, "groups.codes.code")).ToArray();
        return new Population
        {
            Seed = Given(population?.Seed, "population.seed"),
            Organisations = Identifiers(population?.Organisations, "organisations"),
            Units = Identifiers(population?.Units, "units"),
            Bands = bands,
            Groups = new Groups
            {
                Variable = Text(population?.Groups?.Variable, "groups.variable"),
                Codes = codes,
                Organisations = [.. groups.Select(group => group.Organisations!.Value)],
                Units = [.. groups.Select(group => group.Units!.ToArray())],
                Response = [.. groups.Select(group => Hundredths(group.Response ?? 1, "groups.codes.response"))],
                Capacity = [.. groups.Select(group => Hundredths(group.Capacity ?? 0, "groups.codes.capacity"))],
                Openness = [.. groups.Select(group => Hundredths(group.Openness ?? 0, "groups.codes.openness"))],
                Unevenness = [.. groups.Select(group => group.Unevenness ?? 0)],
                InFirstRegion = [.. groups.Select(group => PerMille(group.InFirstRegion ?? 0, "groups.codes.inFirstRegion"))],
            },
            Areas = population?.Areas is { } areas ? Areas(areas, codes, groups) : null,
            Regions = population?.Regions is { } regions
                ? new Regions(Text(regions.Variable, "regions.variable"), [.. (regions.Weights ?? NoWeights).Keys], [.. (regions.Weights ?? NoWeights).Values], PerMille(regions.AtMainOffice ?? 0, "regions.atMainOffice")) : null,
            Others = [.. (population?.Others ?? new Dictionary<string, IReadOnlyDictionary<string, int>>()).Select(one => new Weighted(one.Key, [.. one.Value.Keys], [.. one.Value.Values]))],
        };
    }

    private static Dictionary<string, int> NoWeights { get; } = [];

    private Areas Areas(AreasDocument areas, string[] codes, IReadOnlyList<GroupDocument> groups)
    {
        var head = areas.HeadedBy is { } code ? Array.IndexOf(codes, code) : (int?)null;
        var weights = areas.Weights ?? NoWeights;
        if (head == -1 || (head is int index && groups[index].Organisations != weights.Count))
        {
            _problems.Add("The areas are headed by no group of as many organisations", null, "areas.headedBy", FormattableString.Invariant($"a group of {weights.Count} organisations"), areas.HeadedBy);
        }

        return new Areas(Text(areas.Variable, "areas.variable"), [.. weights.Keys], [.. weights.Values], head, Hundredths(areas.Spread ?? 0, "areas.spread"));
    }

    private Identifiers Identifiers(IdentifiersDocument? given, string name) => new(
        given?.Variable, Text(given?.Prefix, $"{name}.prefix"), given?.Digits ?? 4, Hundredths(given?.Spread ?? 1, $"{name}.spread"));

    private SampleModel Sample(SampleDocument? sample, Population population)
    {
        var ofOrganisations = sample?.Of == "organisations";
        if (sample?.Of is not ("units" or "organisations"))
        {
            _problems.Add("«sample.of» is not understood", null, "sample.of", "units or organisations", sample?.Of);
        }

        var answered = population.Groups.Codes.Select((code, i) => (Answers: sample?.AnsweredOf?.GetValueOrDefault(code) ?? 0, All: population.Groups.Organisations[i])).ToList();
        if (ofOrganisations && answered.Any(one => one.Answers < 1 || one.Answers > one.All))
        {
            _problems.Add("The model doesn't say how many organisations answer", null, "sample.answeredOf", "for each group a number from 1 to that of its organisations");
        }

        var (units, strata) = (population.Groups.Units.Sum(row => row.Sum()), population.Groups.Units.Sum(row => row.Count(count => count > 0)));
        if (!ofOrganisations && !(sample is { Invited: > 0, Answered: > 0 } && sample.Answered <= sample.Invited && sample.Invited <= units && (sample.Fewest ?? 1) * strata <= sample.Answered))
        {
            _problems.Add("The sample of the model can't be", null, "sample", FormattableString.Invariant($"no more answers than invitations, no more of these than the {units} units, and answers enough for «fewest» in each of the {strata} strata"));
        }

        return new SampleModel(
            ofOrganisations, sample?.Invited ?? 0, sample?.Answered ?? 0, sample?.Fewest ?? 1, [.. answered.Select(one => one.Answers)], Hundredths(sample?.Spread ?? 0, "sample.spread"),
            sample?.Panel is { } panel ? new PanelModel(Text(panel.Of, "sample.panel.of"), PerMille(panel.Share ?? 0, "sample.panel.share")) : null);
    }

    private List<Question> Questions(IReadOnlyList<QuestionDocument> questions)
    {
        var exclusive = _codebook.BatteryLimits.Select(limit => limit.Exclusive).OfType<string>();
        var wanted = _codebook.Responses.Where(variable => variable.Kind != VariableKind.Identifier).Select(variable => variable.Name).Except(exclusive).ToList();
        foreach (var name in wanted.Except(questions.Select(question => question.Variable)))
        {
            _problems.Add("The model says nothing of a question", null, name, "an entry in «questions»");
        }

        foreach (var name in questions.Select(question => question.Variable ?? "").Except(wanted))
        {
            _problems.Add("The model has a question that isn't asked", null, name, NearNames.Expected(wanted, name), hint: NearNames.Hint(wanted, name));
        }

        return [.. questions.Where(question => wanted.Contains(question.Variable ?? "")).Select(Question)];
    }

    private Question Question(QuestionDocument given)
    {
        var (name, shares) = (given.Variable!, given.Shares ?? new Dictionary<string, decimal>());
        string[] answers = [Text(given.Rest, name + ".rest"), .. shares.Keys];
        var variable = _codebook[name];
        var known = variable.Categories.Select(category => category.Code);
        if (variable.Kind == VariableKind.Categorical && !known.Order(StringComparer.Ordinal).SequenceEqual(answers.Order(StringComparer.Ordinal)))
        {
            _problems.Add("The answers of the model are not the codebook's", null, name, $"{string.Join(", ", known)}: one as «rest», the others in «shares»", string.Join(", ", answers));
        }

        var question = new Question(name, answers, [.. shares.Values.Select(share => PerMille(share, name))], Hundredths(given.Capacity ?? 0, name), Hundredths(given.Openness ?? 0, name))
        {
            DontKnow = PerMille(given.DontKnow ?? 0, name),
            DontKnowTogether = given.DontKnowTogether,
            NotRelevant = PerMille(given.NotRelevant ?? 0, name),
            NoAnswer = PerMille(given.NoAnswer ?? 0, name),
        };
        if ((question.DontKnow > 0 && variable.MissingCodes.All(code => code.Reason != MissingReason.DontKnow)) || (question.NotRelevant > 0 && variable.MissingCodes.All(code => code.Reason != MissingReason.NotRelevant)))
        {
            _problems.Add("The model has an answer that the codebook lacks", null, name, "«dontKnow» and «notRelevant» only where the question has such a code");
        }

        if (question.PerMille.Sum() + question.DontKnow + question.NotRelevant > 1000)
        {
            _problems.Add("The shares of an answer add up to more than everybody", null, name, "at most 100 with «dontKnow» and «notRelevant»");
        }

        return question;
    }

    // Every variable of the frame is made by the model, and each code it makes is the codebook's.
    private void CheckFrame(Population population)
    {
        var made = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [population.Groups.Variable] = population.Groups.Codes };
        (string? Variable, IReadOnlyList<string> Codes)[] rest =
        [
            (population.Bands.Variable, population.Bands.Codes), (population.Areas?.Variable, population.Areas?.Codes ?? []), (population.Regions?.Variable, population.Regions?.Codes ?? []),
            .. population.Others.Select(one => ((string?)one.Variable, (IReadOnlyList<string>)one.Codes)),
        ];
        foreach (var (variable, codes) in rest.Where(one => one.Variable is not null))
        {
            made[variable!] = codes;
        }

        string?[] besides = [CodebookRules.Key, .. CodebookRules.ResponseFlags, population.Organisations.Variable, population.Bands.Number];
        foreach (var variable in _codebook.Frame.Where(variable => !besides.Contains(variable.Name)))
        {
            if (!made.TryGetValue(variable.Name, out var codes))
            {
                _problems.Add("The model doesn't make a variable of the frame", null, variable.Name, "groups, sizes, areas, regions or an entry in «others»");
            }
            else if (codes.Except(variable.Categories.Select(category => category.Code)).FirstOrDefault() is { } unknown)
            {
                _problems.Add("The model makes a code that the codebook lacks", null, variable.Name, string.Join(", ", variable.Categories.Select(category => category.Code)), unknown);
            }
        }
    }

    private string Text(string? text, string property)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _problems.Add($"«{property}» is missing", null, property, "a text");
        }

        return text ?? "";
    }

    private T Given<T>(T? number, string property)
        where T : struct
    {
        if (number is null)
        {
            _problems.Add($"«{property}» is missing", null, property, "a number");
        }

        return number ?? default;
    }

    private int Hundredths(decimal number, string property) => Whole(number * 100, property, "at most two decimals");

    private int PerMille(decimal percent, string property) => Whole(percent * 10, property, "a per cent with at most one decimal");

    private int Whole(decimal number, string property, string expected)
    {
        if (number != decimal.Truncate(number) || Math.Abs(number) > 1_000_000)
        {
            _problems.Add("A number of the model has too many decimals", null, property, expected);
            return 0;
        }

        return (int)number;
    }
}
