using Barometer.Conformance.Disclosure;
using Barometer.Conformance.Speed;
using Barometer.Conformance.Weighting;

return args switch
{
    ["weighting", var folder] => WeightingCommand.Run(folder, Console.Out, Console.Error),
    ["disclosure", var folder] => DisclosureCommand.Run(folder, null, Console.Out, Console.Error),
    ["disclosure", var folder, "--patterns", var output] => DisclosureCommand.Run(folder, output, Console.Out, Console.Error),
    ["speed", .. var sizes] => SpeedCommand.Run(sizes),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Checks the library against a folder of reference cases; README.md describes their form.

        weighting FOLDER                     weighting and estimation
        disclosure FOLDER [--patterns OUT]   disclosure control; OUT gets our own pattern of each case of linked tables
        speed SIZE…                          suppression on generated tables: 1e2 1e3 1e4
        """);
    return 2;
}
