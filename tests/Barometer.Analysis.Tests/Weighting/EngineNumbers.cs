namespace Barometer.Analysis.Tests.Weighting;

/// <summary>The engine's numbers behind what a design makes, which only tests and a release see.</summary>
internal static class EngineNumbers
{
    extension(UnreleasedEstimate estimate)
    {
        public double Value => estimate.Numbers.Value;

        public double StandardError => estimate.Numbers.StandardError;

        public ConfidenceInterval Interval => estimate.Numbers.Interval!;

        public int? Respondents => estimate.Numbers.Respondents;

        public double Base => estimate.Numbers.Base;

        public double DegreesOfFreedom => estimate.Numbers.DegreesOfFreedom;

        public Reliability Reliability => estimate.Numbers.Reliability;
    }

    extension(UnreleasedTable table)
    {
        public LocalizedText Universe => table.Heading.Universe;

        public LocalizedText? Question => table.Heading.Question;
    }

    extension(BarometerDesign design)
    {
        public IReadOnlyList<WeightStep> WeightHistory => BarometerException.Translating(() => design.Engine.WeightHistory);

        public double[] Weights => BarometerException.Translating(() => design.Engine.Weights.ToArray());
    }
}
