using CsCheck;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Functions.Tests.RoleSequences;

/// <summary>
/// Whatever coordinators, administrators, participants and strangers do, in any order: what somebody wrote for few is read by those alone,
/// in no answer, page, email or log line by anybody else (S1).
/// </summary>
public sealed class RoleSequencesTests
{
    private const int Sequences = 600;

    private static readonly Gen<int[]> Numbers = Gen.Int[0, 1_000_000].Array[6, 24];

    [Fact]
    public async Task Nobody_reads_what_was_not_written_for_them_whatever_anybody_does()
    {
        await using var stage = await RoleStage.OpenAsync();
        var players = new RolePlayers(stage);
        Numbers.Sample(
            numbers => players.PlayAsync(numbers).GetAwaiter().GetResult() is { } leak ? throw new InvalidOperationException(leak) : true,
            iter: Sequences,
            threads: 1);
        Assert.True(stage.ReadBack > 100, $"Those who may read were shown {stage.ReadBack} texts only.");
        Assert.True(Count("chose POST r/* 200") > 50 && Count("coordinator GET") > 100 && Count("administrator GET") > 50);

        int Count(string call) => stage.Answers.Where(a => a.Key.StartsWith(call, StringComparison.Ordinal)).Sum(a => a.Value);
    }

    [Fact]
    public async Task Without_the_seal_on_earlier_writing_such_a_sequence_is_found()
    {
        await using var stage = await RoleStage.OpenAsync();
        stage.Store.Out = document => document is Person person ? person with { SealedBefore = null } : document;
        var players = new RolePlayers(stage);
        var random = new Random(1);
        for (var i = 0; i < 2 * Sequences; i++)
        {
            var numbers = Enumerable.Range(0, 24).Select(_ => random.Next(1_000_000)).ToArray();
            if (await players.PlayAsync(numbers) is { } leak)
            {
                Assert.Contains("the address that staff chose", leak, StringComparison.Ordinal);
                return;
            }
        }

        Assert.Fail("Nothing leaked although the rule was taken away.");
    }
}
