using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Leaving;

/// <summary>Withdrawing needs a choice that starts unselected and a button, so that no link scanner can do it.</summary>
public sealed record WithdrawForm(bool Withdraws)
{
    public const string Field = "choice";
    public const string Leave = "withdraw";
    public const string Stay = "stay";

    public static Read<WithdrawForm> Read(IReadOnlyDictionary<string, string> posted) => posted.GetValueOrDefault(Field, "") switch
    {
        Leave => new Read<WithdrawForm>(new WithdrawForm(true), []),
        Stay => new Read<WithdrawForm>(new WithdrawForm(false), []),
        _ => new Read<WithdrawForm>(null, [new Problem(Field, "Please choose whether to withdraw or to stay.")]),
    };
}
