using Barometer.Conformance.Weighting;

return args switch
{
    ["weighting", var folder] => WeightingCommand.Run(folder, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Checks the library against a folder of reference cases; README.md describes their form.

        weighting FOLDER   weighting and estimation
        """);
    return 2;
}
