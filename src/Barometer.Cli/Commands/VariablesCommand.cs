using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer variables</c>: what there is to ask, from the codebooks alone: names, titles, questions, codes and who was asked.</summary>
internal static class VariablesCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("words") { Description = "Words that all stand in a variable's name, title, question or answers, whole or in part, in Norwegian or English; none for all.", Arity = ArgumentArity.ZeroOrMore };
        var survey = new Option<string?>("--survey") { Description = "Only this survey, by its id." };
        var english = new Option<bool>("--english") { Description = "Questions and answers in English." };
        var command = new Command("variables", "List the variables that hold some words, with their questions, codes and who was asked.") { words, survey, english };
        command.SetAction(parsed => Run(Repository.Find(), parsed.GetValue(words) ?? [], parsed.GetValue(survey), parsed.GetValue(english)));
        return command;
    }

    private static int Run(Repository repository, string[] words, string? survey, bool isEnglish)
    {
        var codebooks = SurveyCatalog.Codebooks(repository.Data);
        var chosen = survey is null ? codebooks : [.. codebooks.Where(codebook => codebook.Id == survey)];
        if (chosen.Count == 0)
        {
            var ids = codebooks.Select(codebook => codebook.Id).ToList();
            throw new BarometerException(new Problem($"There is no survey «{survey}»", Expected: NearNames.Expected(ids, survey ?? ""), Hint: NearNames.Hint(ids, survey ?? "")));
        }

        Terminal.Say($"{VariableList.Of(chosen, string.Join(' ', words), isEnglish ? Language.En : Language.Nb)}");
        return ExitCode.Success;
    }
}
