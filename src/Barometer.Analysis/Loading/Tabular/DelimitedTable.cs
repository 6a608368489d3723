using System.Text;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>A text file with separated fields (.csv, .tsv, .txt) in any encoding. What it doesn't say is found out by reading it once, and reported.</summary>
internal sealed class DelimitedTable : DeliveredTable
{
    private const int Sample = 1 << 18;
    private const int FirstRecords = 200;

    private readonly DeliverySource _source;
    private readonly DelimitedForm _form;

    private DelimitedTable(DeliverySource source, DelimitedForm form)
    {
        _source = source;
        _form = form;
    }

    /// <inheritdoc/>
    public override string Form => $"text, fields separated by {SeparatorFinder.Name(_form.Separator.Separator)}s";

    /// <summary>How days are written in it; null when there are none.</summary>
    public string? DateForm => Columns.Select(column => column.Format).FirstOrDefault(format => format is not null);

    /// <summary>How the file is written.</summary>
    public DelimitedForm Writing => _form;

    /// <summary>Finds out how the file is written, and reads it once to see what its columns hold.</summary>
    /// <param name="source">The file.</param>
    /// <param name="choices">What a person has said of it.</param>
    /// <exception cref="BarometerException">It is no table.</exception>
    public static DelimitedTable Open(DeliverySource source, DeliveryChoices choices)
    {
        var encoding = EncodingFinder.Find(source, choices.Encoding);
        var form = new DelimitedForm
        {
            Encoding = encoding,
            Separator = FindSeparator(source, encoding, choices),
            DecimalMark = '.',
            Dates = DateForms.All,
        };
        var first = First(source, form);
        var headings = Headings.Find(first, choices with { SkippedLines = 0 }); // its first record is a heading
        form = form with { HeadingRecords = headings.Count };
        var names = headings.Names(first);
        var profiles = Look(source, form, names.Count);
        var (dates, dateFinding) = FindDates(profiles, choices.DateForm);
        var (mark, markFinding) = FindMark(profiles, choices.DecimalMark, form.Separator.Separator);
        form = form with { DecimalMark = mark, Dates = dates, Kinds = [.. profiles.Select((profile, i) => choices.Texts.Contains(i) && profile.Filled > 0 ? ValueKind.Text : profile.Kind(mark, dates))] };
        return new DelimitedTable(source, form)
        {
            File = source.Name,
            Columns = [.. names.Select((name, i) => new DeliveredColumn
            {
                Name = name.Name.Length > 0 ? name.Name : FormattableString.Invariant($"column {i + 1}"),
                Label = name.Label,
                Kind = form.Kinds[i],
                Format = form.Kinds[i] is ValueKind.Date or ValueKind.DateTime ? DateForms.Names(dates).First() : null,
            })],
            Findings = [encoding.Finding, form.Separator.Finding, .. markFinding is null ? [] : new[] { markFinding }, .. dateFinding is null ? [] : new[] { dateFinding }, .. Skipped(form, choices)],
        };
    }

    /// <inheritdoc/>
    public override DeliveredRows Rows(IProgress<double>? progress = null) => new DelimitedRows(_source, _form, progress);

    private static FoundSeparator FindSeparator(DeliverySource source, FoundEncoding encoding, DeliveryChoices choices)
    {
        using var text = DelimitedRows.OpenText(source, encoding);
        var letters = new char[Sample];
        try
        {
            var count = text.ReadBlock(letters);
            return SeparatorFinder.Find(new string(letters, 0, count), count < letters.Length, choices);
        }
        catch (DecoderFallbackException)
        {
            throw DelimitedRows.NotInEncoding(source.Name, encoding.Encoding, 1);
        }
    }

    // Numbers as numbers, with a mark of either kind: a heading is none.
    private static List<(DeliveredValue Value, bool IsCovered)[]> First(DeliverySource source, DelimitedForm form)
    {
        using var reader = new DelimitedReader(source, form);
        if (!reader.Read())
        {
            throw new BarometerException(new Problem("The file is empty", source.Name, Expected: "a line of headings and one line a unit", Got: "no headings"));
        }

        var records = new List<(DeliveredValue Value, bool IsCovered)[]>();
        var fields = reader.Count;
        do
        {
            var record = new (DeliveredValue Value, bool IsCovered)[fields];
            for (var i = 0; i < fields; i++)
            {
                var field = reader.Field(i).Trim();
                record[i] = ((ColumnProfile.Number(field, ',') ?? ColumnProfile.Number(field, '.')) is { } number && records.Count > 0 ? DeliveredValue.Of(number) : DeliveredValue.Of(field.ToString()), false);
            }

            records.Add(record);
        }
        while (records.Count < FirstRecords && reader.Read(fields));
        return records;
    }

