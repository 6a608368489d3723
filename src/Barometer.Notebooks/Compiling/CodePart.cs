namespace Barometer.Notebooks.Compiling;

/// <summary>A piece of a cell that is compiled and run by itself.</summary>
/// <param name="Name">The cell or the file that it stands in: <c>cell 3</c>, <c>load.cs</c>.</param>
/// <param name="Code">Its text, after as many blank lines as the lines before it, so that its lines keep their numbers.</param>
/// <param name="References">The libraries that it names with <c>#r</c>.</param>
/// <param name="ImportedAt">The line of the cell that imported it; null when it stands in the cell.</param>
internal sealed record CodePart(string Name, string Code, IReadOnlyList<LibraryReference> References, int? ImportedAt)
{
    /// <summary>Whether there is nothing to compile.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Code);
}

/// <summary>A library named by <c>#r</c>.</summary>
/// <param name="Path">The absolute path of the assembly.</param>
/// <param name="Line">The line that names it, in the cell or in the imported file.</param>
internal sealed record LibraryReference(string Path, int Line);
