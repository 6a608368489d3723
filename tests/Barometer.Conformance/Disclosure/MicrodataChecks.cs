using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>The checks of a case of microdata: how easily its records could be recognised, measure by measure.</summary>
internal sealed class MicrodataChecks(string folder, Report report)
{
    private const double Tolerance = 1e-6;

    // What the expected DIS-SUDA scores were computed with.
    private const double Fraction = 0.1;
    private readonly string _name = Path.GetFileName(folder);
    private readonly JsonElement _expected = CaseFile.Json(Path.Combine(folder, "expected.json"));

    /// <summary>Compares every measure with the expected one.</summary>
    public void Run()
    {
        var json = CaseFile.Json(Path.Combine(folder, "case.json"));
        var keys = json.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!).ToList();
        var sensitive = json.GetProperty("sensitive").GetString()!;
        var records = CaseFile.Rows(Path.GetFullPath(Path.Combine(folder, json.GetProperty("records").GetString()!)));

        // The weight is the same for all: the expected F_k of the first record over its f_k.
        var weight = _expected.GetProperty("Fk")[0].GetDouble() / _expected.GetProperty("fk")[0].GetDouble();
        var risk = keys.Aggregate(Microdata.Of(records), (data, key) => data.By(key, record => record[key]))
            .From(record => record["agency"]).Risk(keys, _ => weight, record => record[sensitive]);
        Each("fk", risk.Frequencies.Select(value => (double)value));
        Each("Fk", risk.PopulationFrequencies);
        Each("indivRisk", risk.Individual);
        One("expectedReidentifications", risk.Expected);
        One("uniques", risk.Violating(2));
        One("violate2", risk.Violating(2));
        One("violate3", risk.Violating(3));
        One("violate5", risk.Violating(5));
        Each("distinctLdiversity", risk.Diversity.Select(value => (double)value));
        One("violate_l2", risk.Diversity.Count(values => values < 2));
        Each("sudaScore", risk.Special);
        Each("sudaDis", risk.Matching(Fraction));
        One("sudaPositive", risk.Special.Count(score => score > 0));
        Each("holdingsPerKey", risk.Contributors.Select(value => (double)value));
        One("violate2_holdings", risk.Contributors.Count(holdings => holdings < 2));
    }

    private void Each(string measure, IEnumerable<double> got)
    {
        var want = _expected.GetProperty(measure).EnumerateArray().Select(value => value.GetDouble()).ToList();
        var differ = want.Zip(got, (one, other) => Math.Abs(one - other) > Tolerance).Count(differs => differs);
        report.Check(_name, measure, differ == 0 && want.Count == got.Count(), differ == 0 ? $"{want.Count} records" : $"{differ} of {want.Count} records differ");
    }

    private void One(string measure, double got) => report.Check(
        _name, measure, Math.Abs(_expected.GetProperty(measure).GetDouble() - got) <= Tolerance, FormattableString.Invariant($"{got:0.######}"));
}
