using System.Globalization;

namespace Barometer.Cli.Auditing;

/// <summary>
/// Makes a case of each answer to a survey's questions, from published material alone: the numbers of <c>evidence.json</c>, and the frame,
/// which says how many units each group has and how many of them answered.
/// </summary>
/// <param name="codebook">The survey's codebook.</param>
/// <param name="frame">Its frame.</param>
/// <param name="policy">The thresholds.</param>
internal sealed class AnswerCases(Codebook codebook, DataSet frame, ReleasePolicy policy)
{
    private const int MostStrata = 8; // with more, not every union is looked at
    private const string FromAnswers = "answers";
    private readonly CategoricalColumn _answered = frame.Categorical("answered");

    /// <summary>The cases, and how many numbers of the survey are in none, by reason.</summary>
    /// <param name="evidence">The published numbers.</param>
    public (IReadOnlyList<AnswerCase> Cases, IReadOnlyDictionary<string, int> LeftOut) Of(EvidenceDocument evidence)
    {
        var leftOut = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var held = new List<EvidenceNumber>();
        foreach (var number in evidence.Numbers.Where(number => number.Release.Survey == codebook.Id))
        {
            if (WhyNot(number, evidence) is { } why)
            {
                leftOut[why] = leftOut.GetValueOrDefault(why) + 1;
            }
            else
            {
                held.Add(number);
            }
        }

        return ([.. held.GroupBy(number => $"{number.Outcome!.Variable}={number.Outcome.Code}").Select(answer => Case(answer.Key, [.. answer], evidence))], leftOut);
    }

    /// <summary>Why a number isn't in a case; null when it is.</summary>
    private string? WhyNot(EvidenceNumber number, EvidenceDocument evidence)
    {
        var weighting = number.Weighting is { } key ? evidence.Weightings[key] : null;
        return number.Measure is EvidenceNumber.Cell or EvidenceNumber.Function ? "worked out from released numbers or the frame"
            : number.Model is not null ? "of a model"
            : number.Measure is "count" || number.Outcome is { Variable: "answered", Code: null } ? "numbers of respondents and of the frame"
            : number.Measure != "share" ? $"of another kind: {number.Measure}"
            : number.Value is null ? "hidden"
            : codebook.Responses.All(one => one.Name != number.Outcome!.Variable) ? "shares of the frame's variables"
            : Conditions(number).Any(condition => !frame.TryGet(condition.Variable, out var column) || column is not CategoricalColumn || condition.Codes.Count == 0) ? "of groups that answers make"
            : weighting is null || (weighting.IsWeighted && !IsOfStrata(weighting)) ? "weighted otherwise than N / r in strata"
            : null;
    }

    private static bool IsOfStrata(EvidenceWeighting weighting) => weighting is { Base: "respondents", Steps.Count: 0, Strata.Count: > 0 };

    private AnswerCase Case(string answer, List<EvidenceNumber> numbers, EvidenceDocument evidence)
    {
        var weighted = numbers.Select(number => evidence.Weightings[number.Weighting!]).FirstOrDefault(weighting => weighting.IsWeighted);
        var strata = Strata(weighted?.Strata ?? [], [.. numbers.SelectMany(Conditions).Select(condition => condition.Variable).Distinct()]);
        var isFiner = strata.Any(stratum => stratum.Case.N != stratum.ParentUnits);
        CaseNumber[] published = [.. numbers.Select(number => Number(number, evidence, strata, isFiner)).DistinctBy(number => (
            number.Kind, string.Join(' ', number.Strata), number.Value, number.N, number.Base, number.Lower, number.Upper))];
        return new AnswerCase(
            answer,
            [.. numbers.Select(number => number.Release.Id).Distinct()],
            numbers.Exists(number => number.IsSynthetic),
            [.. strata.Select(stratum => stratum.Case)],
            isFiner ? [.. strata.Select(stratum => (double)stratum.ParentUnits / stratum.ParentAnswers)] : null,
            published)
        {
            Targets = strata.Count <= MostStrata ? null : Targets(strata),
            Policy = new CasePolicy(policy.MinRespondents, policy.ProtectionInterval, policy.GroupCoalition),
        };
    }

