using Barometer.Conformance.Deliveries;
using Barometer.Conformance.Disclosure;
return args switch
{
    ["weighting", var folder] => WeightingCommand.Run(folder, Console.Out, Console.Error),
    ["disclosure", var folder] => DisclosureCommand.Run(folder, null, Console.Out, Console.Error),
    ["disclosure", var folder, "--patterns", var output] => DisclosureCommand.Run(folder, output, Console.Out, Console.Error),
    ["disclosure", var folder, "--quick"] => DisclosureCommand.Run(folder, null, SearchEffort.Quick, Console.Out, Console.Error),
    ["deliveries", var folder, "--rewrite", var output] => RewriteCommand.Run(folder, output, Console.Out),
    ["deliveries", var folder, "--fuzz", var count] => FuzzCommand.Run(folder, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), Console.Out),
    ["deliveries", var folder] => DeliveriesCommand.Run(folder, Console.Out, Console.Error),
    ["speed", .. var sizes] => SpeedCommand.Run(sizes),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Checks the library against a folder of reference cases; README.md describes their form.

        weighting FOLDER                     weighting and estimation
        disclosure FOLDER [--patterns OUT]   disclosure control; OUT gets our own pattern of each case of linked tables
        disclosure FOLDER --quick            the same with the quick search of releases, which doesn't look for the cheapest pattern
        deliveries FOLDER                    files as survey tools deliver them: SPSS, Excel, text with separated fields
        deliveries FOLDER --rewrite OUT      writes each SPSS file that can be read anew, in all forms; rewritten.R compares them by haven
        deliveries FOLDER --fuzz COUNT       reads COUNT damaged copies of the folder's files, none of which may crash the reader, hang it or fill the memory
        speed SIZE… [--audit]                suppression on generated tables: 1e2 1e3 1e4 1e4-3d 1e5 1e5-4d
        """);
    return 2;
}
