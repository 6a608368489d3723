namespace Barometer.Notebooks.Tests.Sessions;

public class InterruptGateTests
{
    [Fact]
    public void Interrupt_AsTheCodeEnds_NeverReachesWhatComesAfter()
    {
        var random = new Random(2018);
        for (var i = 0; i < 500; i++)
        {
            var (gate, reached, spins) = (new InterruptGate(), false, random.Next(2000));
            var thread = new Thread(() =>
            {
                Thread.SpinWait(spins);
                gate.Close();
                Thread.Sleep(1);
                reached = true;
            });
            thread.Start();
            Thread.SpinWait(random.Next(2000));

            gate.Interrupt(thread);

            thread.Join();
            Assert.True(reached);
        }
    }
}
