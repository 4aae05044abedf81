using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Agreements;

/// <summary>Both propose and both sign: to send the form is to put one's name to what stands in it (T7).</summary>
public static class AgreementForm
{
    public const string Goals = "goals";
    public const string Rhythm = "rhythm";
    public const string Boundaries = "boundaries";
    public const string Sharing = "sharing";
    public const int TextLength = 1500;

    private static readonly string[] Texts = [Goals, Rhythm, Boundaries];

    private static readonly Dictionary<string, SharingOutside> Sharings =
        Enum.GetValues<SharingOutside>().ToDictionary(s => s.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "agreement",
        Page = "agreement",
        ClosedBecause = c => c.Pair is { IsRunning: true } ? null : "ended",
        Reads = c => c.Pair is { } pair
            ? [Side(pair.Id, c.Person.Id), Side(pair.Id, pair.PartnerOf(c.Person.Id))]
            : [],
        Questions = _ =>
        [
            .. Texts.Select(t => new FormQuestion(t, QuestionKind.LongText) { IsRequired = true, MaxLength = TextLength }),
            new FormQuestion(Sharing, QuestionKind.Choice) { IsRequired = true, Options = [.. Sharings.Keys] },
        ],
        Receipt = c => (Mine(c), Theirs(c)) switch
        {
            (null, null) => null,
            ({ } mine, { } theirs) when mine.Offered == theirs.Offered => new FormReceipt("made", Later(mine, theirs), CanChange: true),
            (null, { } theirs) => new FormReceipt("theirs", theirs.At, CanChange: true),
            ({ } mine, { } theirs) when theirs.At > mine.At => new FormReceipt("theirs", theirs.At, CanChange: true),
            ({ } mine, _) => new FormReceipt("proposed", mine.At, CanChange: true),
        },
        Recorded = c => OnTheTable(c) is { } terms
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Goals] = terms.Goals,
                [Rhythm] = terms.Rhythm,
                [Boundaries] = terms.Boundaries,
                [Sharing] = terms.Sharing.ToString().ToLowerInvariant(),
            }
            : FormDeclaration.NoAnswer,
        Decide = Decide,
    };

    /// <summary>What was put forward last, by either.</summary>
    private static AgreementTerms? OnTheTable(FormContext c) =>
        new[] { Mine(c), Theirs(c) }.OfType<Agreement>().MaxBy(a => a.At)?.Offered;

    private static Need Side(string pairId, string personId) => new Need.One<Agreement>(Agreement.IdOf(pairId, personId));

    private static Agreement? Mine(FormContext c) => c.Read.All<Agreement>().FirstOrDefault(a => a.PersonId == c.Person.Id);

    private static Agreement? Theirs(FormContext c) => c.Read.All<Agreement>().FirstOrDefault(a => a.PersonId != c.Person.Id);

    private static DateTimeOffset Later(Agreement one, Agreement other) => one.At > other.At ? one.At : other.At;

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var problems = new List<Problem>();
        foreach (var field in Texts)
        {
            var length = posted.GetValueOrDefault(field, "").Trim().Length;
            problems.AddRange(length == 0 ? [new Problem(field, "missing")]
                : length > TextLength ? [new Problem(field, "too_long")]
                : []);
        }

        if (!Sharings.TryGetValue(posted.GetValueOrDefault(Sharing, ""), out var sharing))
        {
            problems.Add(new Problem(Sharing, "missing"));
        }

        string Text(string field) => posted.GetValueOrDefault(field, "").Trim().ReplaceLineEndings("\n");
        return problems.Count > 0
            ? Refusal.Invalid(problems)
            : Signed(c, c.Pair!, new AgreementTerms(Text(Goals), Text(Rhythm), Text(Boundaries), sharing));
    }

    private static Effects Signed(FormContext c, Pair pair, AgreementTerms terms)
    {
        var (mine, theirs) = (Mine(c), Theirs(c));
        var agreed = theirs?.Offered == terms;
        // Sent a second time it is the same offer, and the emails about it have the same ids.
        var at = mine?.Offered == terms ? mine.At : c.Now;
        var own = new Agreement
        {
            CohortId = c.Link.CohortId,
            PairId = pair.Id,
            PersonId = c.Person.Id,
            Offered = terms,
            At = at,
            InForce = agreed ? terms : mine?.InForce,
        };
        return new Effects
        {
            Writes =
            [
                .. agreed
                    ? [new DocumentWrite.Change<Agreement>(theirs!.Id, stored => stored with { InForce = terms })
                    {
                        WhyNot = stored => stored.Offered == terms ? null : new Problem(Goals, "overtaken"),
                    }]
                    : Array.Empty<DocumentWrite>(),
                Effects.Put(own),
            ],
            Mails = agreed
                ? [.. new[] { pair.MentorId, pair.MenteeId }.Select(to => Told(c, pair, AgreementEmails.Made, to, at))]
                : [Told(c, pair, AgreementEmails.Proposed, pair.PartnerOf(c.Person.Id), at)],
        };
    }

    private static OutboxMail Told(FormContext c, Pair pair, EmailDeclaration email, string to, DateTimeOffset at) =>
        OutboxMail.Planned(c.Link.CohortId, $"agreement-{StepDeclaration.Stamp(at)}", email.Template, to, c.Now, pair.Id);
}
