using System.Text;
using Barometer.Analysis.Tests.Loading.Spss;

namespace Barometer.Analysis.Tests.Loading.Importing;

/// <summary>The items of a battery of a small survey, delivered in every way in which tools write several answers to one question.</summary>
public class MultipleAnswersTests
{
    private const string Question = "Hvem samarbeidet dere med?";
    private static readonly string[] Expected = ["unit_id,with_state,with_private,with_none", "A,yes,yes,no", "B,no,no,yes", "C,,,", "D,no,yes,no"];

    private static readonly Variable[] Items = [Item("with_state", "Staten, kommuner"), Item("with_private", "Bedrifter"), Item("with_none", "Ingen")];

    private static readonly Codebook Codebook = new()
    {
        Id = "partners-2018",
        Title = new("Partnere", "Partners"),
        Universe = new("enheter", "units"),
        Provenance = new("Laget for testen", "Made for the test"),
        Responses = [new Variable { Name = "unit_id", Kind = VariableKind.Identifier, Label = new("Enhet", "Unit"), Role = DisclosureRole.Identifier }, .. Items],
        Frame = [],
        Batteries = new Dictionary<string, LocalizedText> { ["partners"] = new("Samarbeid", "Partners") },
    };

    [Theory]
    [InlineData("{Q}\nA;Staten, kommuner, Bedrifter\nB;Ingen\nC;\nD;Bedrifter")] // commas within an answer, too
    [InlineData("{Q}\nA;\"Staten, kommuner;Bedrifter\"\nB;Ingen\nC;\nD;Bedrifter")]
    [InlineData("Samarbeid\nA;with_state|with_private\nB;with_none\nC;\nD;with_private")]
    [InlineData("{Q} 1;{Q} 2\nA;Bedrifter;Staten, kommuner\nB;Ingen;\nC;;\nD;Bedrifter;")]
    [InlineData("{Q} – Staten, kommuner;{Q} – Bedrifter;{Q} – Ingen\nA;X;X;\nB;;;X\nC;;;\nD;;X;")]
    [InlineData("Staten, kommuner – {Q};Bedrifter – {Q};Ingen – {Q}\nA;Staten, kommuner;Bedrifter;\nB;;;Ingen\nC;;;\nD;;Bedrifter;")]
    [InlineData("{Q} [Staten, kommuner];{Q} [Bedrifter];{Q} [Ingen]\nA;Valgt;Valgt;Ikke valgt\nB;Ikke valgt;Ikke valgt;Valgt\nC;;;\nD;Ikke valgt;Valgt;Ikke valgt")]
    [InlineData("with_state;WITH_PRIVATE;with_none\nA;ja;JA;nei\nB;nei;nei;ja\nC;;;\nD;No;Yes;No")]
    [InlineData("with_state;with_private;with_none\nA;true;true;false\nB;false;false;true\nC;;;\nD;false;true;false")]
    public void Write_InAnyForm_GivesTheItems(string text)
    {
        var import = Plan(Open(text));

        Assert.True(import.Open.IsEmpty, string.Join('\n', import.Lines));
        Assert.Equal(Expected, Lines(import));
    }

    [Fact]
    public void Write_NumbersInACell_AreTakenWhenConfirmed()
    {
        const string Text = "{Q}\nA;1,2\nB;3\nC;\nD;2";
        var several = TableImport.Several(Open(Text), Codebook.Responses, Codebook, FileMapping.None); // as a number it would be 1.2
        Assert.Equal([1], several);
        var table = Open(Text, several);

        var open = Plan(table).Open;
        Assert.Equal(["with_state", "with_private", "with_none"], Assert.Single(open.Values!).Codes!.Select(code => code.Code));
        var import = Plan(table, open with { Values = [open.Values![0] with { Confirmed = true }] });

        Assert.Equal(Expected, Lines(import));
    }

    [Fact]
    public void Write_SetOfSpss_IsFoundByItsQuestion()
    {
        ValueLabel[] labels = [.. new[] { "Staten, kommuner", "Bedrifter", "Ingen" }.Select((label, i) => new ValueLabel(DeliveredValue.Of(i + 1), label))];
        SpssColumn[] columns = [SavFixture.Text("unit_id", 8), SavFixture.Number("S1") with { ValueLabels = labels }, SavFixture.Number("S2") with { ValueLabels = labels }];
        var dictionary = new SpssDictionary { Columns = columns, MultipleResponseSets = [new MultipleResponseSet("$samarb", MultipleResponseKind.Categories, null, Question, ["s1", "s2"])] };
        DeliveredValue[][] rows = [.. new (string Id, double A, double B)[] { ("A", 2, 1), ("B", 3, 0), ("C", 0, 0), ("D", 2, 0) }
            .Select(row => new[] { DeliveredValue.Of(row.Id), row.A == 0 ? DeliveredValue.Empty : DeliveredValue.Of(row.A), row.B == 0 ? DeliveredValue.Empty : DeliveredValue.Of(row.B) })];

        var import = Plan(SavTable.Open(DeliverySource.Of(SavFixture.Write(dictionary, rows, SavWriting.Default), "svar.sav"), null));

        Assert.True(import.Open.IsEmpty, string.Join('\n', import.Lines));
        Assert.Equal(Expected, Lines(import));
    }

    [Fact]
    public void Write_ColumnsThatAPersonNames_AreTaken()
    {
        var table = Open("q7a;q7b\nA;Bedrifter;Staten, kommuner\nB;Ingen;\nC;;\nD;Bedrifter;");
        Assert.Equal(["with_state", "with_private", "with_none"], Plan(table).Open.Columns!.Select(column => column.Variable));

        var import = Plan(table, FileMapping.None with { Columns = [new ColumnMapping("partners", ["q7a", "q7b"], null, Confirmed: true)] });

        Assert.Equal(Expected, Lines(import));
    }

    [Fact]
    public void Plan_UnknownAnswerInACell_IsToBeDecided()
    {
        var import = Plan(Open("{Q}\nA;\"Staten, kommuner;Kirken\"\nB;Ingen\nC;\nD;Bedrifter"));

        Assert.Equal("Kirken", Assert.Single(Assert.Single(import.Open.Values!).Codes!).Value);
        Assert.All(import.Lines.Skip(1), line => Assert.Equal("1 value to decide", line.Left));
    }

    private static Variable Item(string name, string label) => new()
    {
        Name = name,
        Kind = VariableKind.Categorical,
        Label = new(label, label + " (en)"),
        Question = new($"{Question} – {label}", $"Whom did you work with? – {label} (en)"),
        Battery = "partners",
        Categories = [new Category("yes", new("Ja", "Yes")), new Category("no", new("Nei", "No"))],
        MissingCodes = [new MissingCode("", MissingReason.NoAnswer, new("Ubesvart", "Not answered"))],
        Role = DisclosureRole.Sensitive,
    };

    private static DeliveredTable Open(string text, IReadOnlySet<int>? texts = null) => DeliveryFile.Open(DeliverySource.Of(
        Encoding.UTF8.GetBytes("unit_id;" + text.Replace("{Q}", Question, StringComparison.Ordinal) + "\n"), "svar.csv"), new DeliveryChoices { Separator = ';', HeadingRows = 1, Texts = texts ?? new HashSet<int>() });

    private static TableImport Plan(DeliveredTable table, FileMapping? mapping = null) =>
        TableImport.Plan(table, Codebook.Responses, Codebook, mapping ?? FileMapping.None, new Dictionary<string, Func<string, string>>());

    private static string[] Lines(TableImport import) => Encoding.UTF8.GetString(import.Write()).TrimEnd('\n').Split('\n');
}
