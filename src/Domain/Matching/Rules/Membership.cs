using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>All people of a request in id order, in the form the rules read fast.</summary>
internal sealed class Membership
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    public Membership(MatchingRequest request)
    {
        var words = new Vocabularies();
        Members = [.. request.People.DistinctBy(p => p.Id)
            .OrderBy(p => p.Id, StringComparer.Ordinal).Select((p, i) => Read(p, i, request, words))];
        foreach (var member in Members)
        {
            _byId[member.Person.Id] = member.Number;
        }

        DrawLines(request.Rules.ReportingLineLevels);
        foreach (var forbid in request.Rules.Forbids)
        {
            if (Find(forbid.One) is not { } one || Find(forbid.Other) is not { } other)
            {
                continue;
            }

            Note(one, other, forbid.Kind);
            Note(other, one, forbid.Kind);
        }
    }

    private sealed record Vocabularies
    {
        public Vocabulary Connections { get; } = new();

        public Vocabulary Access { get; } = new();

        public Vocabulary Topics { get; } = new();

        public Vocabulary Skills { get; } = new();

        public Vocabulary Interests { get; } = new();

        public Vocabulary Modes { get; } = new();

        public Vocabulary Times { get; } = new();

        public Vocabulary Other { get; } = new();
    }

    public Member[] Members { get; }

    public Member? Find(string id) => _byId.TryGetValue(id, out var number) ? Members[number] : null;

    // Of several reasons the first of the enumeration is told, whatever the order of the list.
    private static void Note(Member of, Member with, ForbidKind kind)
    {
        if (!of.Forbidden.TryGetValue(with.Number, out var known) || kind < known)
        {
            of.Forbidden[with.Number] = kind;
        }
    }

    private void DrawLines(int levels)
    {
        var byName = new NameIndex<int>();
        foreach (var member in Members)
        {
            byName.Add(member.Number, member.Person.Aliases.Append(member.Person.Id));
        }

        foreach (var member in Members)
        {
            member.Line = [.. member.Person.ManagerChain.Take(Math.Max(levels, 0)).SelectMany(byName.Find).Distinct().Order()];
        }
    }

    private static Member Read(MatchPerson person, int number, MatchingRequest request, Vocabularies words) => new()
    {
        Person = person,
        Number = number,
        Rank = request.Ranks.Find(person.Organisation, person.Rank) as RankLookup.Declared,
        Team = string.IsNullOrWhiteSpace(person.Team)
            ? -1
            : words.Other.Number($"{Label.Of(person.Organisation)}\n{Label.Of(person.Team)}"),
        Conflicts = words.Connections.Set(person.Conflicts),
        AccessRequired = words.Access.Set(person.AccessRequired),
        AccessOffered = words.Access.Set(person.AccessOffered),
        Topics = words.Topics.Set(person.Topics.Concat(person.Goals)),
        SkillsOffered = words.Skills.Set(person.SkillsOffered),
        SkillsWanted = words.Skills.Set(person.SkillsWanted),
        Interests = words.Interests.Set(person.Interests),
        Location = string.IsNullOrWhiteSpace(person.Location) ? -1 : words.Other.Number(person.Location),
        Modes = words.Modes.Set(person.Modes),
        Times = words.Times.Set(person.Times),
        Differences = Dimensions(person, request.Rules.DifferenceDimensions, words.Other),
    };

    private static (int Dimension, int Value)[] Dimensions(MatchPerson person, IReadOnlyList<string> counted, Vocabulary words)
    {
        var wanted = counted.Select(words.Number).ToHashSet();
        return [.. person.Differences
            .Where(d => !string.IsNullOrWhiteSpace(d.Value))
            .Select(d => (Dimension: words.Number(d.Key), Value: words.Number(d.Value)))
            .Where(d => wanted.Count == 0 || wanted.Contains(d.Dimension))
            .DistinctBy(d => d.Dimension)
            .OrderBy(d => d.Dimension)];
    }
}
