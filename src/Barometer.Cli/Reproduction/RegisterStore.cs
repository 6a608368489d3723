namespace Barometer.Cli.Reproduction;

/// <summary>The stored register of figures and tables. A reproduction renews it, and <c>--check</c> fails when it differs.</summary>
/// <param name="data">The data folder.</param>
internal sealed class RegisterStore(string data)
{
    private readonly string _path = Path.Combine(data, "releases", PackRegister.FileName);

    /// <summary>Writes the register.</summary>
    public void Store(string register) => File.WriteAllText(_path, register);

    /// <summary>What to say when the stored register differs from that of a fresh run.</summary>
    public IEnumerable<string> FindStale(string register) => File.Exists(_path) && File.ReadAllText(_path) == register
        ? []
        : [$"data/releases/{PackRegister.FileName} differs from the register of a fresh run"];
}
