using ArchUnitNET.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Architecture.Tests;

public class FloorsTests
{
    public static TheoryData<string> Assemblies => [.. Floors.Allowed.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Project_NamesOnlyWhatItStandsOn(string assembly) => Assert.Empty(
        System.Reflection.Assembly.Load(assembly).GetReferencedAssemblies().Select(other => other.Name!).Where(Floors.Allowed.ContainsKey).Except(Floors.Allowed[assembly]));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Folders_NeedEachOtherInNoCircle(string assembly) =>
        Assert.Empty(Floors.Circles(new ArchLoader().LoadAssembly(System.Reflection.Assembly.Load(assembly)).Build(), assembly == "barometer" ? "Barometer.Cli" : assembly));

    [Theory]
    [InlineData("", 0)]
    [InlineData("public Planted.Above.Chart? Chart;", 1)]
    [InlineData("public void Draw() => new Planted.Above.Chart().ToString();", 1)]
    [InlineData("public System.Collections.Generic.List<Planted.Above.Chart> Charts = [];", 1)]
    public void Circles_AnEdgeUpwards_IsFound(string edge, int circles)
    {
        var code = $$"""
            namespace Planted.Below { public class Table { {{edge}} } }
            namespace Planted.Above { public class Chart { public Planted.Below.Table? Table; } }
            """;
        var path = Path.Combine(Path.GetTempPath(), $"planted-{Guid.NewGuid():N}.dll");
        try
        {
            var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(one => MetadataReference.CreateFromFile(one));
            var result = CSharpCompilation.Create(
                Path.GetFileNameWithoutExtension(path), [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(result.Success, string.Join('\n', result.Diagnostics));

            var found = Floors.Circles(new ArchLoader().LoadAssembly(System.Reflection.Assembly.LoadFrom(path)).Build(), "Planted");

            Assert.Equal(circles, found.Count);
            Assert.All(found, circle => Assert.Equal(["Planted.Above", "Planted.Below"], circle));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
