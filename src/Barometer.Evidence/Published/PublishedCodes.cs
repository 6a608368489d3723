namespace Barometer.Evidence.Published;

/// <summary>How a published figure was stated.</summary>
public enum PublishedKind
{
    /// <summary>A percentage in digits, or a range of percentages.</summary>
    Percent,

    /// <summary>A number of units in digits.</summary>
    Count,

    /// <summary>A share told as «8 of 10» or «half»: always a rounded statement, never 0.80 exactly.</summary>
    Ratio,

    /// <summary>A share or a number with a word that loosens it: «around 20 %», «over half», «a little over 1800».</summary>
    Rounded,

    /// <summary>What came first in a ranking, without a number.</summary>
    Rank,

    /// <summary>Words without a number: «unchanged», a period, a scale.</summary>
    Statement,
}

/// <summary>What a published figure measures.</summary>
public enum PublishedUnit
{
    /// <summary>A share of a base, 0–1.</summary>
    Share,

    /// <summary>A number of units.</summary>
    Number,

    /// <summary>An item of a list, named and not measured.</summary>
    Item,

    /// <summary>A difference of two shares, 0–1: two percentage points are 0.02.</summary>
    Points,

    /// <summary>A score on an index, 0–1: no share of anybody.</summary>
    Score,

    /// <summary>Nothing: it is said in words.</summary>
    Words,
}

/// <summary>The word that goes with a printed figure.</summary>
public enum PublishedQualifier
{
    /// <summary>None: the figure stands as printed. It doesn't promise that the source did not round.</summary>
    Exact,

    /// <summary>«around», «about».</summary>
    Around,

    /// <summary>«over», «more than».</summary>
    Over,

    /// <summary>«a little over», «just over».</summary>
    ALittleOver,

    /// <summary>«almost».</summary>
    Almost,

    /// <summary>Two limits: «6–19 %».</summary>
    Range,

    /// <summary>«less than».</summary>
    Under,
}

/// <summary>
/// Which question on innovation activity a figure answers, and so by which definition. The series are never put together
/// in one comparison: to work with innovation asks for less than to have introduced one.
/// </summary>
public enum PublishedSeries
{
    /// <summary>The figure is not a share of units that innovate.</summary>
    None,

    /// <summary>The unit «works with» innovation: the barometer for the Norwegian state.</summary>
    WorksWith,

    /// <summary>The unit introduced an innovation: the Danish, Icelandic, Swedish, Finnish, Dutch and KS barometers.</summary>
    Introduced,

    /// <summary>The wording that was read doesn't decide.</summary>
    Unclear,

    /// <summary>The unit undertook some type of innovation: the Australian pilot survey of 2012.</summary>
    Undertaken,

    /// <summary>Employees say that their own work group introduced one: a share of employees, not of units.</summary>
    EmployeesView,
}

/// <summary>The level of government a figure is about.</summary>
public enum GovernmentLevel
{
    /// <summary>None: it is about a form, or about others than public bodies.</summary>
    None,

    /// <summary>Central or federal government.</summary>
    State,

    /// <summary>Regions.</summary>
    Region,

    /// <summary>Municipalities, with counties where the source has them together.</summary>
    Local,

    /// <summary>All levels that the survey covers, together.</summary>
    All,

    /// <summary>The source doesn't tell.</summary>
    Unclear,
}

/// <summary>What a share is a share of, or a number a number of.</summary>
public enum StatisticalUnit
{
    /// <summary>The source doesn't tell, or it is about none of these.</summary>
    None,

    /// <summary>Workplaces, branches and other units inside organisations.</summary>
    Workplace,

    /// <summary>Whole organisations: agencies, institutions, municipalities.</summary>
    Organisation,

    /// <summary>Innovations: the newest one of each workplace that innovates.</summary>
    Innovation,

    /// <summary>Workplaces that don't innovate.</summary>
    NonInnovator,

    /// <summary>Leaders and mayors, as persons.</summary>
    Leader,

    /// <summary>Employees.</summary>
    Employee,
}

/// <summary>How sure it is that a figure is transcribed as its producer meant it.</summary>
public enum Confidence
{
    /// <summary>Read on the producer's own page.</summary>
    A,

    /// <summary>Read on another body's page.</summary>
    B,

    /// <summary>Level, edition or definition uncertain.</summary>
    C,
}

/// <summary>The codes of <c>figures.csv</c> and what they stand for.</summary>
internal static class PublishedCodes
{
    /// <summary>The column <c>kind</c>.</summary>
    public static IReadOnlyDictionary<string, PublishedKind> Kinds { get; } = Of(
        ("percent", PublishedKind.Percent), ("count", PublishedKind.Count), ("ratio", PublishedKind.Ratio),
        ("rounded", PublishedKind.Rounded), ("rank", PublishedKind.Rank), ("statement", PublishedKind.Statement));

    /// <summary>The column <c>unit</c>.</summary>
    public static IReadOnlyDictionary<string, PublishedUnit> Units { get; } = Of(
        ("share", PublishedUnit.Share), ("number", PublishedUnit.Number), ("item", PublishedUnit.Item),
        ("points", PublishedUnit.Points), ("score", PublishedUnit.Score), ("words", PublishedUnit.Words));

    /// <summary>The column <c>qualifier</c>.</summary>
    public static IReadOnlyDictionary<string, PublishedQualifier> Qualifiers { get; } = Of(
        ("exact-as-printed", PublishedQualifier.Exact), ("around", PublishedQualifier.Around), ("over", PublishedQualifier.Over),
        ("a-little-over", PublishedQualifier.ALittleOver), ("almost", PublishedQualifier.Almost), ("range", PublishedQualifier.Range),
        ("under", PublishedQualifier.Under));

    /// <summary>The column <c>series</c>.</summary>
    public static IReadOnlyDictionary<string, PublishedSeries> Series { get; } = Of(
        ("", PublishedSeries.None), ("works-with", PublishedSeries.WorksWith), ("introduced", PublishedSeries.Introduced),
        ("unclear", PublishedSeries.Unclear), ("undertaken", PublishedSeries.Undertaken), ("employees-view", PublishedSeries.EmployeesView));

    /// <summary>The column <c>government_level</c>.</summary>
    public static IReadOnlyDictionary<string, GovernmentLevel> Levels { get; } = Of(
        ("", GovernmentLevel.None), ("state", GovernmentLevel.State), ("region", GovernmentLevel.Region), ("local", GovernmentLevel.Local),
        ("all", GovernmentLevel.All), ("unclear", GovernmentLevel.Unclear));

    /// <summary>The column <c>statistical_unit</c>.</summary>
    public static IReadOnlyDictionary<string, StatisticalUnit> StatisticalUnits { get; } = Of(
        ("", StatisticalUnit.None), ("workplace", StatisticalUnit.Workplace), ("organisation", StatisticalUnit.Organisation),
        ("innovation", StatisticalUnit.Innovation), ("non-innovator", StatisticalUnit.NonInnovator), ("leader", StatisticalUnit.Leader),
        ("employee", StatisticalUnit.Employee));

    /// <summary>The column <c>confidence</c>.</summary>
    public static IReadOnlyDictionary<string, Confidence> Confidences { get; } = Of(
        ("A", Confidence.A), ("B", Confidence.B), ("C", Confidence.C));

    private static Dictionary<string, T> Of<T>(params (string Code, T Value)[] codes) =>
        codes.ToDictionary(code => code.Code, code => code.Value, StringComparer.Ordinal);
}
