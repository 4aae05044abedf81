using System.Net;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Diaries;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

// Over 200 lines because naming, moving, taking back and preparing are one form.
/// <summary>A pair names the date of its session from the email, moves it and takes it back (J9).</summary>
public sealed class SessionDateTests
{
    private const string Taken = "Recorded on";

    [Fact]
    public async Task One_names_the_date_and_the_other_gets_it_into_their_calendar_as_does_whoever_ticks_that_they_want_it_too()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee, pair) = await OpenAsync(service);
        await cohort.AnswerAsync(mentor, "session-opening", Date("2023-04-18", "12:30", "The café by the river"));
        await service.SettleAsync();
        Assert.Equal([mentee.Id], (await cohort.SentAsync("session-date")).Select(m => m.PersonId));
        // Pressed once more with the tick, it is the entry that was missing.
        var wanted = new Dictionary<string, string>(Date("2023-04-18", "12:30", "The café by the river"))
        {
            ["entry"] = "yes",
            ["wish"] = "move",
            ["address"] = mentor.Email,
        };
        Assert.Contains(
            Taken,
            (await service.Browser.SubmitAsync(await cohort.LinkAsync(mentor, "session-opening"), wanted)).Text, StringComparison.Ordinal);
        await service.SettleAsync();
        foreach (var person in new[] { mentor, mentee })
        {
            var entry = await EntryAsync(cohort, person);
            Assert.Equal(
                ("REQUEST", "2", "2023-04-18T12:30:00+01:00", "60", "The café by the river", "Session 1 of 6"),
                (entry["method"], entry["sequence"], entry["start"], entry["minutes"], entry["place"], entry["title"]));
            Assert.Equal($"mailto:{person.Email}", entry["attendee"]);
        }

        Assert.Equal((await EntryAsync(cohort, mentor))["uid"], (await EntryAsync(cohort, mentee))["uid"]);
        Assert.Equal(mentor.Id, (await FindAsync(service, pair)).Dates[1].By);
    }

    [Fact]
    public async Task It_is_moved_and_taken_back_after_the_address_under_the_same_entry()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee, pair) = await OpenAsync(service);
        await cohort.AnswerAsync(mentor, "session-opening", Date("2023-04-18", "12:30", "Room 3"));
        await service.SettleAsync();
        var first = await EntryAsync(cohort, mentee);
        var link = await cohort.LinkAsync(mentee, "session-date");
        var move = new Dictionary<string, string>(Date("20 April 2023", "2:15pm", "")) { ["wish"] = "move", ["seen"] = "1" };
        Assert.Contains("Your email address", (await service.Browser.SubmitAsync(link, move)).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await FindAsync(service, pair)).DateSequence(1));
        move["address"] = mentee.Email;
        Assert.Contains(Taken, (await service.Browser.SubmitAsync(link, move)).Text, StringComparison.Ordinal);
        await service.SettleAsync();
        var moved = await EntryAsync(cohort, mentor);
        Assert.Equal(
            ("REQUEST", "2", "2023-04-20T14:15:00+01:00", first["uid"], ""),
            (moved["method"], moved["sequence"], moved["start"], moved["uid"], moved["place"]));

        var cancel = new Dictionary<string, string> { ["wish"] = "cancel", ["seen"] = "2", ["address"] = mentor.Email };
        await service.Browser.SubmitAsync(await cohort.LinkAsync(mentor, "session-date"), cancel);
        await service.SettleAsync();
        var gone = await EntryAsync(cohort, mentee);
        Assert.Equal(("CANCEL", "3", first["uid"]), (gone["method"], gone["sequence"], gone["uid"]));
        Assert.Null((await FindAsync(service, pair)).DateOf(1));
    }

    [Fact]
    public async Task Of_two_who_name_a_date_at_once_the_second_reads_the_first_ones_and_keeps_what_they_typed()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee, pair) = await OpenAsync(service);
        var theirs = await cohort.LinkAsync(mentee, "session-opening");
        await cohort.AnswerAsync(mentor, "session-opening", Date("2023-04-18", "12:30", "Room 3"));
        var late = await service.Browser.SubmitAsync(
            theirs, new Dictionary<string, string>(Date("2023-04-19", "09:00", "Room 4")) { ["seen"] = "0", ["address"] = mentee.Email });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("has named or changed the date since you opened this page", late.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 18 April 2023", late.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2023-04-19\"", late.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Room 4\"", late.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Equal(new DateTime(2023, 4, 18, 12, 30, 0), (await FindAsync(service, pair)).DateOf(1)!.At);
        Assert.Single(await cohort.SentAsync("session-date"));
    }

    [Fact]
    public async Task Posts_in_the_very_same_moment_leave_one_date_and_tell_everybody_else()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee, pair) = await OpenAsync(service);
        var links = new[] { await cohort.LinkAsync(mentor, "session-opening"), await cohort.LinkAsync(mentee, "session-opening") };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => service.Browser.SubmitAsync(
            links[n % 2],
            new Dictionary<string, string>(Date($"2023-04-{10 + n}", "12:30", $"Room {n}")) { ["seen"] = "0" }))));
        await service.SettleAsync();
        var stored = await FindAsync(service, pair);
        Assert.Equal(1, stored.DateSequence(1));
        Assert.Single(answers, a => a.Text.Contains(Taken, StringComparison.Ordinal));
        // Everybody else reads that somebody was faster, or is asked for their address before another date gives way to theirs.
        Assert.All(
            answers.Where(a => !a.Text.Contains(Taken, StringComparison.Ordinal)),
            a => Assert.True(
                a.Text.Contains("has named or changed the date", StringComparison.Ordinal)
                || a.Text.Contains("Your email address", StringComparison.Ordinal), a.Text));
        var other = stored.DateOf(1)!.By == mentor.Id ? mentee : mentor;
        Assert.Equal($"Room {stored.DateOf(1)!.At.Day - 10}", (await EntryAsync(cohort, other))["place"]);
        Assert.Single(await cohort.SentAsync("session-date"));
    }

    [Fact]
    public async Task Whoever_named_a_date_is_asked_the_morning_after_it_and_not_with_everybody_else()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee, _) = await OpenAsync(service);
        await cohort.AnswerAsync(mentor, "session-opening", Date("2023-04-12", "12:30", ""));
        await service.RunToAsync("2023-04-13T08:30Z");
        Assert.Equal([mentor.Id], (await cohort.SentAsync("session-check")).Select(m => m.PersonId));
        await service.RunToAsync("2023-04-22T08:30Z");
        var asked = (await cohort.SentAsync("session-check")).Select(m => m.PersonId).ToList();
        Assert.Equal(23, asked.Count);
        Assert.Single(asked, id => id == mentor.Id);
        Assert.DoesNotContain(mentee.Id, asked);
    }

    [Theory]
    [InlineData("2023-04-01", "12:30", "This lies in the past")]
    [InlineData("2023-06-01", "12:30", "outside the time for the session")]
    [InlineData("next Tuesday", "12:30", "no day that we can read")]
    [InlineData("2023-04-31", "12:30", "no day that we can read")]
    [InlineData("2023-04-18", "noonish", "no time that we can read")]
    [InlineData("", "", "Please give the day")]
    public async Task A_date_that_can_not_be_is_told_at_its_field_and_nothing_is_sent(string day, string time, string sentence)
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, _, pair) = await OpenAsync(service);
        var reply = await service.Browser.SubmitAsync(await cohort.LinkAsync(mentor, "session-opening"), Date(day, time, "Room 3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Contains(sentence, reply.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Room 3\"", reply.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await FindAsync(service, pair)).DateSequence(1));
        await service.SettleAsync();
        Assert.Empty(await cohort.SentAsync("session-date"));
    }

    [Fact]
    public async Task Where_the_two_meet_is_seen_by_the_two_and_goes_with_whoever_typed_it()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee, _) = await OpenAsync(service);
        await cohort.AnswerAsync(mentor, "session-opening", Date("2023-04-18", "12:30", "The flat above the bakery"));
        await service.SettleAsync();
        var mine = await service.Browser.SubmitAsync(
            await cohort.LinkAsync(mentee, "session-date") + "?mine=yes", Forms.Address(mentee.Email));
        Assert.Contains("The flat above the bakery", mine.Text, StringComparison.Ordinal);
        Assert.Contains("flat above the bakery", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(mentor, "session-opening"), Forms.Withdrawal(mentor.Email));
        await service.SettleAsync();
        await service.RunToAsync("2023-04-06T08:30Z");
        Assert.DoesNotContain("flat above the bakery", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reverse_mentor_sets_something_to_prepare_which_the_two_alone_read_and_which_goes_with_them()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee, _) = await OpenAsync(service);
        var theirs = await cohort.LinkAsync(mentee, "session-opening");
        Assert.DoesNotContain("name=\"preparation\"", (await service.Browser.AskAsync(theirs)).Text, StringComparison.Ordinal);
        await cohort.AnswerAsync(
            mentor, "session-opening", new(Date("2023-04-18", "12:30", "")) { ["preparation"] = "Which door did you come in by?" });
        await service.SettleAsync();
        Assert.Contains(
            "Beforehand: Which door did you come in by?", (await cohort.EmailAsync(mentee.Id, "session-date")).Text,
            StringComparison.Ordinal);
        var mine = await service.Browser.SubmitAsync(theirs + "?mine=yes", Forms.Address(mentee.Email));
        Assert.Contains("Which door did you come in by?", mine.Text, StringComparison.Ordinal);

        // The partner moves the date: what was set stays.
        var move = new Dictionary<string, string>(Date("2023-04-20", "12:30", ""))
        {
            ["wish"] = "move",
            ["preparation"] = "Something else",
            ["address"] = mentee.Email,
        };
        Assert.Contains(Taken, (await service.Browser.SubmitAsync(theirs, move)).Text, StringComparison.Ordinal);
        Assert.Contains("Which door did you come in by?", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("Something else", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);

        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(mentor, "session-opening"), Forms.Withdrawal(mentor.Email));
        await service.SettleAsync();
        await service.RunToAsync("2023-04-06T08:30Z");
        Assert.DoesNotContain("Which door did you come in by?", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Date(string day, string time, string place) => new(StringComparer.Ordinal)
    {
        ["date"] = day,
        ["time"] = time,
        ["minutes"] = "60",
        ["place"] = place,
    };

    /// <summary>The first session is open, and both of a pair have the email about it.</summary>
    private static async Task<(JudicialCohort Cohort, Person Mentor, Person Mentee, string Pair)> OpenAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-04-04T08:30Z");
        var people = await cohort.PeopleAsync();
        var mentor = people.First(p => p.IsMentor);
        var pair = await cohort.PairOfAsync(mentor.Id);
        return (cohort, mentor, people.First(p => p.Id == pair.MenteeId), pair.Id);
    }

    private static async Task<Pair> FindAsync(TestService service, string pair) =>
        (await service.Store.FindAsync<Pair>(JudicialCohort.Id, pair, default))!.Value;

    private static async Task<IReadOnlyDictionary<string, string>> EntryAsync(JudicialCohort cohort, Person person) =>
        await CalendarReader.ReadAsync((await cohort.EmailAsync(person.Id, "session-date")).Calendar);
}
