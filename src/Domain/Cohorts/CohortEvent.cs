using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReverseMentoring.Domain.Cohorts;

/// <summary>A gathering at a fixed time.</summary>
/// <param name="Number">Counts events of the same kind from 1.</param>
/// <param name="At">Local time in the cohort's zone.</param>
/// <param name="InviteDaysBefore">When the invitation is sent.</param>
public sealed record CohortEvent(
    EventKind Kind,
    int Number, string Name, DateTime At, int Minutes, string Where, string About, EventAudience Audience, int InviteDaysBefore)
{
    /// <summary>People join it from afar: how is said in the invitation, or on the day before where it is given later.</summary>
    public bool IsRemote { get; init; }

    /// <summary>An address of the web at which people join; empty: none, or none yet.</summary>
    public string JoinLink { get; init; } = "";

    /// <summary>What else they need to join or to find it, such as a code or a room; may be empty.</summary>
    public string Joining { get; init; } = "";

    /// <summary>When the joining details were last given or changed (UTC); null: they stood in the plan from the start.</summary>
    public DateTimeOffset? JoiningSince { get; init; }

    /// <summary>Raised by one with each change, so that calendars know the newest (RFC 5545).</summary>
    public int Sequence { get; init; }

    /// <summary>The sequence with which its date last changed: whoever answered before that has not answered to this date.</summary>
    public int AskedSince { get; init; }

    /// <summary>When it was called off (UTC); null: it takes place.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    [JsonIgnore]
    public bool IsCancelled => CancelledAt is not null;

    [JsonIgnore]
    public bool HasJoining => JoinLink.Length > 0 || Joining.Length > 0;
}

/// <summary>A kind of gathering, by its key; the programme declares which there are.</summary>
[JsonConverter(typeof(EventKindJson))]
public readonly record struct EventKind(string Key)
{
    /// <summary>Every cohort has one: until then people are matched.</summary>
    public static readonly EventKind Launch = new("launch");

    public override string ToString() => Key;
}

public enum EventAudience
{
    Everyone,
    ReverseMentors,
    ReverseMentees,
}

internal sealed class EventKindJson : JsonConverter<EventKind>
{
    public override EventKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, EventKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
}
