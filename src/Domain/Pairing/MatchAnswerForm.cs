using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>Reads the answer to "do you agree to this match?". No reason is asked, and there is nowhere to write one.</summary>
/// <param name="Waits">Of somebody who declined: whether another match should be looked for.</param>
public sealed record MatchAnswerForm(ConsentAnswer Answer, bool Waits)
{
    public const string Field = "choice";
    public const string Agree = "agree";
    public const string DeclineAndWait = "decline-and-wait";
    public const string DeclineAndStop = "decline-and-stop";

    public static Read<MatchAnswerForm> Read(IReadOnlyDictionary<string, string> posted) => posted.GetValueOrDefault(Field, "") switch
    {
        Agree => new Read<MatchAnswerForm>(new MatchAnswerForm(ConsentAnswer.Agreed, false), []),
        DeclineAndWait => new Read<MatchAnswerForm>(new MatchAnswerForm(ConsentAnswer.Declined, true), []),
        DeclineAndStop => new Read<MatchAnswerForm>(new MatchAnswerForm(ConsentAnswer.Declined, false), []),
        _ => new Read<MatchAnswerForm>(null, [new Problem(Field, "Please choose one of the answers.")]),
    };
}