    private static CaseNumber Number(EvidenceNumber number, EvidenceDocument evidence, IReadOnlyList<Stratum> strata, bool isFiner)
    {
        var weighting = evidence.Weightings[number.Weighting!];
        var places = Enumerable.Range(0, strata.Count).Where(i => Conditions(number).All(condition => condition.Codes.Contains(strata[i].Case.Groups[condition.Variable]))).ToList();
        var shown = new CaseNumber(
            places.Count == strata.Count ? "all" : places.ConvertAll(i => strata[i].Case.Name),
            weighting.IsWeighted ? AnswerCase.Weighted : AnswerCase.Unweighted,
            number.Value!.Value,
            number.Steps!.Value!.Value,
            (int?)number.Respondents)
        {
            Base = number.Base,
            BaseStep = number.Base is null ? null : number.Steps.Base,
            Strata = places,
        };

        // Limits that follow from what is shown tell nothing; of a finer stratum the form has no formula, of a routed question no degrees of freedom.
        return number.Lower is null || evidence.Intervals[number.IntervalMethod!] is not { MadeOf: FromAnswers } || number.IntervalMethod != "logit" || number.Population!.AskedIf is not null
            || (weighting.IsWeighted && (isFiner || !weighting.HasFinitePopulation))
            ? shown
            : shown with
            {
                Lower = number.Lower,
                Upper = number.Upper,
                LimitStep = number.Steps.Limits,
                Interval = weighting.IsWeighted
                    ? new CaseInterval("taylor-fpc", null, places.Sum(i => strata[i].Case.R) - places.Count, number.Level!.Value)
                    : new CaseInterval("srs", strata.Sum(stratum => stratum.Case.R), places.Sum(i => strata[i].Case.R) - 1, number.Level!.Value),
            };
    }

    // The strata of the weights, divided by every variable that a number is grouped or narrowed by. Who didn't answer in any is in none.
    private List<Stratum> Strata(IReadOnlyList<string> weighted, IReadOnlyList<string> divided)
    {
        string[] variables = [.. weighted.Union(divided)];
        var columns = variables.Select(frame.Categorical).ToArray();
        var units = Enumerable.Range(0, frame.RowCount)
            .Select(row => (Row: row, Codes: Array.ConvertAll(columns, column => column.Codes[row] < 0 ? "" : column.Categories[column.Codes[row]]), HasAnswered: HasAnswered(row)))
            .GroupBy(unit => string.Join('/', unit.Codes))
            .OrderBy(units => Order(columns, units.First().Row), StringComparer.Ordinal)
            .Select(units => (units.First().Codes, N: units.Count(), R: units.Count(unit => unit.HasAnswered)))
            .Where(stratum => stratum.R > 0)
            .ToList();

        // A name holds no more variables than tell the strata apart.
        var named = variables.TakeWhile((variable, i) => i == 0 || units.GroupBy(unit => string.Join('/', unit.Codes.Take(i))).Count() < units.Count).Count();
        return units.ConvertAll(unit =>
        {
            var parent = units.FindAll(other => other.Codes.Take(weighted.Count).SequenceEqual(unit.Codes.Take(weighted.Count)));
            var groups = variables.Zip(unit.Codes).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            return new Stratum(
                new CaseStratum(variables.Length == 0 ? "everybody" : string.Join('/', unit.Codes.Take(named)), unit.N, unit.R, groups),
                weighted.Count == 0 ? unit.N : UnitsOf(columns[..weighted.Count], unit.Codes),
                parent.Sum(one => one.R));
        });
    }

    // All units of a stratum of the weights, those of parts in which nobody answered among them.
    private int UnitsOf(CategoricalColumn[] columns, string[] codes) =>
        Enumerable.Range(0, frame.RowCount).Count(row => columns.Index().All(one => one.Item.Codes[row] >= 0 && one.Item.Categories[one.Item.Codes[row]] == codes[one.Index]));

    private static string Order(CategoricalColumn[] columns, int row) =>
        string.Join(' ', columns.Select(column => column.Codes[row].ToString("D3", CultureInfo.InvariantCulture)));

    private bool HasAnswered(int row) => _answered.Codes[row] >= 0 && _answered.Categories[_answered.Codes[row]] == "yes";

    // Everything that a variable can single out, and each stratum.
    private static Dictionary<string, IReadOnlyList<string>> Targets(List<Stratum> strata)
    {
        var targets = strata.ToDictionary(stratum => stratum.Case.Name, stratum => (IReadOnlyList<string>)[stratum.Case.Name], StringComparer.Ordinal);
        foreach (var group in strata.SelectMany(stratum => stratum.Case.Groups, (stratum, group) => (stratum.Case.Name, group)).GroupBy(one => one.group, one => one.Name))
        {
            targets[$"{group.Key.Key}={group.Key.Value}"] = [.. group];
        }

        targets["all"] = [.. strata.Select(stratum => stratum.Case.Name)];
        return targets;
    }

    /// <summary>What a unit of the frame must be to be in the base: its groups, and the conditions of the domain.</summary>
    private static IEnumerable<(string Variable, IReadOnlyList<string> Codes)> Conditions(EvidenceNumber number) =>
        number.Groups.Select(group => (group.Variable, (IReadOnlyList<string>)group.Code.Split('+')))
            .Concat(number.Population!.Domain.Select(condition => (condition.Variable, condition.Codes)));

    private sealed record Stratum(CaseStratum Case, int ParentUnits, int ParentAnswers);
}
