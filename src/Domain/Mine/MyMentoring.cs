using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Guidance;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Sessions;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Mine;

/// <summary>
/// "Your mentoring", behind every link, for whoever typed their own address: partner, what comes next, what there is to do, sessions and
/// gatherings. It costs what one person costs: the person, their pairs, their partners and the cohort's head.
/// </summary>
public static class MyMentoring
{
    public static readonly FormReading Reading = new("mine", "mine")
    {
        Reads = c =>
        [
            .. PairsOf(c).Select(p => new Need.One<Person>(p.PartnerOf(c.Person.Id))),
            .. PairsOf(c).SelectMany(p => Sessions(c, p).Where(s => s.At > c.Now)
                .SelectMany(s => SessionEmails.NeedsOf(p.Id, s.Number))),
        ],
        Values = Values,
    };

    /// <summary>It is there for people who take part; who has left has nothing of it any more.</summary>
    public static bool IsFor(FormContext c) => c.Link.UsedAt is null && c.Person.TakesPart && c.Cohort.Cohort.CancelledAt is null;

    /// <summary>What is asked of the person now, the most pressing first.</summary>
    /// <param name="programme">All forms that there are.</param>
    public static IEnumerable<AskedOfMe> ToDo(DeclaredProgramme programme, FormContext c) =>
        from asked in programme.AllAskedOf(c.Person, c.Cohort, c.Now)
        where !asked.Asked.IsOptional
        let link = c.Link with { Purpose = asked.Form.Key, Number = asked.Asked.Number, PairId = asked.Asked.PairId }
        let form = c with { Link = link }
        where asked.Form.Receipt(form) is not { AsksAgain: false }
        select new AskedOfMe(asked.Form, asked.Asked.Number, asked.Form.Closes(form), IsHere: IsSame(c.Link, link));

    private static bool IsSame(LinkGrant one, LinkGrant other) =>
        one.Purpose == other.Purpose && (other.Number == 0 || one.Number == other.Number);

    /// <summary>Pairs that run or came to their proper end.</summary>
    private static IEnumerable<Pair> PairsOf(FormContext c) =>
        c.Cohort.PairsOf(c.Person.Id).Where(p => p.IsRunning || p.Completed).OrderBy(p => p.Id, StringComparer.Ordinal);

    private static Dictionary<string, object?> Values(FormContext c)
    {
        var people = c.Read.All<Person>();
        var partners = from pair in PairsOf(c)
                       let partner = people.FirstOrDefault(p => p.Id == pair.PartnerOf(c.Person.Id))
                       where partner is not null
                       select Partner(c, pair, partner);
        return Of(
            ("today", c.Cohort.Scheme.Words.DateOf(c.Now, c.Definition.Zone)),
            ("partners", partners.ToList()),
            ("next", Next(c)),
            ("gatherings", Gatherings(c).Select(g => Of(("name", g.Name), ("when", c.When(c.Cohort.Instant(g.At))), ("where", g.Where)))
                .ToList()),
            ("objectives", c.Person.Portrait is { } own && !c.IsSealed(own.SentAt) ? own.Objectives : ""),
            ("topics", Topics(c).ToList()),
            ("undertakings", c.Cohort.Scheme.Undertakings),
            ("kept_until", c.Person.MentoringEndedAt is { } ended ? Day(c, RetentionClock.RunsOut(ended, c.Definition)) : null));
    }

    /// <summary>Where to begin with topics that the person themselves named; what their partner named stays with the matching.</summary>
    private static IEnumerable<Dictionary<string, object?>> Topics(FormContext c) =>
        c.Person.Portrait is { } own && !c.IsSealed(own.SentAt)
            ? c.Cohort.Scheme.Topics.Where(t => own.Profile.Topics.Contains(t.Name, Label.Comparer)).Select(Handbook.Topic)
            : [];

    /// <summary>
    /// What the email that introduced them says. Of a pair that was released before the person was moved to another address that is the
    /// name alone, since whoever reads the new address may be somebody else.
    /// </summary>
    private static Dictionary<string, object?> Partner(FormContext c, Pair pair, Person partner)
    {
        var card = !c.IsSealed(pair.ReleasedAt) && partner.Portrait is { } portrait
            ? PortraitField.ForPartner(portrait)
            : new Dictionary<string, string>(StringComparer.Ordinal);
        return Of(
            ("name", partner.GoesBy),
            ("pair", pair.Id),
            ("agreement_link", null),
            ("observation_link", null),
            ("observations_link", null),
            ("is_mentor", pair.MentorId == partner.Id),
            ("is_running", pair.IsRunning),
            ("is_sealed", c.IsSealed(pair.ReleasedAt)),
            ("sessions", Sessions(c, pair).Select(s => Of(
                ("number", s.Number),
                ("state", s.State.ToString().ToLowerInvariant()),
                ("opens", Day(c, s.Opens)),
                ("closes", Day(c, s.Closes)),
                ("at", s.At is { } at && !c.IsSealed(s.Named!.Said) ? c.When(at) : null),
                ("place", !c.IsSealed(pair.ReleasedAt) && s.At > c.Now ? PlaceOf(c, pair, s.Number) : ""),
                ("preparation", !c.IsSealed(pair.ReleasedAt) && s.At > c.Now ? PreparationOf(c, pair, s.Number) : ""))).ToList()),
            ("role_and_experience", card.GetValueOrDefault("role_and_experience", "")),
            ("why_interested", card.GetValueOrDefault("why_interested", "")),
            ("objectives", card.GetValueOrDefault("objectives", "")),
            ("contact", c.IsSealed(pair.ReleasedAt) ? null : MailOrText(card.GetValueOrDefault("contact", partner.Email))));
    }

