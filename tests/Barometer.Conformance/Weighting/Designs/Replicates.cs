namespace Barometer.Conformance.Weighting.Designs;

/// <summary>Gives designs replicate weights.</summary>
internal static class Replicates
{
    /// <summary>The data with the replicate weights of a file as columns.</summary>
    public static DataSet Joined(DataSet data, ReplicatesForm? form, DataReader reader) => form?.File is not { } file
        ? data
        : new DataSet(data.Name, [.. data.Columns, .. reader.Numbers(file).Select((values, i) => new NumericColumn(Name(i), values))]);

    /// <summary>The design with its replicates.</summary>
    public static SurveyDesign Replicate(SurveyDesign design, ReplicatesForm? form) => form is null ? design : design.Replicated(form.Method switch
    {
        "jk1" or "jkn" or "jackknife" => Replication.Jackknife(form.AroundEstimate ?? false),
        "brr" => Replication.Balanced(0, form.AroundEstimate ?? false),
        "fay" => Replication.Balanced(form.Rho ?? throw new FormException("Fay's method needs «rho»."), form.AroundEstimate ?? false),
        "bootstrap" => Replication.Bootstrap(Count(form), form.Seed ?? 1, aroundEstimate: form.AroundEstimate ?? true),
        "subbootstrap" => Replication.SubBootstrap(Count(form), form.Seed ?? 1, finite: form.Finite, aroundEstimate: form.AroundEstimate ?? false),
        "given" => Replication.Stored(
            Columns(form, design),
            form.Scale ?? throw new FormException("Given replicates need «scale»."),
            form.Combined,
            form.ReplicateScales,
            form.AroundEstimate ?? false),
        _ => throw new NotSupportedException($"the replicates «{form.Method}»"),
    });

    private static int Count(ReplicatesForm form) => form.Count ?? throw new FormException("A bootstrap needs «count».");

    private static List<string> Columns(ReplicatesForm form, SurveyDesign design) => form.File is null
        ? [.. form.Columns]
        : [.. design.Sample.Data.Columns.Select(column => column.Name).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))];

    private const string Prefix = "replicate ";

    private static string Name(int i) => FormattableString.Invariant($"{Prefix}{i + 1}");
}
