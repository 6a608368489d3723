namespace Barometer.Analysis.Loading.Spss;

/// <summary>
/// The records before the rows of a system file, as bytes: what they mean is known only when all have been read, since one of the last names the
/// encoding of the first.
/// </summary>
internal sealed class SavRecords
{
    private const int DocumentLine = 80;
    private const int EndOfDictionary = 999;

    private readonly SavInput _input;

    private SavRecords(SavInput input) => _input = input;

    /// <summary>The variables in the file's order, without the continuations of long texts.</summary>
    public List<SavVariable> Variables { get; } = [];

    /// <summary>The sets of value labels, each with the variables that have it.</summary>
    public List<SavLabelSet> Labels { get; } = [];

    /// <summary>The lines of documents.</summary>
    public List<byte[]> Documents { get; } = [];

    /// <summary>The extension records.</summary>
    public List<SavExtension> Extensions { get; } = [];

    /// <summary>The number of elements of eight bytes in a row.</summary>
    public int Elements { get; private set; }

    /// <summary>The byte at which the rows begin.</summary>
    public long DataStart { get; private set; }

    /// <summary>Reads all records up to the rows.</summary>
    /// <exception cref="BarometerException">A record is damaged.</exception>
    public static SavRecords Read(SavInput input)
    {
        var records = new SavRecords(input);
        while (records.ReadNext())
        {
        }

        records.CheckContinuations();
        records.DataStart = input.Position;
        return records;
    }

    private bool ReadNext()
    {
        var at = _input.Position;
        var type = _input.Int32("the dictionary");
        switch (type)
        {
            case 2:
                ReadVariable(at);
                return true;
            case 3:
                ReadLabels(at);
                return true;
            case 6:
                ReadDocuments(at);
                return true;
            case 7:
                ReadExtension(at);
                return true;
            case EndOfDictionary:
                _input.Skip(sizeof(int), "the end of the dictionary");
                return false;
            default:
                throw SpssProblem.Damaged(
                    _input.File, at, "The dictionary holds a record of an unknown type", "type 2, 3, 6, 7 or 999", FormattableString.Invariant($"type 0x{type:X}"));
        }
    }

    private void ReadVariable(long at)
    {
        const string What = "a variable (record 2)";
        var type = _input.Int32(What);
        var hasLabel = _input.Int32(What);
        var missing = _input.Int32(What);
        var print = SpssFormat.Unpack(_input.Int32(What));
        var write = SpssFormat.Unpack(_input.Int32(What));
        var name = _input.Bytes(8, What);
        if (type is < -1 or > 255)
        {
            throw SpssProblem.Damaged(_input.File, at + 4, "A variable is of an impossible type", "0 (a number), 1 to 255 (a text's width) or −1", FormattableString.Invariant($"{type}"));
        }

        if (hasLabel is not (0 or 1))
        {
            throw SpssProblem.Damaged(_input.File, at + 8, "A variable doesn't say whether it has a label", "0 or 1", FormattableString.Invariant($"{hasLabel}"));
        }

        if (missing is not (-3 or -2 or 0 or 1 or 2 or 3))
        {
            throw SpssProblem.Damaged(_input.File, at + 12, "A variable has an impossible number of missing values", "−3, −2 or 0 to 3", FormattableString.Invariant($"{missing}"));
        }

        byte[] label = [];
        if (hasLabel == 1)
        {
            var length = _input.Int32("a variable's label");
            label = _input.Bytes(length, "a variable's label");
            _input.Skip(Padding(length, 4), "a variable's label");
        }

        var values = new byte[Math.Abs(missing)][];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _input.Bytes(8, "a variable's missing values");
        }

