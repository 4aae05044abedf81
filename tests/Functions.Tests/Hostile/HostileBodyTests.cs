namespace ReverseMentoring.Functions.Tests.Hostile;

public sealed class HostileBodyTests
{
    private const int Bodies = 2000;

    public static TheoryData<int, string> Targets
    {
        get
        {
            var targets = new TheoryData<int, string>();
            foreach (var target in HostilePlay.Targets)
            {
                targets.Add(targets.Count, target.Path);
            }

            return targets;
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Whatever_is_posted_the_answer_is_no_server_error_names_the_place_and_what_is_refused_changes_nothing(
        int target, string path)
    {
        var played = await HostilePlay.RunAsync(HostilePlay.Targets[target], Bodies);
        Assert.Empty(played.Wrong);
        Assert.True(played.Refused >= HostilePlay.Huge, $"{path}: {played.Taken} were taken, {played.Refused} refused.");
    }
}
