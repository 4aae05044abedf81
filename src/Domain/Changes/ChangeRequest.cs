using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Changes;

/// <summary>What a coordinator asks to change about a cohort.</summary>
public sealed record ChangeRequest(ChangeKind Kind, string Reason)
{
    /// <summary>The new local time, for extending and moving.</summary>
    public DateTime? To { get; init; }

    /// <summary>A new releaseBy to go with an extended deadline.</summary>
    public DateTime? ReleaseBy { get; init; }

    /// <summary>The step name of the event to move: launch, mixer, support-session-2…</summary>
    public string Event { get; init; } = "";

    private static readonly Dictionary<string, ChangeKind> Names = new(StringComparer.Ordinal)
    {
        ["extend-deadline"] = ChangeKind.ExtendDeadline,
        ["move-event"] = ChangeKind.MoveEvent,
        ["pause"] = ChangeKind.Pause,
        ["resume"] = ChangeKind.Resume,
        ["cancel"] = ChangeKind.Cancel,
    };

    public static Read<ChangeRequest> Read(JsonElement json)
    {
        var problems = new List<Problem>();
        var fields = new FieldReader(json, "", problems);
        var name = fields.Text("change", 40);
        if (name.Length > 0 && !Names.ContainsKey(name))
        {
            fields.Fail("change", $"must be one of {string.Join(", ", Names.Keys)}", "");
        }

        var kind = Names.GetValueOrDefault(name);
        var request = new ChangeRequest(kind, fields.Text("reason", 500));
        if (kind is ChangeKind.ExtendDeadline or ChangeKind.MoveEvent)
        {
            request = request with { To = fields.LocalTime("to") };
        }

        if (kind == ChangeKind.ExtendDeadline && fields.Has("releaseBy"))
        {
            request = request with { ReleaseBy = fields.LocalTime("releaseBy") };
        }

        if (kind == ChangeKind.MoveEvent)
        {
            request = request with { Event = fields.Text("event", 60) };
        }

        fields.RefuseUnknown();
        return new Read<ChangeRequest>(request, problems);
    }
}
