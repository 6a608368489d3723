using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>How a system file is written.</summary>
internal sealed record SavWriting
{
    /// <summary>As SPSS itself writes by default.</summary>
    public static SavWriting Default { get; } = new();

    /// <summary>How the rows are packed.</summary>
    public SavCompression Compression { get; init; } = SavCompression.Bytecode;

    /// <summary>Whether the most significant byte comes first.</summary>
    public bool BigEndian { get; init; }

    /// <summary>The encoding of texts: one in which blanks are single bytes.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The moment that the file names as that of its writing; not the clock's, so that equal data make equal files.</summary>
    public DateTime Moment { get; init; } = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
}
