using Barometer.Analysis;
using Barometer.Analysis.Weighting;
using SurveyStatistics.Design;
using SurveyStatistics.Replicates;

namespace Barometer.Synthesis;

/// <summary>
/// Draws samples from a population whose answers are all known, estimates of each what a notebook would, and counts how often the interval held the share of the whole population. A sample has a stream of
/// random numbers of its own, named by how it is drawn and its number, so that neither the order nor the number of threads changes a count. The population is held in memory once; of a sample only the
/// weights and a few shares are made anew.
/// </summary>
internal sealed class CoverageSimulation
{
    /// <summary>The batches of a stored simulation.</summary>
    public const int Batches = 50;

    private const string Yes = "yes";

    // So many samples of each batch, in the order of the draws.
    private const int ByStratum = 200;
    private const int ByAnswer = 60;
    private const int Compared = 30;

    private readonly SimulatedPopulation _population;
    private readonly Func<DataSet, DataSet, SurveyDesign> _design;
    private readonly string _question;
    private readonly ulong _seed;
    private readonly (Target? Group, double Truth)[] _shares;
    private readonly int[] _byStratum;
    private readonly int[] _byAnswer;

    /// <summary>A simulation.</summary>
    /// <param name="population">The population.</param>
    /// <param name="design">The design of a sample: of those who answered, and the frame.</param>
    /// <param name="question">A yes/no question.</param>
    /// <param name="groups">The groups besides everybody.</param>
    /// <param name="seed">What all samples start from.</param>
    public CoverageSimulation(SimulatedPopulation population, Func<DataSet, DataSet, SurveyDesign> design, string question, IReadOnlyList<Target> groups, ulong seed)
    {
        (_population, _design, _question, _seed) = (population, design, question, seed);
        _shares = [(null, Share(null)), .. groups.Select(group => ((Target?)group, Share(group)))];
        (_byStratum, _byAnswer) = (population.WillingByStratum(), population.WillingByAnswer(question, SimulatedCoverage.Quarters));
    }

    /// <summary>The simulation of a survey: its model's population, its declared design with strata of too few answers merged, the question it shows first, by its groups and for the smallest group of organisations.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="codebook">The survey's codebook.</param>
    /// <exception cref="BarometerException">It has no model, no design or no such question.</exception>
    public static CoverageSimulation Of(string dataRoot, Codebook codebook)
    {
        var (model, declared) = (ModelReader.Read(dataRoot, codebook), SurveyDesigns.DeclaredOf(codebook));
        var release = codebook.Release ?? throw new BarometerException(new Problem($"The codebook of «{codebook.Id}» doesn't say what is shown first", Expected: "«release» in it: the question, and the groups it is shown by"));
        var population = SimulatedPopulation.Of(codebook, model, release.Question);
        declared = declared with { CollapseBelow = Math.Max(2, declared.CollapseBelow ?? 2) };
        var of = model.Population.Groups;
        var smallest = of.Codes[Enumerable.Range(0, of.Codes.Length).MinBy(group => of.Units[group].Sum())];
        return new CoverageSimulation(
            population,
            (responses, frame) => new Survey { Codebook = codebook, Frame = frame, Responses = responses, IsSynthetic = true }.DesignedAs(declared).Engine,
            release.Question,
            [.. release.By.SelectMany(by => codebook[by].Categories.Select(category => new Target(by, category.Code))), new Target(of.Variable, smallest)],
            model.ResponseSeed);
    }

    /// <summary>Everything that is stored.</summary>
    /// <param name="survey">The survey's id.</param>
    /// <param name="done">Told of each batch that is done how many are.</param>
    /// <param name="cancel">Stops it.</param>
    public SimulatedCoverage All(string survey, Action<int>? done = null, CancellationToken cancel = default)
    {
        var (batches, count) = (new IReadOnlyList<CoverageCount>[Batches], 0);
        Parallel.For(0, Batches, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            batches[i] = Batch(i + 1);
            done?.Invoke(Interlocked.Increment(ref count));
        });
        return new SimulatedCoverage(survey, [.. batches.SelectMany(batch => batch)]);
    }

    /// <summary>One batch, by its number from 1.</summary>
    public IReadOnlyList<CoverageCount> Batch(int number) =>
    [
        .. Count(number, SimulatedDraw.ByStratum, ByStratum, _byStratum),
        .. Count(number, SimulatedDraw.ByAnswer, ByAnswer, _byAnswer),
        .. Count(number, SimulatedDraw.Compared, Compared, _byStratum),
    ];

    /// <summary>The counts of some samples, for each share one; where standard errors are compared, for each way of making them.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="draw">How samples are drawn.</param>
    /// <param name="samples">How many.</param>
    /// <param name="willing">How willing each unit is to answer.</param>
    public IReadOnlyList<CoverageCount> Count(int batch, SimulatedDraw draw, int samples, int[] willing)
    {
        SimulatedVariance[] variances = draw == SimulatedDraw.Compared ? [SimulatedVariance.Taylor, SimulatedVariance.Bootstrap] : [SimulatedVariance.Taylor];
        var counts = variances.SelectMany(variance => _shares.Select(share => CoverageCount.Empty(batch, draw, variance, share.Group is { } group ? (group.Variable, group.Code) : null, share.Truth))).ToArray();
        for (var i = 0; i < samples; i++)
        {
            var stream = new RandomStream(_seed, FormattableString.Invariant($"{draw} {((batch - 1) * samples) + i + 1}"));
            var (frame, responses) = _population.Draw(stream, willing);
            var design = _design(responses, frame);
            for (var v = 0; v < variances.Length; v++)
            {
                Add(variances[v] == SimulatedVariance.Taylor ? design : design.Replicated(Replication.Bootstrap(SimulatedCoverage.Replicates, stream.NextBits())), counts.AsSpan(v * _shares.Length, _shares.Length));
            }
        }

        return counts;
    }

    private void Add(SurveyDesign design, Span<CoverageCount> counts)
    {
        var tables = _shares.Select(share => share.Group?.Variable).Distinct().ToDictionary(by => by ?? "", by => design.Proportion(_question, by ?? Grouping.None, Yes));
        for (var i = 0; i < counts.Length; i++)
        {
            var (group, truth) = _shares[i];
            var estimate = tables[group?.Variable ?? ""].Estimates.First(one => group is null ? one.Groups.Count == 0 : one.Groups.Count == 1 && one.Groups[0].Code == group.Code);
            counts[i] = counts[i].With(estimate.Value, estimate.Interval ?? throw new InvalidOperationException("A sample gave no interval."), truth);
        }
    }

    // The share of yes in the base, each unit counted once.
    private double Share(Target? group)
    {
        var answers = _population.Units.Categorical(_question);
        var column = group is null ? null : _population.Units.Categorical(group.Variable);
        var (code, yes) = (column?.IndexOf(group!.Code), answers.IndexOf(Yes));
        var rows = Enumerable.Range(0, answers.Count).Where(row => answers.MissingAt(row) is not (MissingReason.NotAsked or MissingReason.NoAnswer) && (column is null || column.Codes[row] == code)).ToList();
        return rows.Count(row => answers.Codes[row] == yes) / (double)rows.Count;
    }
}

/// <summary>A group whose share is estimated.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Code">The code.</param>
internal sealed record Target(string Variable, string Code);
