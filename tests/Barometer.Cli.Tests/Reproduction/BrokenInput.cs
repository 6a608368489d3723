using System.Text;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>One way to break the input, and what the program has to say of it.</summary>
/// <param name="Name">What is wrong, in short.</param>
/// <param name="Break">Breaks it; where it writes an answer, that is <see cref="Secret"/>.</param>
/// <param name="Says">Parts of the message: what, file, line, column, hint.</param>
internal sealed record BrokenInput(string Name, Action<InputFiles> Break, params string[] Says)
{
    /// <summary>What no message may hold.</summary>
    public const string Secret = "4711-hemmelig";

    private const string Answers = "data/synthetic/strategic-2018/responses.csv";
    private const string Frame = "data/synthetic/strategic-2018/frame.csv";

    /// <summary>Every kind of problem with the files of answers and the frame, and one with each other file that is read first.</summary>
    public static IReadOnlyList<BrokenInput> All { get; } =
    [
        new("unknown column", files => files.EditLine(Answers, 1, line => line + ",shoe_size"),
            "A column is unknown", $"({Answers}, line 1, column shoe_size)", "hint: add it to the codebook"),
        new("missing column", files => files.EditLine(Answers, 1, line => line.Replace(",main_reason", ",reason_of_all", StringComparison.Ordinal)),
            "A column is missing", $"({Answers}, line 1, column main_reason)", "hint: add the column"),
        new("code outside the categories", files => files.Set(Answers, 4, "main_reason", Secret),
            "A code is not among the categories", $"({Answers}, line 4, column main_reason)", "hint: look the code up in the codebook"),
        new("wrong decimal mark", files => files.Set(Answers, 5, "staff_central", "\"4711,5\""),
            "The decimal mark is wrong", $"({Answers}, line 5, column staff_central)", "hint: write 2.5, not 2,5"),
        new("duplicate id", files => files.EditLine(Answers, 6, _ => files.Line(Answers, 5)),
            "A unit stands twice", $"({Answers}, line 6, column unit_id)", "hint: keep one of the rows"),
        new("encoding", files => files.SetBytes(Answers, 7, Encoding.Latin1.GetBytes("æøå")),
            "The file is not UTF-8", $"({Answers}, line 7)", "hint: save the file as UTF-8"),
        new("respondent not in the frame", files => files.Set(Answers, 8, "unit_id", Secret),
            "A respondent is not in the frame", $"({Answers}, line 8, column unit_id)", "hint: mend the identifier"),
        new("answered a question routed past", files => files.Set(Answers, 9, "strategy", "none").Set(Answers, 9, "strategy_users", "yes"),
            "A question was answered that routing leads past", $"({Answers}, column strategy_users)", "hint: mend strategy or empty this field"),
        new("wrong number of fields", files => files.EditLine(Answers, 10, line => line + "," + Secret),
            "A row has the wrong number of fields", $"({Answers}, line 10)", "hint: look for a decimal comma"),
        new("quote never closed", files => files.Set(Answers, 11, "main_reason", "\"" + Secret),
            "A quotation mark is out of place", $"({Answers}, line 11)", "hint: the row begins on this line"),
        new("semicolons", files => files.EditLine(Answers, 1, line => line.Replace(',', ';')),
            "The fields are not separated by commas", $"({Answers}, line 1)", "hint: save with commas"),
        new("number out of range", files => files.Set(Frame, 3, "employees", "-4711"),
            "A number lies outside its range", $"({Frame}, line 3, column employees)", "got: a number below the range"),
        new("respondent not invited", files => files.Set(Frame, files.LineOf(Frame, files.Line(Answers, 2)[..4]), "invited", "no"),
            "A respondent was not invited", $"({Answers}, line 2, column unit_id)", "A unit answered without being invited"),
        new("no answers of one who answered", files => files.DropLine(Answers, 12),
            "A unit is marked as answered but has no answers", Frame, "column answered"),
        new("missing file", files => files.Delete(Answers),
            "A file is missing", $"({Answers})", "hint: «barometer synthesize» makes the synthetic files"),
        new("empty file", files => files.SetText(Answers, ""),
            "The file is empty", $"({Answers})"),
        new("codebook", files => files.SetText("data/codebook/strategic-2018.json", "{ \"name\": "),
            "codebook/strategic-2018.json"),
        new("policy", files => files.SetText("data/releases/policy.json", "{ \"version\": "),
            "The policy file is no valid JSON", "policy.json", "hint: restore data/releases/policy.json"),
        new("published figures", files => files.EditLine("data/published/figures.csv", 1, line => "x" + line),
            "figures.csv"),
    ];
}
