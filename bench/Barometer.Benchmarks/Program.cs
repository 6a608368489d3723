using System.Globalization;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["time", var workload, var n, var data]:
        Console.WriteLine(Timing.Measure(workload, int.Parse(n, CultureInfo.InvariantCulture), data));
        break;
    case ["table", var results]:
        Console.WriteLine(RatioTable.Of(File.ReadLines(results)));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Workloads).Assembly).Run(args);
        break;
}
