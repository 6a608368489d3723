namespace Barometer.Conformance.Weighting.Designs;

/// <summary>Makes the designs of a file of cases with the library, each once.</summary>
internal sealed class DesignMaker(CaseFile file, DataReader data)
{
    private readonly Dictionary<string, SurveyDesign> _made = [];

    /// <summary>The design with this id.</summary>
    /// <exception cref="FormException">It is not declared, or not in the form.</exception>
    /// <exception cref="NotSupportedException">The library has no such design.</exception>
    public SurveyDesign Make(string id)
    {
        if (!_made.TryGetValue(id, out var design))
        {
            var form = file.Designs.GetValueOrDefault(id) ?? throw new FormException($"There is no design «{id}».");
            var start = form.Base is { } other ? Make(other) : Sampled(id, form);
            design = WeightingSteps.Take(Replicates.Replicate(start, form.Replicates), form.Steps);
            _made.Add(id, design);
        }

        return design;
    }

    private SurveyDesign Sampled(string id, DesignForm form)
    {
        var design = SurveyDesign.Of(
            Replicates.Joined(data.Read(form.Data ?? throw new FormException($"The design «{id}» has neither data nor base.")), form.Replicates, data),
            form.Frame is { } frame ? data.Read(frame) : null);
        design = form.Strata.Count > 0 ? design.StratifiedBy([.. form.Strata]) : design;
        design = form.Clusters.Count > 0 ? design.ClusteredBy([.. form.Clusters], form.ClusterIdsRepeat) : design;
        design = form.Weights is { } weights ? design.WeightedBy(weights) : design;
        design = form.PopulationCounts.Count > 0 ? design.WithFinitePopulation([.. form.PopulationCounts]) : design;
        design = form.FinitePopulation ? design.WithFinitePopulation() : design;
        design = form.Invitation is { } i ? design.WeightedByInvitation(i.Invited, i.Answered) : design;
        design = form.CollapseBelow > 0 ? design.CollapsingStrata(form.CollapseBelow) : design;
        design = design.WithLonelyStrata(Lonely(form.Lonely));
        design = form.SecondPhase is { } phase ? SecondPhase(design, phase) : design;
        return form.Unweighted ? design.Unweighted() : design;
    }

    private static SurveyDesign SecondPhase(SurveyDesign design, SecondPhaseForm phase) => phase switch
    {
        { Clusters.Count: > 0 } => throw new NotSupportedException("clusters in a second phase"),
        { Taken.In: ["1"] or ["yes"] } => design.WithSecondPhase(phase.Taken.Variable, [.. phase.Strata]),
        _ => throw new NotSupportedException("a second phase that is not a variable with 1 or «yes»"),
    };

    private static LonelyStratum Lonely(string name) => name switch
    {
        "fail" => LonelyStratum.Fail,
        "adjust" => LonelyStratum.Adjust,
        "average" => LonelyStratum.Average,
        "remove" => LonelyStratum.Remove,
        "certainty" => LonelyStratum.Certainty,
        _ => throw new FormException($"«{name}» is no way with lonely strata."),
    };
}
