using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Changes;

/// <summary>What a coordinator asks to change about a cohort.</summary>
public sealed record ChangeRequest(ChangeKind Kind, string Reason)
{
    /// <summary>The new local time, for extending and moving.</summary>
    public DateTime? To { get; init; }

    /// <summary>A new releaseBy to go with an extended deadline.</summary>
    public DateTime? ReleaseBy { get; init; }

    /// <summary>The step name of the event to move, to call off or to join: launch, mixer, support-session-2…</summary>
    public string Event { get; init; } = "";

    /// <summary>An address of the web at which people join; may be empty.</summary>
    public string JoinLink { get; init; } = "";

    /// <summary>What else they need to join; may be empty.</summary>
    public string Joining { get; init; } = "";

    private static readonly Dictionary<string, ChangeKind> Names = new(StringComparer.Ordinal)
    {
        ["extend-deadline"] = ChangeKind.ExtendDeadline,
        ["move-event"] = ChangeKind.MoveEvent,
        ["pause"] = ChangeKind.Pause,
        ["resume"] = ChangeKind.Resume,
        ["cancel"] = ChangeKind.Cancel,
        ["undo"] = ChangeKind.Undo,
        ["cancel-event"] = ChangeKind.CancelEvent,
        ["set-joining"] = ChangeKind.SetJoining,
    };

    public static Outcome<ChangeRequest> Read(FieldReader fields)
    {
        var kind = fields.OneOf("change", Names, default);
        var request = new ChangeRequest(kind, fields.Text("reason", 500, required: kind != ChangeKind.SetJoining));
        if (kind is ChangeKind.ExtendDeadline or ChangeKind.MoveEvent)
        {
            request = request with { To = fields.LocalTime("to") };
        }

        if (kind == ChangeKind.ExtendDeadline)
        {
            request = request with { ReleaseBy = fields.LocalTimeIfAny("releaseBy") };
        }

        if (kind is ChangeKind.MoveEvent or ChangeKind.CancelEvent or ChangeKind.SetJoining)
        {
            request = request with { Event = fields.Text("event", 60) };
        }

        if (kind == ChangeKind.SetJoining)
        {
            request = request with
            {
                JoinLink = CohortDefinitionReader.ReadJoinLink(fields),
                Joining = fields.Text("joining", CohortDefinitionReader.JoiningLength, required: false),
            };
        }

        return fields.Done(request);
    }
}