    /// <summary>The session to meet for now, else what comes first of the gatherings and the next session; null when all is over.</summary>
    private static Dictionary<string, object?>? Next(FormContext c)
    {
        var session = PairsOf(c).Where(p => p.IsRunning).SelectMany(p => Sessions(c, p))
            .Where(s => s.State is SessionState.Open or SessionState.Ahead).MinBy(s => s.Opens);
        var gathering = Gatherings(c).FirstOrDefault();
        var isGathering = session is null || (session.State == SessionState.Ahead && gathering is not null
            && c.Cohort.Instant(gathering.At) < session.Opens);
        if (isGathering)
        {
            return gathering is null ? null : Of(
                ("kind", "gathering"), ("name", gathering.Name), ("when", c.When(c.Cohort.Instant(gathering.At))),
                ("where", gathering.Where), ("about", gathering.About));
        }

        var topic = c.Cohort.Scheme.SessionTopic(session!.Number);
        return Of(
            ("kind", session.State == SessionState.Open ? "open" : "ahead"),
            ("number", session.Number),
            ("of", c.Definition.Sessions.Count),
            ("opens", Day(c, session.Opens)),
            ("closes", c.When(session.Closes)),
            ("at", session.At is { } at && !c.IsSealed(session.Named!.Said) ? c.When(at) : null),
            ("heading", topic.Heading),
            ("prompts", topic.Prompts));
    }

    private static IEnumerable<MySession> Sessions(FormContext c, Pair pair) =>
        from number in Enumerable.Range(1, c.Definition.Sessions.Count)
        let opens = c.Cohort.Instant(c.Definition.Sessions.Opens(number))
        let closes = c.Cohort.Instant(c.Definition.Sessions.Closes(number))
        let state = pair.HasMet(number) ? SessionState.Met
            : c.Now >= closes ? SessionState.Missed
            : c.Now >= opens ? SessionState.Open
            : SessionState.Ahead
        select new MySession(number, state, opens, closes)
        {
            Named = pair.DateOf(number),
            At = pair.DateOf(number) is { } date ? c.Cohort.Instant(date.At) : null,
        };

    private static string PlaceOf(FormContext c, Pair pair, int session) =>
        c.Read.All<SessionPlace>().FirstOrDefault(p => p.PairId == pair.Id && p.Number == session)?.Place ?? "";

    private static string PreparationOf(FormContext c, Pair pair, int session) =>
        c.Read.All<SessionPreparation>().FirstOrDefault(p => p.PairId == pair.Id && p.Number == session)?.Text ?? "";

    private static IOrderedEnumerable<Cohorts.CohortEvent> Gatherings(FormContext c) => c.Definition.Events
        .Where(e => !e.IsCancelled && c.Cohort.Instant(e.At) > c.Now && GatheringKinds.Of(e.Kind).Invites(c.Person, e, c.Cohort))
        .OrderBy(e => e.At);

    private static string Day(FormContext c, DateTimeOffset instant) => c.Cohort.Scheme.Words.DateOf(instant, c.Definition.Zone);

    private sealed record MySession(int Number, SessionState State, DateTimeOffset Opens, DateTimeOffset Closes)
    {
        public SessionDate? Named { get; init; }

        /// <summary>UTC; when the two mean to meet, where one of them has named a date.</summary>
        public DateTimeOffset? At { get; init; }
    }

    private enum SessionState
    {
        Met,

        /// <summary>It closed, and nobody said that they met.</summary>
        Missed,
        Open,
        Ahead,
    }
}

/// <summary>A form that waits for somebody.</summary>
/// <param name="Number">The session or reflection it is about, counted from 1; else 0.</param>
/// <param name="Closes">UTC; null: it does not.</param>
/// <param name="IsHere">It is what their own link opens.</param>
public sealed record AskedOfMe(FormDeclaration Form, int Number, DateTimeOffset? Closes, bool IsHere);
