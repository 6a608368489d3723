using System.Globalization;

namespace Barometer.Analysis.Loading;

/// <summary>
/// Waves of a series put together as one survey, by the crosswalks between them: rows of all waves, a variable that says which, and of the other variables those that are the same in all, by their names in
/// the first. Respondents keep their names, so that what is shown of the waves together is in one system with what is shown of each.
/// </summary>
internal sealed class StackedWaves
{
    /// <summary>The variable with the wave: the id of the survey that a row belongs to.</summary>
    public const string Wave = "wave";

    /// <summary>What stands between the ids of waves in that of the survey that they are put together to.</summary>
    public const char Joint = '+';

    /// <summary>The variable with the stratum of the wave's own design.</summary>
    public const string Stratum = "wave_stratum";

    private const string MarginStem = "wave_margin_";

    private readonly IReadOnlyList<Survey> _waves;
    private readonly IReadOnlyList<Crosswalk> _crosswalks;

    private StackedWaves(IReadOnlyList<Survey> waves, IReadOnlyList<Crosswalk> crosswalks) => (_waves, _crosswalks) = (waves, crosswalks);

    /// <summary>The waves as one survey.</summary>
    /// <param name="waves">The waves, the first first.</param>
    /// <param name="crosswalks">The crosswalk from each wave to the next.</param>
    /// <exception cref="BarometerException">They are of several series, or their declared designs can't be put together.</exception>
    public static Survey Of(IReadOnlyList<Survey> waves, IReadOnlyList<Crosswalk> crosswalks) => new StackedWaves(waves, crosswalks).Build();

    private Survey Build()
    {
        if (_waves.Select(wave => wave.Codebook.Series).Distinct().Count() > 1)
        {
            throw new BarometerException(new Problem(
                "The surveys are of several series", Expected: "waves of one: the same «series» in their codebooks", Got: string.Join(", ", _waves.Select(wave => $"{wave.Id}: {wave.Codebook.Series}"))));
        }

        CheckDesigns();
        var (key, organisation) = (CodebookRules.Key, _waves[0].Codebook.Frame.FirstOrDefault(variable => variable.Role == DisclosureRole.Organisation)?.Name);
        var first = _waves[0].Codebook;
        var groups = first.Frame.Concat(first.Merged.Select(merged => merged.Variable)).Where(variable => variable is { Role: DisclosureRole.Group, Kind: VariableKind.Categorical })
            .Select(Harmonised).OfType<(Variable Variable, IReadOnlyList<WaveColumn> Waves)>().ToList();
        var answers = first.Responses.Where(variable => variable.Kind != VariableKind.Identifier).Select(Harmonised).OfType<(Variable Variable, IReadOnlyList<WaveColumn> Waves)>().ToList();
        var parts = _waves.Select(wave => Designs(wave).ToList()).ToList();
        var design = Enumerable.Range(0, parts.Max(part => part.Count)).Select(i => (
            Name: i == 0 ? Stratum : MarginStem + i.ToString(CultureInfo.InvariantCulture), Crossings: parts.Select(part => i < part.Count ? part[i] : []).ToList())).ToList();
        var names = _waves.Select(wave => wave.Id).ToList();
        var wave = new Variable
        {
            Name = Wave,
            Kind = VariableKind.Categorical,
            Label = new("År", "Year"),
            Categories = [.. _waves.Select(one => new Category(one.Id, one.Codebook.WaveLabel))],
            Ordered = true,
            Role = DisclosureRole.Wave,
        };

        DataSet Rows(string name, Func<Survey, DataSet> of, bool isFrame)
        {
            var data = _waves.Select(of).ToList();
            List<Column> columns =
            [
                new CategoricalColumn(Wave, names, [.. data.SelectMany((set, i) => Enumerable.Repeat(i, set.RowCount))], null, true),
                Texts(key, [.. data.Select(set => set[key])]),
                .. organisation is null ? Array.Empty<Column>() : [Texts(organisation, [.. data.Select((set, i) => set[_waves[i].Codebook.Frame.First(variable => variable.Role == DisclosureRole.Organisation).Name])])],
                .. groups.Select(one => Join(one.Variable, one.Waves, data)),
                .. isFrame ? CodebookRules.ResponseFlags.Select(flag => Flag(flag, data)) : answers.Select(one => Join(one.Variable, one.Waves, data)),
                .. design.Select(part => Crossed(part.Name, part.Crossings, data)),
            ];
            return new DataSet(name, columns);
        }

        var codebook = new Codebook
        {
            Id = string.Join(Joint, names),
            Series = first.Series,
            Title = TitleOf([.. _waves.Select(wave => wave.Codebook)]),
            Universe = first.Universe,
            Unit = first.Unit,
            Provenance = first.Provenance,
            Batteries = first.Batteries,
            Design = first.Design! with { Strata = [Stratum], PostStratification = [], Raking = [.. design.Skip(1).Select(part => (IReadOnlyList<string>)[part.Name])], IsOfWaves = true },
            Responses = [new Variable { Name = key, Kind = VariableKind.Identifier, Label = new("Enhet", "Unit"), Role = DisclosureRole.Identifier }, .. answers.Select(one => one.Variable)],
            Frame =
            [
                wave,
                new Variable { Name = key, Kind = VariableKind.Identifier, Label = new("Enhet", "Unit"), Role = DisclosureRole.Identifier },
                .. organisation is null ? Array.Empty<Variable>() : [first[organisation]],
                .. groups.Select(one => one.Variable),
                .. CodebookRules.ResponseFlags.Select(flag => first[flag]),
                .. design.Select(part => Part(part.Name, part.Crossings[0])),
            ],
        };
        return new Survey
        {
            Codebook = codebook,
            IsSynthetic = _waves.Any(one => one.IsSynthetic),
            Frame = Rows(codebook.Id + " frame", one => one.Frame, isFrame: true),
            Responses = Rows(codebook.Id + " responses", one => one.Responses, isFrame: false),
        };
    }

