using System.Globalization;
using Barometer.Analysis.Anonymity.Alternatives;

namespace Barometer.Analysis.Tests.Anonymity.Alternatives;

/// <summary>The audit of functions, standardised shares, adjusted shares and joint tests: by linear programs, and by other answers of which all of it shows the same.</summary>
public class FunctionsAuditTests
{
    [Fact]
    public void Attack_OnAllOfThemTogether_FindsNothing()
    {
        var released = Recompute(ReleasedFunctionTests.Large().Make(), "innovated", "group", "a", "b", "area").Released;

        var audit = new ReleaseAudit(Policies.Standard);
        Assert.Empty(audit.Attack([.. released]));
        Assert.True(audit.Attacked > 0);
    }

    [Fact]
    public void Run_OnAllOfThemTogether_ProvesByOtherAnswersThatShowTheSame()
    {
        var survey = new StratifiedSurvey([70, 55, 64, 48], [40, 36, 44, 30], [15, 16, 22, 11]).Make();

        var proof = new AlternativeProof([survey], Policies.Standard, (given, _) => Recompute(given[survey.Id], StratifiedSurvey.Question, "half", "ab", "cd", "stratum")).Run(48, progress: null, TestContext.Current.CancellationToken);

        Assert.True(proof.Worlds > 0);
        Assert.Equal(0, proof.Parts[0].Open);
    }

    private static Recomputed Recompute(Survey survey, string question, string by, string one, string other, string stratum)
    {
        var (released, outputs) = (new List<JournalEntry>(), new List<ShownOutput>());
        var session = new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, released.Add, [survey.Codebook]);
        var design = survey.Design().StratifiedBy([by, stratum]).WithFinitePopulation();
        var shares = design.Proportion(question, by: by);
        var model = design.Regression(question, by, RegressionFamily.Logistic);
        void Show(string id, object content) => outputs.Add(new ShownOutput("made-up", id, Digest(content)) { Releases = [id] });

        Show("risk", session.Release(design.RelativeRisk(question, by, one, from: other), "risk").Content);
        Show("odds", session.Release(design.OddsRatio(question, by, one, from: other), "odds").Content);
        Show("sum", session.Release(shares.Function("sum", "sum", x => ((3 * x[one]) + x[other]) / 4, inPercent: true), "sum").Content);
        Show("equal", session.Release(shares.EqualityTest(), "equal").Content);
        session.Release(design.StandardisedTo(stratum, over: by == "half" ? Grouping.None : by).Proportion(question, by: by), "standardised");
        session.Release(model.Margins(by), "margins");
        session.Release(model.MarginDifference(by, other, one), "margin-difference");
        Show("terms", session.Release(model.TermTest(by), "terms").Content);
        return new Recomputed(outputs, released);
    }

    private static string Digest(object content) => content switch
    {
        ReleasedFunction function => string.Create(CultureInfo.InvariantCulture, $"{function.Value} {function.Interval?.Lower} {function.Interval?.Upper}"),
        ReleasedPValue test => string.Create(CultureInfo.InvariantCulture, $"{test.PValue} {test.IsBound}"),
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };
}
