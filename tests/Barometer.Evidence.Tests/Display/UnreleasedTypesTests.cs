using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace Barometer.Evidence.Tests.Display;

/// <summary>Whatever the library computes shows a notice in every host until it is released.</summary>
public class UnreleasedTypesTests
{
    /// <summary>What holds neither answers nor anything computed from them that a release has not checked.</summary>
    private static readonly Type[] WithoutData =
    [
        typeof(BatteryLimit), typeof(Category), typeof(CoarserTable), typeof(Codebook), typeof(LabelledGroup), typeof(LabelledOutcome),
        typeof(LedgerCell), typeof(LedgerEntry), typeof(LocalizedText), typeof(MergedVariable), typeof(MissingCode),
        typeof(Problem), typeof(PublicCount), typeof(QuestionRouting), typeof(Released<>), typeof(ReleasedEstimate), typeof(ReleasedFunction), typeof(ReleasedPValue), typeof(ReleasedRanking),
        typeof(ReleasedTable), typeof(ReleaseLedger), typeof(ReleasePolicy), typeof(ReleaseSession), typeof(ReleaseStamp), typeof(Rule), typeof(SurveyFolder), typeof(TableHeading), typeof(Variable),
    ];

    /// <summary>Facts of the frame that anybody may know.</summary>
    private static readonly string[] PublicFacts = ["Survey.Population", "Survey.Answers"];

    public static TheoryData<object> Results
    {
        get
        {
            var survey = TestSchemes.Open().Survey("operational-2018");
            var design = survey.Design();
            return
            [
                survey, design, design.Proportion("innovated"), design.Trend("innovated", "size_group"), design.Regression("innovated", "size_group"),
                design.Ranks(["partner_private", "partner_users"], answers: AnswerBase.Everybody),
                design.RelativeRisk("innovated", "size_group", "from_50", from: "under_20"), design.Scale("culture"), design.OrdinalRegression("factor_leader", "size_group"),
            ];
        }
    }

    [Fact]
    public void Library_EveryPublicTypeWithData_ShowsItself() => Assert.All(
        typeof(Displayable).Assembly.GetExportedTypes().Where(HasInstances).Except(WithoutData),
        type => Assert.True(typeof(Displayable).IsAssignableFrom(type), $"{type.Name} would be listed property by property"));