    /// <summary>What waves are called together: «Innovasjonsbarometer for staten 2018 og 2021, operativt nivå» where their titles differ in the year alone.</summary>
    public static LocalizedText TitleOf(IReadOnlyList<Codebook> waves)
    {
        var titles = waves.Select(wave => (wave.Title, Year: wave.WaveLabel.Nb)).ToList();
        string One(Func<LocalizedText, string> of, string and) => titles.Select(title => of(title.Title).Replace(title.Year, "*", StringComparison.Ordinal)).Distinct().ToList() is [var form] && form.Contains('*', StringComparison.Ordinal)
            ? form.Replace("*", string.Join(and, titles.Select(title => title.Year)), StringComparison.Ordinal) : string.Join("; ", titles.Select(title => of(title.Title)));
        return new(One(title => title.Nb, " og "), One(title => title.En, " and "));
    }

    // Called as in the first wave: «departementsområde per årgang».
    private Variable Part(string name, IReadOnlyList<string> crossing)
    {
        var labels = crossing.Select(one => _waves[0].Codebook[one].Label).ToList();
        return new Variable
        {
            Name = name,
            Kind = VariableKind.Categorical,
            Label = new(string.Join(" × ", labels.Select(label => label.Nb)) + " per årgang", string.Join(" × ", labels.Select(label => label.En)) + " per wave"),
            Role = DisclosureRole.Group,
        };
    }

    // The crossings of a wave's design: its strata, then each margin.
    private static IEnumerable<IReadOnlyList<string>> Designs(Survey wave) =>
        wave.Codebook.Design is not { } design ? [[]] : [design.Strata, .. design.PostStratification.Count > 0 ? [design.PostStratification] : design.Raking];

    private void CheckDesigns()
    {
        foreach (var wave in _waves)
        {
            if (wave.Codebook.Design is not { Clusters: [], Weights: DeclaredDesign.Respondents, CollapseBelow: null, NonResponse: [], Trimming: null } design || design.FinitePopulation != _waves[0].Codebook.Design?.FinitePopulation
                || design.LonelyStrata != _waves[0].Codebook.Design?.LonelyStrata)
            {
                throw new BarometerException(new Problem(
                    $"The design of «{wave.Id}» can't be put together with others", $"{DataFolder.Name}/{SurveyFolder.CodebookFolder}/{wave.Id}.json", Column: "design",
                    Expected: "strata, units over answers, post-stratification or raking; finite population and lonely strata as in the other waves",
                    Hint: "clusters, merged strata, adjustments for non-response and trimming aren't carried over time"));
            }
        }
    }

