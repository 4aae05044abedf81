using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Safeguarding;

/// <summary>"I need help": behind every link, to the safeguarding lead and the deputies alone (A5, J30).</summary>
public static class HelpForm
{
    public const string TextField = "help_text";
    public const string ReachField = "reach";
    public const int TextLength = 4000;
    public const int ReachLength = 300;

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "help",
        Page = "help",
        IsConfidential = true,
        IsForLeavers = true,
        ClosedBecause = c => c.Definition.Safeguarding.Any() ? null : "nobody",
        Questions = _ =>
        [
            new FormQuestion(TextField, QuestionKind.LongText) { IsRequired = true, MaxLength = TextLength },
            new FormQuestion(ReachField, QuestionKind.Text) { IsRequired = true, MaxLength = ReachLength },
        ],
        Values = c => Of(
            ("lead", Named(c.Definition.Safeguarding.FirstOrDefault())),
            ("deputies", c.Definition.Safeguarding.Skip(1).Select(m => Named(m)!).ToList()),
            ("line", Of(
                ("name", c.Cohort.Scheme.SupportLine.Name), ("phone", c.Cohort.Scheme.SupportLine.Phone),
                ("note", c.Cohort.Scheme.SupportLine.Note)))),
        AtOnce = _ => "receipt",
        Decide = Decide,
    };

    private static Dictionary<string, object?>? Named(TeamMember? member) => member is null ? null : Of(("name", member.Name));

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var (text, reach) = (posted.GetValueOrDefault(TextField, "").Trim(), posted.GetValueOrDefault(ReachField, "").Trim());
        var problems = new List<Problem>();
        problems.AddRange(Wrong(TextField, text, TextLength));
        problems.AddRange(Wrong(ReachField, reach, ReachLength));
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        var request = new HelpRequest
        {
            CohortId = c.Link.CohortId,
            PersonId = c.Person.Id,
            Text = text,
            Reach = reach,
            At = c.Now,
        };
        return new Effects
        {
            Writes = [Effects.Create(request)],
            Mails =
            [
                .. c.Definition.Safeguarding.Select(m => Planned(c, request, SafeguardingEmails.Asked, OutboxMail.TeamIdOf(m.Email))),
                Planned(c, request, SafeguardingEmails.Received, c.Person.Id),
            ],
        };
    }

    private static IEnumerable<Problem> Wrong(string field, string typed, int most) =>
        typed.Length == 0 ? [new Problem(field, "missing")]
        : typed.Length > most ? [new Problem(field, "too_long")]
        : [];

    private static OutboxMail Planned(FormContext c, HelpRequest request, EmailDeclaration email, string to) =>
        OutboxMail.Planned(c.Link.CohortId, request.Id, email.Template, to, c.Now);
}
