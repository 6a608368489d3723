using System.Globalization;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["time", var workload, var n, var data]:
        var respondents = int.Parse(n, CultureInfo.InvariantCulture);
        Console.WriteLine(Timing.Measure("ours", workload, respondents, Workloads.Prepare(workload, data, respondents)));
        break;
    case ["table", var results]:
        Console.WriteLine(RatioTable.Of(File.ReadLines(results)));
        break;
    case ["sav", var path]:
        Console.WriteLine(SavReading.Measure(path));
        break;
    case ["sav-stream", var path]:
        Console.WriteLine(SavReading.Stream(path));
        break;
    case ["sav-table", var results]:
        Console.WriteLine(SavReading.Table(File.ReadLines(results)));
        break;
    case ["releases", .. var number]:
        Console.WriteLine(ReleaseSeries.Measure(number is [var many] ? int.Parse(many, CultureInfo.InvariantCulture) : 100, Console.Error.WriteLine));
        break;
    case ["display", .. var clones]:
        Console.WriteLine(DisplayCost.Compare(clones.Length > 0 ? clones : ["."]));
        break;
    case ["display-of", var clone]:
        Console.WriteLine(DisplayCost.Measure(clone));
        break;
    case ["trace", .. var clones]:
        var trace = new BarTrace(clones.FirstOrDefault("."));
        Console.WriteLine(trace.Write());
        Console.Error.WriteLine(trace.Files());
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Workloads).Assembly).Run(args);
        break;
}
