using CsCheck;
using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Tests.Matching;

/// <summary>Labels that nearly coincide, so that a human can mend them (M1).</summary>
public class SpellingTests
{
    private static readonly Gen<string> Labels =
        Gen.OneOf(Gen.String[Gen.Char["abcdeéABC 12-'’."], 0, 14], Gen.String[0, 14]).Where(s => !s.Any(char.IsSurrogate));

    [Theory]
    [InlineData("Holloway Ines", "Ines Holloway")]
    [InlineData("Ines Hollway", "Ines Holloway")]
    [InlineData("Ines Hollowya", "Ines Holloway")]
    [InlineData("Zoe Muller", "Zoë Müller")]
    [InlineData("Kings Lynn Crown Court", "King's Lynn Crown Court")]
    [InlineData("Birch wood", "Birchwood")]
    [InlineData("People-Ops", "People Ops")]
    [InlineData("Commercial litigaton", "Comercial litigation")]
    [InlineData("Ward 3 Cardiology", "Ward 3 Cardiolgy")]
    public void Two_that_a_slip_tells_apart_are_near(string one, string other)
    {
        Assert.True(new Spelling(one).IsNear(new Spelling(other)));
        Assert.True(new Spelling(other).IsNear(new Spelling(one)));
    }

    [Theory]
    [InlineData("Northgate Crown Court", "Southgate Crown Court")]
    [InlineData("Eastern Circuit", "Western Circuit")]
    [InlineData("Ward 3", "Ward 4")]
    [InlineData("Junior 11", "Junior 1")]
    [InlineData("Team A", "Team B")]
    [InlineData("Directorate7", "Directorates")]
    [InlineData("Anna Vale", "Anne Vale")]
    [InlineData("Northgate", "Northgate Crown Court")]
    [InlineData("King’s Lynn", "King's  Lynn")]
    [InlineData("***", "---")]
    public void Two_that_are_different_things_or_the_same_one_are_not(string one, string other) =>
        Assert.False(new Spelling(one).IsNear(new Spelling(other)));

    [Fact]
    public void Being_near_goes_both_ways_and_nothing_is_near_to_itself() => Gen.Select(Labels, Labels).Sample((one, other) =>
        new Spelling(one).IsNear(new Spelling(other)) == new Spelling(other).IsNear(new Spelling(one))
        && !new Spelling(one).IsNear(new Spelling(one))
        && (!Label.Same(one, other) || !new Spelling(one).IsNear(new Spelling(other))));
}
