using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>Reads whether somebody without a match wishes to be considered again.</summary>
public sealed record WaitingForm(bool Waits)
{
    public const string Field = "choice";
    public const string Wait = "wait";
    public const string Stop = "stop";

    public static Read<WaitingForm> Read(IReadOnlyDictionary<string, string> posted) => posted.GetValueOrDefault(Field, "") switch
    {
        Wait => new Read<WaitingForm>(new WaitingForm(true), []),
        Stop => new Read<WaitingForm>(new WaitingForm(false), []),
        _ => new Read<WaitingForm>(null, [new Problem(Field, "Please choose one of the answers.")]),
    };

    /// <summary>The person with the answer; the same where they had given it already.</summary>
    public Person ApplyTo(Person person, DateTimeOffset now) => person.WaitingAnsweredAt is not null && person.WaitingSince is not null == Waits
        ? person
        : person with { WaitingSince = Waits ? person.WaitingSince ?? now : null, WaitingAnsweredAt = now, MentoringEndedAt = person.MentoringEndedAt ?? now };
}
