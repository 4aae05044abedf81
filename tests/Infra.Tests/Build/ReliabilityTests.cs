namespace ReverseMentoring.Infra.Tests.Build;

/// <summary>The command that plays what must never go wrong; the plays themselves are held by the tests whose they are.</summary>
public class ReliabilityTests
{
    /// <remarks>Without the kills, which take a minute however few they are, since each is compared with a whole cohort's life.</remarks>
    [Fact]
    public void A_small_run_meets_every_goal_prints_one_table_and_succeeds()
    {
        var (code, output, errors) = Run("--kills", "0", "--links", "10000", "--bodies", "2", "--orders", "500", "--faults", "1",
            "--sequences", "20");
        Assert.True(code == 0, output + errors);
        var rows = output.Split('\n').Where(l => l.StartsWith('|')).ToList();
        Assert.Equal(2 + 5, rows.Count);
        Assert.All(rows[2..], row => Assert.EndsWith(" met |", row.TrimEnd(), StringComparison.Ordinal));
        Assert.Contains("links forged", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_is_none_is_told_and_nothing_is_played()
    {
        var (code, output, errors) = Run("--kills", "many");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--kills is a whole number from 0", errors, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Run(params string[] options) => Programs.Try(
        "dotnet", [Path.Combine(Repository.Output("bench"), "ReverseMentoring.Bench.dll"), "reliability", .. options]);
}
