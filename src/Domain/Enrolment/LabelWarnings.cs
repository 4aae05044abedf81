using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>
/// What a human should look at in what the coordinator gave of people, since a slip there lets a rule of the matching pass by: nothing is
/// refused for it. What people wrote of themselves is not looked into.
/// </summary>
/// <param name="ManagersNotHere">
/// Managers, as far up as the matching looks, who are nobody in the cohort; those for whom somebody may be meant come first.
/// </param>
/// <param name="AlikeLabels">Two labels of a column that are not the same and nearly so.</param>
/// <param name="More">How many more there are of either that are not listed.</param>
/// <param name="NotCompared">Columns that hold too many labels to compare each with each.</param>
public sealed record LabelWarnings(
    IReadOnlyList<UnknownManager> ManagersNotHere, IReadOnlyList<AlikeLabels> AlikeLabels, int More, IReadOnlyList<string> NotCompared)
{
    private const int MostListed = 100;
    private const int MostCompared = 2500;

    /// <summary>Whoever has left is not looked at.</summary>
    public static LabelWarnings Of(IEnumerable<Person> people, Scheme scheme)
    {
        List<Person> there = [.. people.Where(p => p.TakesPart)];
        var unknown = Managers(there, scheme);
        var columns = Columns(there, scheme).Append(("managers", unknown)).ToList();
        var notCompared = columns.Where(c => c.Item2.Count > MostCompared).Select(c => c.Item1).Distinct().ToList();
        var named = unknown.Count > MostCompared ? [] : there.SelectMany(p => new[] { p.Name, p.GoesBy, p.Email })
            .Distinct(Label.Comparer).Select(n => new Spelling(n)).ToList();
        var managers = unknown
            .Select(m => new UnknownManager(m.Text, m.People, [.. PersonName.Readings(m.Text)
                .SelectMany(r => new Spelling(r).NearestOf(named)).Distinct(Label.Comparer).Take(5)]))
            .OrderByDescending(m => m.DidYouMean.Count > 0).ThenByDescending(m => m.People)
            .ThenBy(m => m.Manager, StringComparer.Ordinal).ToList();
        var alike = columns.Where(c => c.Item2.Count <= MostCompared).SelectMany(c => Alike(c.Item1, c.Item2)).ToList();
        return new LabelWarnings(
            [.. managers.Take(MostListed)],
            [.. alike.Take(MostListed)],
            Math.Max(0, managers.Count - MostListed) + Math.Max(0, alike.Count - MostListed),
            notCompared);
    }

    private static List<Counted> Managers(List<Person> people, Scheme scheme)
    {
        var here = new NameIndex<string>();
        foreach (var person in people)
        {
            here.Add(person.Id, [person.Name, person.GoesBy, person.Email]);
        }

        var levels = Math.Max(0, scheme.Matching.ReportingLineLevels);
        return [.. Count(people.SelectMany(p => p.ManagerChain.Take(levels))).Where(m => !here.Find(m.Text).Any())];
    }

    /// <summary>A team is one of its organisation: teams of two are not compared.</summary>
    private static IEnumerable<(string Column, List<Counted> Labels)> Columns(List<Person> people, Scheme scheme)
    {
        yield return ("organisation", Count(people.Select(p => p.Organisation)));
        foreach (var organisation in people.GroupBy(p => p.Organisation, Label.Comparer))
        {
            yield return ("team", Count(organisation.Select(p => p.Team)));
        }

        yield return ("courts", Count(people.SelectMany(p => p.Courts)));
        foreach (var connection in ProfileField.Of(scheme).Where(f => f.IsConnection))
        {
            yield return (connection.Column, Count(people.SelectMany(p => connection.Get(p.Profile))));
        }
    }

    private static List<Counted> Count(IEnumerable<string> labels) =>
    [
        .. labels.Where(l => !string.IsNullOrWhiteSpace(l)).GroupBy(l => l, Label.Comparer)
            .Select(g => new Counted(Label.Of(g.Order(StringComparer.Ordinal).First()), g.Count()))
            .OrderBy(c => c.Text, StringComparer.Ordinal),
    ];

    private static IEnumerable<AlikeLabels> Alike(string column, List<Counted> labels)
    {
        var spellings = labels.ConvertAll(l => new Spelling(l.Text));
        for (var i = 0; i < labels.Count; i++)
        {
            for (var j = i + 1; j < labels.Count; j++)
            {
                if (spellings[i].IsNear(spellings[j]))
                {
                    yield return new AlikeLabels(column, labels[i].Text, labels[i].People, labels[j].Text, labels[j].People);
                }
            }
        }
    }

    private sealed record Counted(string Text, int People);
}

/// <param name="Manager">As the file names them.</param>
/// <param name="People">How many people have them above them.</param>
/// <param name="DidYouMean">Names of people of the cohort that are spelt nearly so.</param>
public sealed record UnknownManager(string Manager, int People, IReadOnlyList<string> DidYouMean);

/// <param name="Column">Of the people's file.</param>
/// <param name="PeopleOfOne">How many people have the one.</param>
/// <param name="PeopleOfOther">How many people have the other.</param>
public sealed record AlikeLabels(string Column, string One, int PeopleOfOne, string Other, int PeopleOfOther);
