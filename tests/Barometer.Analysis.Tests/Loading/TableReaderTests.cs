using System.Globalization;
using System.Text;
using CsCheck;

namespace Barometer.Analysis.Tests.Loading;

public class TableReaderTests
{
    private static readonly LocalizedText Label = new("x", "x");

    private static readonly Variable[] Variables =
    [
        new() { Name = "unit_id", Kind = VariableKind.Identifier, Label = Label },
        new()
        {
            Name = "colour",
            Kind = VariableKind.Categorical,
            Label = Label,
            Categories = [.. "red green blue".Split(' ').Select(code => new Category(code, Label))],
            MissingCodes = [new("", MissingReason.NoAnswer, Label), new("dk", MissingReason.DontKnow, Label)],
        },
        new() { Name = "amount", Kind = VariableKind.Numeric, Label = Label, MissingCodes = [new("", MissingReason.NoAnswer, Label)] },
    ];

    // Whatever is written, quoted or not, with empty lines inside quotes, is read back with its line.
    [Fact]
    public void Read_AnyFile_GivesBackWhatWasWrittenAndWhere() => Gen.Select(
            Gen.OneOfConst("red", "green", "blue", "dk", ""), Gen.Double[-1e6, 1e6], Gen.Int[0, 3], Gen.Bool)
        .Array[1, 40].Sample(rows =>
        {
            var text = new StringBuilder("unit_id,colour,amount\n");
            var lines = new List<int>();
            var line = 2;
            for (var i = 0; i < rows.Length; i++)
            {
                var (colour, amount, breaks, quoted) = rows[i];
                lines.Add(line);
                line += 1 + breaks;
                text.Append(CultureInfo.InvariantCulture, $"\"u{i}{new string('\n', breaks)}\",{(quoted ? $"\"{colour}\"" : colour)},{amount:F6}\n");
            }

            var file = Read(text.ToString());

            Assert.Equal(lines, file.Lines);
            var colours = (CategoricalColumn)file.Find("colour")!.ToColumn();
            Assert.Equal(rows.Select(row => Array.IndexOf(["red", "green", "blue"], row.Item1)), colours.Codes.ToArray());
            Assert.Equal(rows.Select(row => double.Parse(row.Item2.ToString("F6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)), ((NumericColumn)file.Find("amount")!.ToColumn()).Values.ToArray());
            for (var i = 0; i < rows.Length; i++)
            {
                Assert.Equal(rows[i].Item1 == "dk", colours.MissingAt(i) == MissingReason.DontKnow);
            }
        }, iter: 100);

    [Fact]
    public void Read_LongCategoryList_FindsEveryCode()
    {
        var codes = Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"c{i}")).ToArray();
        var variable = Variables[1] with { Categories = [.. codes.Select(code => new Category(code, Label))] };

        var file = Read("unit_id,colour,amount\n" + string.Concat(codes.Select(code => $"{code},{code},1\n")), [Variables[0], variable, Variables[2]]);

        Assert.Equal(Enumerable.Range(0, 60), ((CategoricalColumn)file.Find("colour")!.ToColumn()).Codes.ToArray());
    }

    private static TableFile Read(string text, Variable[]? variables = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            var problems = new ProblemLog("x.csv");
            var file = TableReader.Read(path, variables ?? Variables, problems);
            Assert.Equal([], problems.ToList().Where(p => !p.What.Contains("blanks", StringComparison.Ordinal)));
            return file!;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
