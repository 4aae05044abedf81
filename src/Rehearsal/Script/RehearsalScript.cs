using System.Text.Json;
using ReverseMentoring.Functions.Adapters;

namespace ReverseMentoring.Rehearsal.Script;

/// <summary>How the invented people behave, and how the cohort must end.</summary>
/// <param name="Starts">Local time at which the coordinator creates and starts the cohort.</param>
/// <param name="People">Those who do not simply answer in time, by address.</param>
public sealed record RehearsalScript(DateTime Starts, int ReleasesMatchesAfterDays, IReadOnlyList<Behaviour> People, Expectation Expect)
{
    /// <summary>
    /// Days after the last answer about a match at which the coordinator has those left over matched again; null: they do not.
    /// </summary>
    public int? ProposesAgainAfterDays { get; init; }

    /// <summary>
    /// Reverse mentors who sit in on a meeting of their partner's after this session, and write down what they noticed, by address.
    /// </summary>
    public IReadOnlyDictionary<string, int> Observers { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// Local time after the launch at which the coordinator has those without a partner matched again; null: they do not.
    /// </summary>
    public DateTime? MatchesAgainAt { get; init; }

    /// <summary>People whom the coordinator adds when the deadline has passed; null: none.</summary>
    public LateArrival? LateJoiners { get; init; }

    /// <summary>
    /// A table of people who apply by themselves: of their columns those of people, and when, why, and how they are answered.
    /// </summary>
    public string? Applicants { get; init; }

    /// <summary>The reverse mentor of each pair names the date of each session.</summary>
    public bool MentorsNameDates { get; init; }

    /// <summary>What the coordinator does besides, by the API.</summary>
    public IReadOnlyList<CoordinatorCall> Coordinator { get; init; } = [];

    /// <exception cref="InvalidOperationException">The script can't be read; the message says where.</exception>
    public static RehearsalScript Load(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RehearsalScript>(File.ReadAllText(file), DocumentJson.Options)!;
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException(
                $"{Path.GetFileName(file)} can't be read at line {broken.LineNumber + 1}: {broken.Message}", broken);
        }
    }

    public Behaviour Of(string email) =>
        People.FirstOrDefault(p => string.Equals(p.Email, email, StringComparison.OrdinalIgnoreCase)) ?? new Behaviour { Email = email };
}

/// <param name="At">Local time at which the coordinator adds them.</param>
/// <param name="People">A file beside the script, like people.csv.</param>
public sealed record LateArrival(DateTime At, string People);

/// <param name="At">Local time.</param>
/// <param name="Path">Below api/cohorts/ID/.</param>
public sealed record CoordinatorCall(DateTime At, string Method, string Path)
{
    public JsonElement Body { get; init; }

    /// <summary>The event whose attendance is recorded: all who were invited were there, but for some.</summary>
    public string? Attendance { get; init; }

    /// <summary>Addresses of those who were not there.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];
}

public sealed record Behaviour
{
    public required string Email { get; init; }

    public Diligence Portrait { get; init; }

    public Diligence Evaluation { get; init; }

    public Diligence Reflects { get; init; }

    /// <summary>The answer to the first match the person is asked about; to any other they agree.</summary>
    public MatchAnswer FirstMatch { get; init; }

    /// <summary>What the person says when asked whether to stay on the waiting list; null: nothing.</summary>
    public bool? Waits { get; init; }

    /// <summary>What the person writes in fields of the pen portrait that the scheme declares.</summary>
    public IReadOnlyDictionary<string, string> Writes { get; init; } = new Dictionary<string, string>();

    /// <summary>Withdraws some days after this session closes.</summary>
    public int? WithdrawsAfterSession { get; init; }

    /// <summary>Comes to gatherings, and says so; null: says nothing.</summary>
    public bool? Comes { get; init; } = true;

    /// <summary>The person's pair does not meet in this session.</summary>
    public int? DoesNotMeetInSession { get; init; }
}

public enum MatchAnswer
{
    Agrees,

    /// <summary>And wishes to be considered again.</summary>
    Declines,

    /// <summary>On the last day.</summary>
    DeclinesLate,
    Never,
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
public sealed record Expectation(int Pairs, IReadOnlyDictionary<string, int> Erasures, int Nudged, int MissedSessions)
{
    /// <summary>How many emails of a template go out; what is not named is not checked.</summary>
    public IReadOnlyDictionary<string, int> Emails { get; init; } = new Dictionary<string, int>();

    /// <summary>How many answers come in, by form.</summary>
    public IReadOnlyDictionary<string, int> Replies { get; init; } = new Dictionary<string, int>();
}
