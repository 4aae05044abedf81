using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Support;

/// <summary>The judicial cohort of 2023 with a few people, at any point of its life.</summary>
internal static class Given
{
    public const string SecretConsideration = "SECRET-J22";
    public const string SecretCourt = "SECRET-J23 Crown Court";

    public static readonly DateTimeOffset Started = London("2023-01-25T10:00");

    /// <summary>Two reverse mentors, m1 and m2, and two reverse mentees, j1 and j2; started, nobody has answered.</summary>
    public static CohortSnapshot Cohort() => new()
    {
        Cohort = new Cohort { Definition = Samples.Judicial2023, Status = CohortStatus.Running, CreatedAt = Started, StartedAt = Started },
        Scheme = Samples.Judicial,
        People = [Mentor("m1"), Mentor("m2"), Mentee("j1"), Mentee("j2")],
    };

    /// <summary>Everyone has answered and is matched: pair-01 is m1 with j1, pair-02 is m2 with j2.</summary>
    public static CohortSnapshot MatchedCohort() => Cohort().AllAnswered().Released(("m1", "j1"), ("m2", "j2"));

    public static Person Mentor(string id) => Someone(id, Roles.ReverseMentor, "Barrister");

    public static Person Mentee(string id) => Someone(id, Roles.ReverseMentee, "Circuit Judge");

    /// <summary>Senior enough to be mentored by a barrister, junior enough to mentor a circuit judge (N4).</summary>
    public static Person Both(string id) => Someone(id, Roles.ReverseMentor | Roles.ReverseMentee, "District Judge");

    public static PenPortrait Portrait(string id) => new()
    {
        Name = $"Portrait of {id}",
        RoleAndExperience = $"Role of {id}",
        Contact = $"contact.{id}@example.org",
        WhyInterested = $"Why of {id}",
        MatchingConsiderations = $"{SecretConsideration} of {id}",
        RegularCourts = [$"{SecretCourt} of {id}"],
        DeclaredAt = Started,
        FirstSentAt = Started,
        SentAt = Started,
    };

    public static DateTimeOffset London(string local) =>
        CohortZone.Of("Europe/London").ToInstant(DateTime.Parse(local, CultureInfo.InvariantCulture));

    public static Pair Pair(int number, string mentor, string mentee) => new()
    {
        CohortId = Samples.Judicial2023.Id,
        Id = $"pair-{number:00}",
        MentorId = mentor,
        MenteeId = mentee,
        ReleasedAt = London("2023-03-06T12:00"),
    };

    /// <summary>A match of the first proposal for which the reverse mentor has been asked.</summary>
    public static MatchOffer Offer(int number, string mentor, string mentee) => new()
    {
        CohortId = Samples.Judicial2023.Id,
        PairId = $"pair-{number:00}",
        MentorId = mentor,
        MenteeId = mentee,
        Consent = ConsentMode.MentorFirst,
        Version = 1,
        ReleasedAt = London("2023-03-06T12:00"),
        Mentor = ConsentQuestion.Ask(London("2023-03-06T12:00"), 7),
        Mentee = ConsentQuestion.NotAsked,
    };

    private static Person Someone(string id, Roles roles, string rank) => new()
    {
        CohortId = Samples.Judicial2023.Id,
        Id = id,
        Name = $"Name of {id}",
        Email = $"{id}@example.org",
        Roles = roles,
        Organisation = $"Organisation of {id}",
        Rank = rank,
        AddedAt = Started,
    };

    public static LinkGrant Link(string form, string personId, int number = 0, string? pairId = null) => new()
    {
        CohortId = "judicial-2023",
        Id = "link-1",
        PersonId = personId,
        Purpose = form,
        PairId = pairId,
        Number = number,
        Expires = DateTimeOffset.MaxValue,
    };

    /// <summary>What a form decides about a person's answer.</summary>
    public static Outcome<Effects> Decision(
        string form, CohortSnapshot cohort, string personId, IReadOnlyDictionary<string, string> posted, int number =
            0, string? pairId = null, params IDocument[] read) =>
        MentoringProgramme.Declared.FormOf(form).Decide(
            new FormContext(
                Link(form, personId, number, pairId),
                cohort.FindPerson(personId)!,
                cohort,
                Started)
            { Read = new ReadDocuments(read) }, posted);
}