        Elements++;
        if (type >= 0)
        {
            Variables.Add(new SavVariable(at, Elements, type, print, write, name, label, missing < 0, values));
        }
        else if (Variables.Count == 0)
        {
            throw SpssProblem.Damaged(_input.File, at, "The dictionary begins with the continuation of a text", "a variable", "a record of type −1");
        }
    }

    private void ReadLabels(long at)
    {
        const string What = "a set of value labels (record 3)";
        var count = _input.Int32(What);
        if (count < 0)
        {
            throw SpssProblem.Damaged(_input.File, at + 4, "A set of value labels has an impossible length", "a number of labels", "a negative one");
        }

        var labels = new List<(byte[] Value, byte[] Label)>();
        for (var i = 0; i < count; i++)
        {
            var value = _input.Bytes(8, What);
            var length = _input.Bytes(1, What)[0];
            labels.Add((value, _input.Bytes(length, What)));
            _input.Skip(Padding(length + 1, 8), What);
        }

        const string Users = "the list of variables with labels (record 4)";
        var usersAt = _input.Position;
        if (_input.Int32(Users) is var type && type != 4)
        {
            throw SpssProblem.Damaged(_input.File, usersAt, "The labels are followed by no list of their variables", "a record of type 4", FormattableString.Invariant($"type 0x{type:X}"));
        }

        var users = _input.Int32(Users);
        var bytes = _input.Bytes(users < 0 ? users : (long)users * sizeof(int), Users);
        Labels.Add(new SavLabelSet(usersAt, labels, [.. Enumerable.Range(0, users).Select(i => _input.Int32(bytes.AsSpan(i * sizeof(int))))]));
    }

    private void ReadDocuments(long at)
    {
        const string What = "the documents (record 6)";
        var lines = _input.Int32(What);
        if (lines < 0)
        {
            throw SpssProblem.Damaged(_input.File, at + 4, "The documents have an impossible length", "a number of lines", "a negative one");
        }

        for (var i = 0; i < lines; i++)
        {
            Documents.Add(_input.Bytes(DocumentLine, What));
        }
    }

    private void ReadExtension(long at)
    {
        var subtype = _input.Int32("an extension (record 7)");
        var what = FormattableString.Invariant($"an extension (record 7/{subtype})");
        var size = _input.Int32(what);
        var count = _input.Int32(what);
        if (size < 0 || count < 0)
        {
            throw SpssProblem.Damaged(_input.File, at + 8, $"The length of {what} is impossible", "a length that isn't negative", "a negative one");
        }

        Extensions.Add(new SavExtension(_input.Position, subtype, size, count, _input.Bytes((long)size * count, what)));
    }

    // A text of more than eight bytes is followed by a continuation for each further eight.
    private void CheckContinuations()
    {
        for (var i = 0; i < Variables.Count; i++)
        {
            var next = i + 1 < Variables.Count ? Variables[i + 1].Element : Elements + 1;
            var needed = Variables[i].Elements;
            if (next - Variables[i].Element is var found && found != needed)
            {
                throw SpssProblem.Damaged(
                    _input.File,
                    Variables[i].Offset,
                    "A variable has the wrong number of continuations",
                    FormattableString.Invariant($"{needed - 1}"),
                    FormattableString.Invariant($"{found - 1}"));
            }
        }
    }

    /// <summary>How many bytes fill the last unit.</summary>
    public static int Padding(int length, int unit) => (unit - (length % unit)) % unit;
}

/// <summary>A variable as it stands in the file.</summary>
/// <param name="Offset">The byte at which it stands.</param>
/// <param name="Element">The place of its first element in a row, from 1.</param>
/// <param name="Width">0 for a number, else a text's width in bytes.</param>
/// <param name="Print">How it is shown.</param>
/// <param name="Write">How it is written.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Label">Its label; empty without one.</param>
/// <param name="HasRange">Whether its missing values begin with a range.</param>
/// <param name="Missing">Its missing values.</param>
internal sealed record SavVariable(long Offset, int Element, int Width, SpssFormat Print, SpssFormat Write, byte[] Name, byte[] Label, bool HasRange, byte[][] Missing)
{
    /// <summary>How many elements of eight bytes it takes in a row.</summary>
    public int Elements => Math.Max(1, (Width + 7) / 8);
}

/// <summary>A set of value labels.</summary>
/// <param name="Offset">The byte at which the list of its variables stands.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Elements">The places of the variables that have it, from 1.</param>
internal sealed record SavLabelSet(long Offset, IReadOnlyList<(byte[] Value, byte[] Label)> Labels, IReadOnlyList<int> Elements);

/// <summary>An extension record.</summary>
/// <param name="Offset">The byte at which its data stand.</param>
/// <param name="Subtype">What it holds.</param>
/// <param name="Size">The size of an item.</param>
/// <param name="Count">The number of items.</param>
/// <param name="Data">Its data.</param>
internal sealed record SavExtension(long Offset, int Subtype, int Size, int Count, byte[] Data);
