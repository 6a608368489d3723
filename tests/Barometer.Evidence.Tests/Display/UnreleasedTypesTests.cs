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
        typeof(Problem), typeof(PublicCount), typeof(QuestionRouting), typeof(Released<>), typeof(ReleasedEstimate), typeof(ReleasedPValue), typeof(ReleasedRanking),
        typeof(ReleasedTable), typeof(ReleaseLedger), typeof(ReleasePolicy), typeof(ReleaseSession), typeof(ReleaseStamp), typeof(SurveyFolder), typeof(TableHeading), typeof(Variable),
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
            .Except(["UnreleasedTable.Explore"]));

    [Fact]
    public void Explore_ExploringIsOff_IsRefused() => Assert.Throws<BarometerException>(() => TestSchemes.Open().Design("strategic-2018").Proportion("strategy").Explore());

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void ToDisplayString_NotReleased_IsTheObjectsOwnNotice(object result)
    {
        Assert.Equal(((Displayable)result).ToHtml(), result.ToDisplayString("text/html"));
        Assert.DoesNotMatch("[0-9],[0-9]|0\\.[0-9]", result.ToDisplayString("text/html"));
    }

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
