using ReverseMentoring.Rehearsal.Script;

namespace ReverseMentoring.Rehearsal.People;

/// <summary>One invented person: reads an email and decides what to do about it, and when.</summary>
/// <param name="namesDates">Names the date of each session, for both.</param>
/// <param name="chance">Between 0 and 1, different at every call, the same for the same seed.</param>
public sealed class Participant(string name, Behaviour behaviour, Func<int, bool> pairMeets, bool namesDates, Func<double> chance)
{
    private int _offers;

    public int? WithdrawsAfterSession => behaviour.WithdrawsAfterSession;

    /// <returns>What to answer and after how many days; null: this email asks nothing of this person.</returns>
    /// <param name="now">Local time of the cohort.</param>
    public (string Form, double AfterDays, IReadOnlyDictionary<string, string> Answers)? Read(string template, int number, DateTime now) =>
        template switch
        {
            "launch-invitation" when behaviour.Comes is { } comes => ("launch-reply", 0.2 + chance(), Comes(comes)),
            "training" or "support-session" or "mixer" or "wash-up" when behaviour.Comes is { } comes =>
                ($"{template}-reply", 0.2 + chance(), Comes(comes)),
            "session-opening" when namesDates => ("session-date", 0.2 + chance(), Date(now)),
            "invitation" when behaviour.Portrait == Diligence.InTime =>
                ("pen-portrait", 1 + (8 * chance()), Portraits.Of(name, behaviour.Writes)),
            "portrait-reminder" when behaviour.Portrait == Diligence.AfterReminder =>
                ("pen-portrait", WithinTheWorkingDay(), Portraits.Of(name, behaviour.Writes)),
            "match-offer" when Next() is { } answer && answer != MatchAnswer.Never =>
                ("match-offer", answer == MatchAnswer.DeclinesLate ? 6.5 : 0.5 + (2 * chance()), Choice(AnswerOf(answer))),
            "not-matched" or "match-not-available" when behaviour.Waits is { } waits =>
                ("waiting-list", 0.2 + chance(), Choice(waits ? "wait" : "stop")),
            "pair-ended" => ("waiting-list", 0.2 + chance(), Choice(behaviour.Waits ?? true ? "wait" : "stop")),
            "session-check" => ("session-check", 0.2 + (2 * chance()), Met(number)),
            "session-nudge" => ("session-check", WithinTheDay(), Met(number)),
            "reflection-opening" when behaviour.Reflects is Diligence.InTime or Diligence.Declines =>
                ("reflection", 0.5 + (4 * chance()), Reflection(number)),
            "reflection-reminder" when behaviour.Reflects == Diligence.AfterReminder => ("reflection", WithinTheDay(), Reflection(number)),
            "evaluation-opening" when behaviour.Evaluation == Diligence.InTime => ("evaluation", 1 + (10 * chance()), Evaluation()),
            "evaluation-reminder" when behaviour.Evaluation == Diligence.AfterReminder => ("evaluation", 0.5 + chance(), Evaluation()),
            _ => null,
        };

    /// <summary>A late joiner's reminder that was held back over a weekend may leave from nine to five.</summary>
    private double WithinTheWorkingDay() => Math.Min(0.1 + chance(), 0.3);

    /// <summary>A reminder that was held back over a long weekend may leave no more than a day.</summary>
    private double WithinTheDay() => Math.Min(0.2 + chance(), 0.95);

    private MatchAnswer Next() => _offers++ == 0 ? behaviour.FirstMatch : MatchAnswer.Agrees;

    private static string AnswerOf(MatchAnswer answer) => answer == MatchAnswer.Agrees ? "agree" : "decline-and-wait";

    private static Dictionary<string, string> Choice(string value) => new(StringComparer.Ordinal) { ["choice"] = value };

    /// <param name="email">Their own, which the form asks for.</param>
    public static IReadOnlyDictionary<string, string> Withdrawal(string email) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["choice"] = "withdraw",
        ["your_address"] = email,
    };

    /// <summary>What somebody writes who sat in on a meeting.</summary>
    public static IReadOnlyDictionary<string, string> Card { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["helped"] = "Everybody was asked before the decision, by name, the quietest first.",
        ["left_out"] = "Two jokes that only those who have been there long could follow.",
        ["try"] = "Send the papers a day earlier; some of us read in another language.",
        ["clear"] = "yes",
    };

    private static Dictionary<string, string> Comes(bool comes) => new(StringComparer.Ordinal) { ["comes"] = comes ? "yes" : "no" };

    private Dictionary<string, string> Date(DateTime now) => new(StringComparer.Ordinal)
    {
        ["date"] = now.AddDays(6 + (int)(5 * chance())).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["time"] = "12:30",
        ["minutes"] = "60",
        ["place"] = "Remotely; the link is in our calendars",
        ["preparation"] = chance() < 0.5 ? "Think of one meeting at which somebody was not heard." : "",
    };

    private Dictionary<string, string> Met(int session) => new(StringComparer.Ordinal)
    {
        ["met"] = behaviour.DoesNotMeetInSession == session || !pairMeets(session) ? "no" : "yes",
    };

    private Dictionary<string, string> Reflection(int number)
    {
        if (behaviour.Reflects == Diligence.Declines)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal) { ["choice"] = "decline", ["text"] = "" };
        }

        var writes = chance() < 0.6;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["choice"] = "acknowledge",
            ["text"] = writes
                ? $"After session {number} I look at something I thought I knew in another way.\nI want to try it out before the next one."
                : "",
            ["readers"] = !writes ? "" : chance() < 0.5 ? "only-me" : "my-partner",
        }.Where(f => f.Value.Length > 0 || f.Key == "text").ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
    }

    private Dictionary<string, string> Evaluation()
    {
        string Score() => (chance() < 0.7 ? 5 : 4).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["worthwhile"] = Score(),
            ["learned"] = Score(),
            ["safe"] = Score(),
            ["matched"] = Score(),
            ["again"] = Score(),
            ["comment"] = chance() < 0.7 ? "Keep the six sessions; begin the next cohort a little earlier in the year." : "",
        };
    }
}
