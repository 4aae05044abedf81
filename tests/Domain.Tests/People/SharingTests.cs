using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.People;

public class SharingTests
{
    [Fact]
    public void Each_field_of_the_form_has_its_sharing_class() =>
        Assert.Equal(
            ["J18 Partner", "J19 Partner", "J20 Partner", "J21 Partner", "A3 Partner", "J23 MatchingOnly", "J22 Coordinator"],
            PortraitField.Of(Samples.Judicial).Select(f => $"{f.Requirement} {f.Sharing}"));

    [Fact]
    public void Whatever_is_typed_the_partner_sees_the_shared_fields_as_typed_and_nothing_of_the_others()
    {
        var random = new Random(23);
        for (var i = 0; i < 300; i++)
        {
            string Typed(string field) => $"{field}-{random.NextInt64():x}";
            var portrait = Given.Portrait("m1") with
            {
                Name = Typed("name"),
                RoleAndExperience = Typed("role"),
                Contact = Typed("contact"),
                WhyInterested = Typed("why"),
                Objectives = Typed("objectives"),
                MatchingConsiderations = Typed("j22"),
                RegularCourts = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Typed("j23"))],
            };
            var shown = PortraitField.ForPartner(portrait);
            Assert.Equal(
                [portrait.Name, portrait.RoleAndExperience, portrait.Contact, portrait.WhyInterested, portrait.Objectives], shown.Values);
            Assert.DoesNotContain(shown, s => s.Value.Contains(portrait.MatchingConsiderations, StringComparison.Ordinal)
                || portrait.RegularCourts.Any(c => s.Value.Contains(c, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Beside_each_field_stands_who_sees_it()
    {
        Assert.Equal("partner", PortraitField.Contact.Question(Samples.Judicial).SharedWith);
        Assert.Equal("matching", PortraitField.RegularCourts.Question(Samples.Judicial).SharedWith);
    }

    [Fact]
    public void The_avoid_field_is_called_what_the_scheme_calls_it()
    {
        Assert.Equal("Courts that you appear at or sit in regularly", PortraitField.RegularCourts.LabelOfScheme(Samples.Judicial));
        Assert.DoesNotContain(PortraitField.RegularCourts, PortraitField.Of(Samples.SchemeOf("llr-nhs")));
    }

    [Fact]
    public void A_field_that_is_none_has_no_value()
    {
        var unknown = new PortraitField("shoe_size", "", Sharing.Partner, false, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => PortraitField.Value(unknown, Given.Portrait("m1")));
    }
}
