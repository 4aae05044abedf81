using System.Text;
using MimeKit;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Adapters.Calendars;
using ReverseMentoring.Functions.Adapters.Mail;
using ReverseMentoring.Functions.Tests.Mail;

namespace ReverseMentoring.Functions.Tests.Diaries;

/// <summary>Calendar entries as another program reads them (RFC 5545, 5546 and 6047).</summary>
public sealed class CalendarEntryTests
{
    private static readonly DiaryEntry Launch = new("judicial-2023/launch", 2, new DateTime(2023, 3, 28, 16, 30, 0), 90, "Europe/London")
    {
        Place = "Remotely\nhttps://meet.example.org/launch?pwd=a,b;c",
    };

    [Fact]
    public async Task Another_program_reads_when_how_long_where_and_from_whom()
    {
        var part = Write(Launch);
        var read = await CalendarReader.ReadAsync(part.Text);
        Assert.Equal(("REQUEST", "REQUEST", "CONFIRMED", "2"), (part.Method, read["method"], read["status"], read["sequence"]));
        // The clocks went forward on the 26th.
        Assert.Equal(("2023-03-28T16:30:00+01:00", "90"), (read["start"], read["minutes"]));
        Assert.Equal(("Europe/London", "Europe/London"), (read["zone"], read["zone defined"]));
        Assert.Equal(("Collective welcome, and launch", "PRIVATE"), (read["title"], read["class"]));
        Assert.Equal(@"Remotely\nhttps://meet.example.org/launch?pwd=a,b;c", read["place"]);
        Assert.Equal(("mailto:team@example.org", "mailto:ada@example.org"), (read["organiser"], read["attendee"]));
        Assert.Equal(("FALSE", "0"), (read["rsvp"].ToUpperInvariant(), read["errors"]));
    }

    [Fact]
    public async Task What_is_called_off_cancels_the_same_entry()
    {
        var before = await CalendarReader.ReadAsync(Write(Launch).Text);
        var after = await CalendarReader.ReadAsync(Write(Launch with { IsCancelled = true, Sequence = 3 }).Text);
        Assert.Equal(("CANCEL", "CANCELLED", "3"), (after["method"], after["status"], after["sequence"]));
        Assert.Equal(before["uid"], after["uid"]);
    }

    [Theory]
    [InlineData("Europe/London", "2024-10-27T10:00", "2024-10-27T10:00:00+00:00")]
    [InlineData("America/New_York", "2024-07-04T10:00", "2024-07-04T10:00:00-04:00")]
    [InlineData("Asia/Kolkata", "2024-07-04T10:00", "2024-07-04T10:00:00+05:30")]
    [InlineData("Etc/UTC", "2024-07-04T10:00", "2024-07-04T10:00:00+00:00")]
    public async Task Every_zone_is_told_with_its_rules(string zone, string local, string expected)
    {
        var starts = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, (await CalendarReader.ReadAsync(Write(Launch with { TimeZone = zone, Starts = starts }).Text))["start"]);
    }

    [Fact]
    public async Task Whatever_people_typed_is_text_in_its_own_property()
    {
        var hostile = "Lunch\r\nATTENDEE:mailto:eve@example.org\r\nEND:VEVENT;,\\ ü 🙂";
        var part = new IcalDiaries().Write(
            Launch with { Place = hostile }, new DiaryWords("T\r\nX:1", hostile), new DiaryPerson("Team; \"A\"", "team@example.org"),
            new DiaryPerson("Ada\nB:2", "ada@example.org"), DateTimeOffset.UnixEpoch);
        var read = await CalendarReader.ReadAsync(part.Text);
        Assert.Equal("mailto:ada@example.org", read["attendee"]);
        Assert.Contains("Lunch", read["place"], StringComparison.Ordinal);
        Assert.Contains("🙂", read["about"], StringComparison.Ordinal);
        Assert.Equal("0", read["errors"]);
    }

    [Fact]
    public void Lines_end_with_CR_LF_and_are_folded_at_75_octets()
    {
        var text = Write(Launch, about: string.Concat(Enumerable.Repeat("Zoë brings the ☕. ", 40))).Text;
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task An_email_carries_it_as_the_last_alternative_with_its_method()
    {
        var part = Write(Launch);
        var folder = Directory.CreateTempSubdirectory();
        await new PickupFolderSender(Emails.Options(folder.FullName)).SendAsync(Emails.Plain with { Diary = part }, default);
        using var read = await MimeMessage.LoadAsync(Assert.Single(folder.GetFiles()).FullName);
        folder.Delete(recursive: true);
        var parts = Assert.IsType<MultipartAlternative>(read.Body);
        Assert.Equal(["text/plain", "text/html", "text/calendar"], parts.Select(p => p.ContentType.MimeType));
        var calendar = Assert.IsType<TextPart>(parts[2]);
        Assert.Equal(("REQUEST", "utf-8"), (calendar.ContentType.Parameters["method"], calendar.ContentType.Charset));
        Assert.Equal("judicial", (await CalendarReader.ReadAsync(calendar.Text))["about"]);
    }

    [Fact]
    public void Nothing_in_the_entry_names_the_cohort() =>
        Assert.DoesNotContain("judicial-2023", Write(Launch).Text, StringComparison.OrdinalIgnoreCase);

    private static DiaryPart Write(DiaryEntry entry, string about = "judicial") => new IcalDiaries().Write(
        entry, new DiaryWords("Collective welcome, and launch", about), new DiaryPerson("The team", "team@example.org"),
        new DiaryPerson("Ada", "ada@example.org"), new DateTimeOffset(2023, 3, 14, 9, 0, 0, TimeSpan.Zero));
}