    // The variable through all waves; null where the series is broken.
    private (Variable Variable, IReadOnlyList<WaveColumn> Waves)? Harmonised(Variable first)
    {
        var waves = new List<WaveColumn> { new(first.Name, first.Categories.ToDictionary(category => category.Code, category => category.Code, StringComparer.Ordinal)) };
        IReadOnlyList<Category> categories = first.Categories;
        foreach (var crosswalk in _crosswalks)
        {
            var entry = crosswalk.Of(waves[^1].Name);
            if (!entry.IsComparable)
            {
                return null;
            }

            var last = waves[^1].Codes;
            if (entry.Mapping != CrosswalkMapping.Merged)
            {
                waves.Add(new(entry.To!, last));
                continue;
            }

            // What an earlier crosswalk merged must stay together in this one.
            var merged = entry.Categories.SelectMany(one => one.From.Select(code => (Code: last[code], To: one.Category.Code))).Distinct().ToList();
            if (merged.GroupBy(one => one.Code).Any(group => group.Count() > 1))
            {
                throw new BarometerException(new Problem("A crosswalk parts what an earlier one merges", $"{DataFolder.Name}/{Crosswalk.Folder}/{crosswalk.From}--{crosswalk.To}.json", Column: first.Name));
            }

            var become = merged.ToDictionary(one => one.Code, one => one.To, StringComparer.Ordinal);
            waves = [.. waves.Select(one => one with { Codes = one.Codes.ToDictionary(code => code.Key, code => become[code.Value], StringComparer.Ordinal) })];
            waves.Add(new(entry.To!, entry.Categories.SelectMany(one => one.To.Select(code => (code, one.Category.Code))).ToDictionary(one => one.code, one => one.Code, StringComparer.Ordinal)));
            categories = [.. entry.Categories.Select(one => one.Category)];
        }

        return (first with { Categories = categories }, waves);
    }

    private static Column Join(Variable variable, IReadOnlyList<WaveColumn> waves, List<DataSet> data)
    {
        var columns = waves.Select((wave, i) => data[i][wave.Name]).ToList();
        MissingReason[] missing = [.. columns.SelectMany(column => Enumerable.Range(0, column.Count).Select(column.MissingAt))];
        if (columns[0] is NumericColumn)
        {
            return new NumericColumn(variable.Name, [.. columns.SelectMany(column => ((NumericColumn)column).Values.ToArray())], missing) { IsConfidential = columns[0].IsConfidential, Routing = columns[0].Routing };
        }

        List<string> codes = [.. variable.Categories.Select(category => category.Code)];
        int[] of = [.. columns.Cast<CategoricalColumn>().SelectMany((column, i) =>
        {
            var places = column.Categories.Select(code => codes.IndexOf(waves[i].Codes[code])).ToArray();
            return column.Codes.ToArray().Select(code => code < 0 ? -1 : places[code]);
        })];
        return new CategoricalColumn(variable.Name, codes, of, missing, variable.Ordered)
        {
            IsConfidential = columns[0].IsConfidential,
            Routing = columns[0].Routing,
            ReasonCodes = ((CategoricalColumn)columns[0]).ReasonCodes,
        };
    }

    private static CategoricalColumn Flag(string name, List<DataSet> data) =>
        new(name, ["yes", "no"], [.. data.SelectMany(set => set.Categorical(name) is var flag ? flag.Codes.ToArray().Select(code => code == flag.IndexOf("yes") ? 0 : 1) : [])]);

    private static TextColumn Texts(string name, IReadOnlyList<Column> columns) => new(name,
        [.. columns.SelectMany(column => CodedColumn.Of(column) is var coded ? coded.Codes.ToArray().Select(code => code < 0 ? "" : coded.Categories[code]) : [])]);

    // A wave's crossing as one variable; the waves' cells are apart, and the categories are those of the frame, for the answers as well.
    private CategoricalColumn Crossed(string name, List<IReadOnlyList<string>> crossings, List<DataSet> data)
    {
        List<string> all = [.. _waves.SelectMany((wave, i) => Cells(wave.Id, wave.Frame, crossings[i]).Distinct().Order(StringComparer.Ordinal))];
        var place = all.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        return new CategoricalColumn(name, all, [.. data.SelectMany((set, i) => Cells(_waves[i].Id, set, crossings[i])).Select(cell => place[cell])]);
    }

    // For each row the wave and the cell of the crossing that it is in.
    private static IEnumerable<string> Cells(string wave, DataSet data, IReadOnlyList<string> crossing)
    {
        var columns = crossing.Select(data.Categorical).ToArray();
        return Enumerable.Range(0, data.RowCount).Select(row => $"{wave}: {string.Join(" × ", columns.Select(column => column.Categories[column.Codes[row]]))}");
    }

    /// <summary>What a variable is in one wave: its name there, and for each of its codes the one it becomes.</summary>
    private sealed record WaveColumn(string Name, Dictionary<string, string> Codes);
}
