using ReverseMentoring.Functions.Tests.CrashedCohort;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Crash;

public sealed class KilledCohortTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("killed-").FullName;

    [Fact]
    public async Task A_cohort_killed_twenty_times_sends_every_email_once_loses_no_answer_and_ends_as_if_undisturbed() =>
        Assert.Empty((await new KillHarness(_folder, Samples.Judicial, kills: 20, seed: 2023, _ => { }).RunAsync()).Wrong);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
