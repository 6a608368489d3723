using System.Text;

namespace Barometer.Evidence.Exhibits;

/// <summary>One file for the folder of artifacts. It is made when its bytes are first asked for, and once.</summary>
internal sealed record ArtifactFile
{
    private readonly Lazy<byte[]> _bytes;

    /// <summary>A file.</summary>
    /// <param name="name">Its path under the folder of artifacts, with forward slashes: <c>figures/innovated-by-group.png</c>.</param>
    /// <param name="make">Makes its bytes.</param>
    public ArtifactFile(string name, Func<byte[]> make) => (Name, _bytes) = (name, new Lazy<byte[]>(make));

    /// <summary>A file of text, stored in UTF-8.</summary>
    public ArtifactFile(string name, Func<string> write)
        : this(name, () => Encoding.UTF8.GetBytes(write()))
    {
    }

    /// <summary>Its path under the folder of artifacts, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>Its content.</summary>
    public byte[] Bytes => _bytes.Value;

    /// <summary>What made it, for messages and the register: <c>02-innovation-activity, cell 4 (by-group)</c>.</summary>
    public string Origin { get; init; } = "the reproduction itself";
}
