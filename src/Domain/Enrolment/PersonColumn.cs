using System.Globalization;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>A column of the people's file as it stands on a person: what a file that is sent again may change.</summary>
/// <param name="Take">The first person with the second one's value.</param>
/// <param name="IsAnswered">
/// The person has answered it themselves, and their own answer is what counts. Courts and other connections count from both, so they are
/// never answered away.
/// </param>
internal sealed record PersonColumn(
    string Name, Func<Person, IReadOnlyList<string>> Get, Func<Person, Person, Person> Take, Func<Person, bool> IsAnswered)
{
    public const string Role = "role";
    public const string MentorPlaces = "mentor_places";
    public const string MenteePlaces = "mentee_places";

    private static readonly PersonColumn[] OfEverybody =
    [
        Known(Role, p => [p.Roles.ToString()], (p, o) => p with { Roles = o.Roles }),
        Known("name", p => [p.Name], (p, o) => p with { Name = o.Name }) with { IsAnswered = p => p.Portrait is not null },
        Known("organisation", p => [p.Organisation], (p, o) => p with { Organisation = o.Organisation }),
        Known("rank", p => [p.Rank], (p, o) => p with { Rank = o.Rank }),
        Known("team", p => [p.Team], (p, o) => p with { Team = o.Team }),
        Known("managers", p => p.ManagerChain, (p, o) => p with { ManagerChain = o.ManagerChain }),
        Known("courts", p => p.Courts, (p, o) => p with { Courts = o.Courts }),
        Known("past_partners", p => p.PastPartners, (p, o) => p with { PastPartners = o.PastPartners }),
        Known(MentorPlaces, p => [Number(p.MentorPlaces)], (p, o) => p with { MentorPlaces = o.MentorPlaces }),
        Known(MenteePlaces, p => [Number(p.MenteePlaces)], (p, o) => p with { MenteePlaces = o.MenteePlaces }),
    ];

    /// <summary>All of a scheme but the address, which has a way of its own.</summary>
    public static IEnumerable<PersonColumn> Of(Scheme scheme) =>
    [
        .. OfEverybody,
        .. ProfileField.Of(scheme).Select(f => new PersonColumn(
            f.Column,
            p => f.Get(p.Profile),
            (p, o) => p with { Profile = f.Put(p.Profile, f.Get(o.Profile)) },
            p => !f.IsConnection && p.Portrait is { } portrait && f.Get(portrait.Profile).Count > 0)),
    ];

    public bool Differs(Person one, Person other) => !Get(one).SequenceEqual(Get(other), StringComparer.Ordinal);

    private static PersonColumn Known(string name, Func<Person, IReadOnlyList<string>> get, Func<Person, Person, Person> take) =>
        new(name, get, take, _ => false);

    private static string Number(int places) => places.ToString(CultureInfo.InvariantCulture);
}
