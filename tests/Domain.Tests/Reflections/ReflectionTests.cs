using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Reflections;

public class ReflectionTests
{
    [Theory]
    [InlineData(Readers.OnlyMe, false, "m1", true)]
    [InlineData(Readers.OnlyMe, false, "j1", false)]
    [InlineData(Readers.MyPartner, false, "j1", true)]
    [InlineData(Readers.MyPartner, true, "j1", false)]
    [InlineData(Readers.MyPartner, false, "m2", false)]
    [InlineData(Readers.MyPartner, false, "j2", false)]
    [InlineData(Readers.MyPartner, false, "coordinator", false)]
    public void It_is_read_by_its_author_and_by_whom_they_chose_and_by_nobody_else(
        Readers readers, bool declined, string reader, bool may) =>
        Assert.Equal(may, Of(readers, declined).MayBeReadBy(reader, ["j1"]));

    [Fact]
    public void Without_a_partner_only_the_author_reads_it() => Assert.False(Of(Readers.MyPartner, false).MayBeReadBy("j1", []));

    [Fact]
    public void There_is_one_for_each_session_and_person() => Assert.Equal("reflection-m1-3", Of(Readers.OnlyMe, false).Id);

    private static Reflection Of(Readers readers, bool declined) => new()
    {
        CohortId = "c",
        AuthorId = "m1",
        Number = 3,
        Declined = declined,
        Readers = readers,
        Text = "I listened.",
        At = Given.Started,
    };
}
