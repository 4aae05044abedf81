using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Recruiting;

/// <summary>What a coordinator decides about an application.</summary>
/// <param name="Reason">Kept in the audit, without the name; needed where it is declined.</param>
/// <param name="Words">To the person, beside what the email says; may be empty.</param>
/// <param name="Organisation">Under which they take part, as the scheme knows it; empty: as they wrote it.</param>
/// <param name="Rank">On the organisation's scale; needed where a reverse mentor or mentee is accepted.</param>
public sealed record ApplicationDecision(bool IsAccepted, string Reason, string Words, string Organisation, string Rank)
{
    private static readonly Dictionary<string, bool> Answers = new(StringComparer.Ordinal) { ["accept"] = true, ["decline"] = false };

    public static Outcome<ApplicationDecision> Read(FieldReader fields)
    {
        var accepts = fields.OneOf("answer", Answers, false);
        var decision = new ApplicationDecision(
            accepts,
            fields.Text("reason", 500, required: false),
            fields.Text("words", 2000, required: false),
            fields.Text("organisation", 300, required: false),
            fields.Text("rank", 300, required: false));
        if (!accepts && decision.Reason.Length == 0)
        {
            fields.Fail("reason", "is empty: say why, for the record; the person reads only what you write to them", "");
        }

        fields.RefuseUnknown();
        return fields.Done(decision);
    }
}
