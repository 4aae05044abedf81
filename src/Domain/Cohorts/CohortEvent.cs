using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReverseMentoring.Domain.Cohorts;

/// <summary>A gathering at a fixed time.</summary>
/// <param name="Number">Counts events of the same kind from 1.</param>
/// <param name="At">Local time in the cohort's zone.</param>
/// <param name="InviteDaysBefore">When the invitation is sent.</param>
public sealed record CohortEvent(
    EventKind Kind,
    int Number, string Name, DateTime At, int Minutes, string Where, string About, EventAudience Audience, int InviteDaysBefore);

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
