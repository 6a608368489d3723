namespace Barometer.Conformance.Weighting;

/// <summary>Runs the cases of one file.</summary>
internal sealed class CaseRunner
{
    private readonly CaseFile _file;
    private readonly DesignMaker _designs;

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormException">It is not in the form.</exception>
    public CaseRunner(string path)
    {
        _file = CaseFiles.Read(path);
        _designs = new DesignMaker(_file, new DataReader(_file, Path.GetDirectoryName(path)!));
    }

    /// <summary>Runs all cases, in the file's order.</summary>
    /// <exception cref="FormException">A case is not in the form.</exception>
    public IEnumerable<Outcome> Run() => _file.Cases.Select(Run);

    private Outcome Run(CaseForm one)
    {
        try
        {
            return Judge(one, EstimatorList.Estimate(one, _designs));
        }
        catch (NotSupportedException lacking)
        {
            return Make(one, Verdict.NotSupported, lacking.Message, true);
        }
        catch (SurveyException refusal)
        {
            return Refused(one, refusal.Message);
        }
        catch (ArgumentException refusal)
        {
            return Refused(one, refusal.Message);
        }
        catch (FormException problem)
        {
            throw new FormException($"{_file.Suite} {one.Id}: {problem.Message}");
        }
    }

    private Outcome Judge(CaseForm one, Observed observed)
    {
        if (one.Expected.Refuses)
        {
            return Make(one, Verdict.Differs, "a refusal was expected, and there are numbers", false);
        }

        var comparer = new Comparer(new Tolerances(_file, one));
        comparer.Compare(one.Expected, observed);
        return comparer switch
        {
            { Difference: { } difference } => Make(one, Verdict.Differs, difference, false),
            { Compared: 0 } => throw new FormException("No number is expected."),
            _ => Make(one, Verdict.Ok, FormattableString.Invariant($"{comparer.Compared} numbers, largest relative difference {comparer.Largest:0.0E+0}"), true),
        };
    }

    private Outcome Refused(CaseForm one, string message)
    {
        var text = message.ReplaceLineEndings(" ");
        return one.Expected is { Refuses: true, Message: { } words } && !message.Contains(words, StringComparison.OrdinalIgnoreCase)
            ? Make(one, Verdict.Differs, $"expected a refusal with «{words}», got: {text}", false)
            : Make(one, Verdict.Refuses, text, one.Expected.Refuses);
    }

    private Outcome Make(CaseForm one, Verdict verdict, string detail, bool isExpected) =>
        new(_file.Suite, one.Id, one.Estimator, verdict, detail, isExpected);
}