    private static ColumnProfile[] Look(DeliverySource source, DelimitedForm form, int columns)
    {
        var profiles = new ColumnProfile[columns];
        for (var i = 0; i < profiles.Length; i++)
        {
            profiles[i] = new ColumnProfile();
        }

        using var reader = new DelimitedReader(source, form);
        reader.SkipHeadings(form.HeadingRecords);
        while (reader.Read(columns))
        {
            for (var i = 0; i < profiles.Length; i++)
            {
                profiles[i].Add(reader.Field(i));
            }
        }

        return profiles;
    }

    private static (int Form, Finding? Finding) FindDates(ColumnProfile[] profiles, string? chosen)
    {
        if (chosen is not null)
        {
            return DateForms.Named(chosen) is var named && named != 0
                ? (named, new Finding("dates", chosen, "chosen", IsCertain: true))
                : throw new BarometerException(new Problem($"«{chosen}» is no form of days", Expected: string.Join(", ", DateForms.Names(DateForms.All))));
        }

        var set = profiles.Select(profile => profile.Dates).Where(dates => dates != 0).DefaultIfEmpty(0).Aggregate((one, other) => (one & other) != 0 ? one & other : one);
        if (set == 0)
        {
            return (0, null);
        }

        var names = DateForms.Names(set).ToList();
        return (1 << int.TrailingZeroCount(set), new Finding("dates", names[0], names.Count == 1 ? "no other form fits" : $"{string.Join(" and ", names.Skip(1))} fit, too", names.Count == 1));
    }

    private static (char Mark, Finding? Finding) FindMark(ColumnProfile[] profiles, char? chosen, char separator)
    {
        if (chosen is { } mark)
        {
            return (mark, new Finding("decimal mark", SeparatorFinder.Name(mark), "chosen", IsCertain: true));
        }

        var numbers = profiles.Where(profile => profile.IsNumber).ToList();
        var (commas, points) = (numbers.Sum(profile => profile.Commas), numbers.Sum(profile => profile.Points));
        if (commas + points == 0)
        {
            return (separator == ',' ? '.' : ',', null);
        }

        var found = commas >= points ? ',' : '.';
        return (found, new Finding(
            "decimal mark", found == ',' ? "comma" : "point", FormattableString.Invariant($"{commas} numbers with a comma, {points} with a point"), commas == 0 || points == 0));
    }

    private static IEnumerable<Finding> Skipped(DelimitedForm form, DeliveryChoices choices)
    {
        var first = form.Separator.SkippedLines + 1;
        if (form.HeadingRecords > 1)
        {
            yield return new Finding("headings", FormattableString.Invariant($"{form.HeadingRecords} records from line {first}"), "by what stands in them and below", IsCertain: choices.HeadingRows is not null);
        }
        else if (first > 1)
        {
            yield return new Finding("headings", FormattableString.Invariant($"line {first}"), "the lines before have fewer fields", IsCertain: choices.SkippedLines is not null);
        }
    }
}

/// <summary>How a text file is written.</summary>
internal sealed record DelimitedForm
{
    /// <summary>The encoding.</summary>
    public required FoundEncoding Encoding { get; init; }

    /// <summary>Separator, quotation mark, ends of lines, lines before the headings.</summary>
    public required FoundSeparator Separator { get; init; }

    /// <summary>The decimal mark.</summary>
    public required char DecimalMark { get; init; }

    /// <summary>The form of days.</summary>
    public required int Dates { get; init; }

    /// <summary>How many records the headings take.</summary>
    public int HeadingRecords { get; init; } = 1;

    /// <summary>What the values of each column are.</summary>
    public IReadOnlyList<ValueKind> Kinds { get; init; } = [];
}
