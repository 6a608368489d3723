using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Barometer.Analysis.Weighting;
using Microsoft.Data.Analysis;
using SurveyStatistics.Replicates;
using SurveyStatistics.Weighting;

namespace Barometer.Cli.Checking;

/// <summary>
/// The names that a cell may use: the public ones of the library and of data frames, and those of the parts of .NET that compute
/// and write text. What opens files, reaches the network, looks into types or writes objects out is on no list, whatever it is called.
/// </summary>
internal static class CellNames
{
    private static readonly string[] Namespaces =
        ["System", "Linq", "Collections", "Generic", "Globalization", "Microsoft", "Data", "Analysis", .. Library().SelectMany(type => (type.Namespace ?? "").Split('.')).Distinct()];

    private static readonly Type[] Framework =
    [
        typeof(string), typeof(char), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(Math), typeof(MidpointRounding),
        typeof(Enumerable), typeof(IEnumerable<>), typeof(IReadOnlyList<>), typeof(IReadOnlyDictionary<,>), typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>),
        typeof(KeyValuePair<,>), typeof(IGrouping<,>), typeof(Nullable<>), typeof(Array), typeof(Index), typeof(Range), typeof(ValueTuple<,>), typeof(ValueTuple<,,>),
        typeof(StringComparer), typeof(StringComparison), typeof(CultureInfo), typeof(IFormattable),
        typeof(DataFrame), typeof(DataFrameColumn), typeof(DataFrameRow), typeof(DataFrameRowCollection), typeof(DataFrameColumnCollection),
        typeof(PrimitiveDataFrameColumn<>), typeof(StringDataFrameColumn), typeof(DoubleDataFrameColumn), typeof(Int32DataFrameColumn), typeof(GroupBy), typeof(JoinAlgorithm),
    ];

    // How a cell shows something before its end; what exploring is for.
    private static readonly string[] OfTheHost = ["Display", "Update"];
    private static readonly string[] Functions = ["Func"]; // not what a delegate tells of itself: its method, its target
    private static readonly string[] OfExploring = ["Explore", "Console", "Write", "WriteLine", "Exception", "Message"];
    private static readonly string[] Never = ["GetType", "Explore"];

    private static readonly FrozenSet<string> All = Namespaces.Concat(OfTheHost).Concat(Functions)
        .Concat(Library().Concat(Framework).SelectMany(NamesOf)).Except(Never).ToFrozenSet(StringComparer.Ordinal);

    // What a design takes: bounds, levels, totals, numbers of replicates. A sum over a list has the name of a known total.
    private static readonly FrozenSet<string> TakingNumbers = new[] { typeof(BarometerDesign), typeof(KnownTotals), typeof(Replication), typeof(Rule), typeof(Barometer.Evidence.Figures.Figure) }
        .SelectMany(type => Members(type).OfType<MethodBase>())
        .Where(method => method.GetParameters().Any(parameter => HoldsNumbers(parameter.ParameterType)))
        .Select(method => method is ConstructorInfo ? Bare(method.DeclaringType!.Name) : method.Name)
        .Where(name => name == nameof(BarometerDesign.Where) || typeof(Enumerable).GetMember(name).Length == 0)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a cell may use the name; one that begins with a small letter is the cell's own.</summary>
    public static bool Allow(string name, bool isExploring) =>
        name.Length == 0 || !char.IsUpper(name[0]) || All.Contains(name) || (isExploring && OfExploring.Contains(name));

    /// <summary>Whether something by that name takes a number for a parameter of a design.</summary>
    public static bool TakeNumbers(string name) => TakingNumbers.Contains(name);

    // The library's own: what a cell may name, and so what load.cs references.
    private static IEnumerable<Type> Library() =>
        new[] { typeof(Workbench).Assembly, typeof(Survey).Assembly, typeof(SurveyStatistics.SurveyException).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !typeof(Exception).IsAssignableFrom(type) && type != typeof(Problem) && type != typeof(Exploration));

    private static IEnumerable<string> NamesOf(Type type) => Members(type)
        .Where(member => member is not MethodBase method || !method.GetParameters().Any(OpensSomething))
        .SelectMany(member => TupleNames(member).Append(member.Name))
        .Append(Bare(type.Name));

    private static MemberInfo[] Members(Type type) => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static);

    private static IEnumerable<string> TupleNames(MemberInfo member) =>
        (member as PropertyInfo)?.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames.OfType<string>() ?? [];

    private static bool OpensSomething(ParameterInfo parameter) =>
        parameter.ParameterType.Namespace?.StartsWith("System.IO", StringComparison.Ordinal) == true
        || parameter.ParameterType.Namespace?.StartsWith("System.Data", StringComparison.Ordinal) == true
        || (parameter.ParameterType == typeof(string) && parameter.Name is "path" or "filename" or "fileName");

    private static bool HoldsNumbers(Type type) =>
        type == typeof(int) || type == typeof(double) || type == typeof(decimal) || type == typeof(long)
        || (type.HasElementType && HoldsNumbers(type.GetElementType()!)) || type.GetGenericArguments().Any(HoldsNumbers);

    private static string Bare(string name) => name.Split('`')[0];
}
