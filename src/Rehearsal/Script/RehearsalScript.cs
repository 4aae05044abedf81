using System.Text.Json;
using ReverseMentoring.Functions.Adapters;

namespace ReverseMentoring.Rehearsal.Script;

/// <summary>How the invented people behave, and how the cohort must end.</summary>
/// <param name="Starts">Local time at which the coordinator creates and starts the cohort.</param>
/// <param name="People">Those who do not simply answer in time, by address.</param>
public sealed record RehearsalScript(DateTime Starts, int ReleasesMatchesAfterDays, IReadOnlyList<Behaviour> People, Expectation Expect)
{
    /// <exception cref="InvalidOperationException">The script can't be read; the message says where.</exception>
    public static RehearsalScript Load(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RehearsalScript>(File.ReadAllText(file), DocumentJson.Options)!;
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)} can't be read at line {broken.LineNumber + 1}: {broken.Message}", broken);
        }
    }

    public Behaviour Of(string email) => People.FirstOrDefault(p => string.Equals(p.Email, email, StringComparison.OrdinalIgnoreCase)) ?? new Behaviour { Email = email };
}

public sealed record Behaviour
{
    public required string Email { get; init; }

    public Diligence Portrait { get; init; }

    public Diligence Evaluation { get; init; }

    public Diligence Reflects { get; init; }

    /// <summary>Withdraws some days after this session closes.</summary>
    public int? WithdrawsAfterSession { get; init; }

    /// <summary>The person's pair does not meet in this session.</summary>
    public int? DoesNotMeetInSession { get; init; }
}

public enum Diligence
{
    InTime,
    AfterReminder,
    Never,

    /// <summary>Answers that they would rather not.</summary>
    Declines,
}

/// <param name="Erasures">By reason, as in the trace.</param>
/// <param name="Nudged">How many nudges go out because a pair had not met.</param>
/// <param name="MissedSessions">How often the coordinator hears of a missed session.</param>
public sealed record Expectation(int Pairs, IReadOnlyDictionary<string, int> Erasures, int Nudged, int MissedSessions);
