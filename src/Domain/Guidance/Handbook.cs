using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Guidance;

/// <summary>
/// The handbook of a cohort, made for whoever reads it (K4, K10–K12, J10, J12): by their role, short or full. It says nothing of anybody,
/// so it is open to whoever has a link.
/// </summary>
public static class Handbook
{
    /// <param name="isFull">With everything; else what one needs before the first session.</param>
    public static Dictionary<string, object?> ValuesOf(FormContext c, bool isFull)
    {
        var (scheme, definition) = (c.Cohort.Scheme, c.Definition);
        return Of(
            ("full", isFull),
            ("is_mentor", c.Person.IsMentor),
            ("is_mentee", c.Person.IsMentee),
            ("version", scheme.Version),
            ("purpose", definition.Purpose),
            ("aims", definition.Plan.Aims),
            ("sections", scheme.Handbook.Select(h => Of(("heading", h.Heading), ("text", h.Text))).ToList()),
            ("undertakings", scheme.Undertakings),
            ("lead", definition.Safeguarding.FirstOrDefault()?.Name),
            ("line", Of(
                ("name", scheme.SupportLine.Name), ("phone", scheme.SupportLine.Phone), ("note", scheme.SupportLine.Note))),
            ("sessions", Enumerable.Range(1, definition.Sessions.Count).Select(n => Session(c, n)).ToList()),
            ("topics", scheme.Topics.Select(Topic).ToList()),
            ("prompts", scheme.ReflectionPrompts),
            ("events", definition.Events.Where(e => !e.IsCancelled).OrderBy(e => e.At)
                .Select(e => Of(("name", e.Name), ("when", c.When(c.Cohort.Instant(e.At))), ("where", e.Where))).ToList()),
            ("stages", StagePlan.Of(scheme, definition).Select(s => Of(
                ("name", s.Stage.Name), ("about", s.Stage.About), ("from", Day(c, s.From)), ("to", Day(c, s.To)))).ToList()),
            ("resources", scheme.Resources.Select(r => Of(
                ("name", r.Name), ("about", r.About), ("link", r.Url.Length > 0 ? new Link(new Uri(r.Url)) : null))).ToList()));
    }

    /// <summary>A topic with where to begin.</summary>
    public static Dictionary<string, object?> Topic(TopicGuide guide) => Of(
        ("name", guide.Name), ("opening", guide.Opening), ("middle", guide.Middle), ("act", guide.Act), ("never", guide.Never));

    private static Dictionary<string, object?> Session(FormContext c, int number)
    {
        var topic = c.Cohort.Scheme.SessionTopic(number);
        return Of(
            ("number", number),
            ("heading", topic.Heading),
            ("opens", Day(c, c.Definition.Sessions.Opens(number))),
            ("closes", Day(c, c.Definition.Sessions.Closes(number))),
            ("prompts", topic.Prompts),
            ("mentor_asks", topic.MentorAsks),
            ("mentee_asks", topic.MenteeAsks));
    }

    private static string Day(FormContext c, DateTime local) =>
        c.Cohort.Scheme.Words.DateOf(c.Cohort.Instant(local), c.Definition.Zone);
}
