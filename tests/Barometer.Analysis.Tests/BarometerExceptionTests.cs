namespace Barometer.Analysis.Tests;

public class BarometerExceptionTests
{
    [Fact]
    public void Type_ByConvention_LetsNotebooksStoreItsMessage() =>
        Assert.Contains(typeof(BarometerException).GetCustomAttributes(inherit: false), mark => mark.GetType().Name == "SafeMessageAttribute");
}
