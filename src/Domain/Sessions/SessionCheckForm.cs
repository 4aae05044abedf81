using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Sessions;

/// <summary>"Did you meet?" – yes or no, and nothing about what was said (invariant 7).</summary>
public sealed record SessionCheckForm(bool Met)
{
    public const string Field = "met";

    public static Read<SessionCheckForm> Read(IReadOnlyDictionary<string, string> posted) => posted.GetValueOrDefault(Field, "") switch
    {
        "yes" => new Read<SessionCheckForm>(new SessionCheckForm(true), []),
        "no" => new Read<SessionCheckForm>(new SessionCheckForm(false), []),
        _ => new Read<SessionCheckForm>(null, [new Problem(Field, "Please choose whether you met.")]),
    };

    /// <summary>The pair with this person's answer; the last answer of each counts.</summary>
    public Pair ApplyTo(Pair pair, string personId, int session, DateTimeOffset now)
    {
        var answers = pair.Sessions.GetValueOrDefault(session) ?? new SessionAnswers(null, null);
        answers = personId == pair.MentorId ? answers with { MentorSaysMet = Met, MentorAnsweredAt = now } : answers with { MenteeSaysMet = Met, MenteeAnsweredAt = now };
        return pair with { Sessions = new Dictionary<int, SessionAnswers>(pair.Sessions) { [session] = answers } };
    }
}