    [Fact]
    public void Library_WhatIsNotReleased_HasNoMemberThatYieldsANumber() => Assert.Empty(
        typeof(Displayable).Assembly.GetExportedTypes().Where(type => typeof(Displayable).IsAssignableFrom(type) && HasInstances(type))
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(YieldsNumbers))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
            .Except(PublicFacts)
            .Except(["UnreleasedTable.Explore", "UnreleasedFunction.Explore"]));

    /// <summary>Whatever a notebook does with what the workbench gives it, it meets no answers and nothing of the engine's that is computed of them.</summary>
    [Fact]
    public void Library_FromTheWorkbench_LeadsToNothingOfTheEngineThatHoldsNumbers()
    {
        var reached = new HashSet<Type>();
        Reach(typeof(Workbench), reached);

        Assert.Contains(typeof(UnreleasedTable), reached);
        Assert.Contains(typeof(ReleasedEstimate), reached);
        Assert.Equal(
            [typeof(ConfidenceInterval)], // of a released estimate
            reached.Where(type => type.Assembly == typeof(SurveyStatistics.SurveyException).Assembly && !type.IsEnum && !EngineInput.Contains(type)));
    }

    /// <summary>
    /// A function of the caller's that the library calls with an answer would hand the answers over: what a function of estimates is given can be computed with, and not be read.
    /// </summary>
    [Fact]
    public void Library_FunctionsThatAreAskedFor_AreGivenReleasedNumbersOnly() => Assert.All(
        typeof(Displayable).Assembly.GetExportedTypes().Concat(typeof(Workbench).Assembly.GetExportedTypes())
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OfType<MethodBase>())
            .SelectMany(method => method.GetParameters())
            .Where(parameter => typeof(Delegate).IsAssignableFrom(parameter.ParameterType)),
        parameter =>
        {
            if (parameter.ParameterType == typeof(Func<NamedEstimates, SmoothNumber>))
            {
                var members = new[] { typeof(NamedEstimates), typeof(SmoothNumber) }.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));
                Assert.All(members.SelectMany(Gives), given => Assert.Contains(given, new[] { typeof(NamedEstimates), typeof(SmoothNumber), typeof(string), typeof(void) }));
                return;
            }

            Assert.Equal(typeof(ReleasedEstimate), parameter.ParameterType.GetGenericArguments()[0]);
        });

    [Fact]
    public void ToString_NotReleased_SaysNothingOfHowManyRowsThereAre()
    {
        var design = TestSchemes.Open().Design("operational-2018");

        Assert.EndsWith(": ikke frigitt / Works with innovation: not released", design.Proportion("innovated", by: "size_band").ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", design.Regression("innovated", "size_group").ToString());
    }

    [Fact]
    public void Explore_ExploringIsOff_IsRefused() => Assert.Throws<BarometerException>(() => TestSchemes.Open().Design("strategic-2018").Proportion("strategy").Explore());

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void ToDisplayString_NotReleased_IsTheObjectsOwnNotice(object result)
    {
        Assert.Equal(((Displayable)result).ToHtml(), result.ToDisplayString("text/html"));
        Assert.DoesNotMatch("[0-9],[0-9]|0\\.[0-9]", result.ToDisplayString("text/html"));
    }

    // What a caller hands to a design.
    private static readonly Type[] EngineInput = [typeof(Grouping), typeof(Replication), typeof(KnownTotals), typeof(Routing)];

    private static void Reach(Type type, HashSet<Type> reached)
    {
        foreach (var part in type.GetGenericArguments().Append(type.HasElementType ? type.GetElementType()! : type))
        {
            var known = part.IsGenericType ? part.GetGenericTypeDefinition() : part;
            if (part.Namespace?.StartsWith("System", StringComparison.Ordinal) != false || part.IsGenericParameter || !reached.Add(known))
            {
                if (part != type && !part.IsGenericParameter && part.GetGenericArguments().Length > 0)
                {
                    Reach(part, reached);
                }

                continue;
            }

            foreach (var member in part.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Where(member => member.Name != nameof(UnreleasedTable.Explore)))
            {
                Array.ForEach(Gives(member), given => Reach(given, reached));
            }
        }
    }

    // What is got of an object: properties, results, and what a method hands out by «out».
    private static Type[] Gives(MemberInfo member) => member switch
    {
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Where(parameter => parameter.IsOut).Select(parameter => parameter.ParameterType.GetElementType()!)],
        _ => [],
    };

    private static bool YieldsNumbers(MemberInfo member) => member switch
    {
        PropertyInfo property => IsNumeric(property.PropertyType),
        MethodInfo { IsSpecialName: false } method => IsNumeric(method.ReturnType) && method.Name is not nameof(GetHashCode),
        _ => false,
    };

    // A number, a list of them, or a type of the engine, whose members are numbers.
    private static bool IsNumeric(Type type) =>
        type.IsPrimitive && type != typeof(bool)
        || type == typeof(decimal)
        || (type.Namespace?.StartsWith(nameof(SurveyStatistics), StringComparison.Ordinal) == true && !type.IsEnum)
        || (type.HasElementType && IsNumeric(type.GetElementType()!))
        || type.GetGenericArguments().Any(IsNumeric);

    private static bool HasInstances(Type type) =>
        !type.IsEnum && !(type.IsAbstract && type.IsSealed) && !typeof(Exception).IsAssignableFrom(type) && !typeof(Attribute).IsAssignableFrom(type);
}
