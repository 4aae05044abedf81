using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Matching;

/// <summary>What people type differently and mean the same (M1, M2).</summary>
public class LabelTests
{
    [Theory]
    [InlineData("King's Counsel", "King\u2019s Counsel")]
    [InlineData("King's Counsel", "KING\u02BCS  counsel ")]
    [InlineData("People Ops", "People\u00A0Ops")]
    [InlineData("People Ops", " People \u2009 Ops")]
    [InlineData("Stoke-on-Trent", "Stoke\u2013on\u2011Trent")]
    [InlineData("Caf\u00E9", "Cafe\u0301")]
    [InlineData("\"A\" team", "\u201CA\u201D team")]
    [InlineData("Zero", "Ze\u200Bro")]
    public void What_reads_the_same_is_the_same(string one, string other)
    {
        Assert.True(Label.Same(one, other));
        Assert.Equal(Label.Comparer.GetHashCode(one), Label.Comparer.GetHashCode(other));
        Assert.Equal(0, Label.Comparer.Compare(one, other));
    }

    [Theory]
    [InlineData("Cafe", "Caf\u00E9")]
    [InlineData("People Ops", "PeopleOps")]
    [InlineData("A\nB C", "A B\nC")]
    public void What_reads_differently_is_not(string one, string other) => Assert.False(Label.Same(one, other));

    [Theory]
    [InlineData("Holloway, Ines", "Ines Holloway")]
    [InlineData("Holloway, Ines (12345)", "Ines Holloway")]
    [InlineData("Ines Holloway (Chambers 3)", "Ines Holloway")]
    [InlineData("Ines Holloway <ines@example.org>", "ines@example.org")]
    [InlineData("Holloway, Ines <ines@example.org>", "Ines Holloway")]
    [InlineData("van der Berg, Anna", "Anna van der Berg")]
    public void A_name_is_read_in_the_ways_that_HR_systems_write_it(string written, string name) =>
        Assert.Contains(name, PersonName.Readings(written));

    [Theory]
    [InlineData("Holloway, Ines", "Holloway, Ines")]
    [InlineData("Ines Holloway, Bo Quist", "Ines Holloway|Bo Quist")]
    [InlineData("Holloway, Ines, Quist, Bo", "Holloway, Ines|Quist, Bo")]
    [InlineData("Holloway, Ines; Quist, Bo", "Holloway, Ines|Quist, Bo")]
    [InlineData("ines@example.org, bo@example.org", "ines@example.org|bo@example.org")]
    [InlineData("Ines Holloway\nBo Quist", "Ines Holloway|Bo Quist")]
    public void A_cell_of_managers_is_parted_into_people(string cell, string names) =>
        Assert.Equal(names.Split('|'), PersonName.Split(cell));

    [Theory]
    [InlineData("Holloway, Ines")]
    [InlineData("HOLLOWAY,  Ines (4711)")]
    [InlineData("Ines\u00A0Holloway")]
    [InlineData("Holloway, Ines <j1@example.org>")]
    public void Nobody_is_matched_with_their_own_manager_however_the_name_is_written(string manager)
    {
        var cohort = Given.Cohort().AllAnswered()
            .Person("m1", p => p with { ManagerChain = [manager] }).Person("j1", p => p with { Name = "Ines Holloway" });
        var whyNot = Assert.IsType<WhyNot.Forbidden>(WhyNotThem.Of(cohort, "m1", "j1").WhyNot);
        Assert.Contains(whyNot.Rules, r => r.Rule == HardRule.SameReportingLine);
    }

    [Fact]
    public void A_rank_is_the_same_with_a_curly_apostrophe()
    {
        var scheme = Samples.Judicial with { Ranks = [new("*", [new("King's Counsel", 3)])] };
        Assert.Null(scheme.RankProblem("Northgate", "King\u2019s  Counsel"));
    }
}
