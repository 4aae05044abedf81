using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.StaffConsole;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>Whatever is sent to a page, by whoever is signed in, is answered by a page, and is never a fault of the service's.</summary>
public sealed class HostileFormTests
{
    private static readonly string[] Buttons =
        ["", "start", "save", "ask-delete", "preview", "change", "plan", "look", "add", "correct", "fresh-link", "again", "ask-remove",
            "remove", "propose", "pin", "forbid", "free", "choose", "weigh", "delete", "export", "send", "suspend", "resume", "restart",
            "purge", "nothing"];

    private static readonly string[] Values =
        ["", "x", "-1", "99999999999999999999", "NaN", "2023-13-45T99:99", "<script>alert(1)</script>", "\u0000\u0007",
            "é\u202Eé", "{{ 7 }}", new string('a', 5000), "null", "[]", "../../etc/passwd", "=1+1", "p-none p-none"];

    private static readonly string[] Fields =
        ["mentor", "mentee", "choice", "version", "weight-topics", "change", "to", "event", "reason", "email", "mail", "table", "kept",
            "heading-0", "column-0", "name", "purpose", "launch", "scheme", "timeZone", "country", "events-0-at", "events-0-kind",
            "sessions-count", "enrolmentOpens", "audience", "coordinator-email", "coordinator-name"];

    [Theory]
    [InlineData("draft")]
    [InlineData("proposed")]
    public async Task No_button_and_no_value_brings_a_page_down(string stage)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await (stage == "draft" ? JudicialCohort.DraftAsync(service) : JudicialCohort.ProposedAsync(service));
        using var owner = await StaffBrowser.OfOwnerAsync(service);
        var person = (await cohort.PeopleAsync())[0].Id;
        var token = (await owner.GetAsync("console/")).Document.QuerySelector("input[name=form_token]")!.GetAttribute("value")!;
        var chance = new Random(20230227);
        foreach (var page in service.Host.Services.GetServices<ConsolePage>())
        {
            var path = "console/" + page.Route.Replace("{cohort}", JudicialCohort.Id).Replace("{person}", person)
                .Replace("{instance}", "cohort-none").Replace("{template}", "invitation").Replace("{name}", "x.pdf");
            foreach (var button in Buttons)
            {
                var fields = Fields.Select(f => (f, Values[chance.Next(Values.Length)]));
                var answer = await owner.PostAsync(path, [.. fields, ("do", button), ("form_token", token)]);
                Assert.True((int)answer.Status < 500, $"{path} {button}: {answer.Status}");
                Assert.DoesNotContain("<script>alert", answer.Html, StringComparison.Ordinal);
            }

            foreach (var query in new[] { "?page=-5", "?page=99999999999", "?show=%00&q=%ff", "?q=<script>alert(1)</script>", "?done=x.y",
                "?mentor=x&mentee=y&others=yes", "?changed=.....&changes=x", "?status=7&age=x&cohort=%27", "?from=%2e%2e" })
            {
                var shown = await owner.GetAsync(path + query);
                Assert.True((int)shown.Status < 500, $"{path}{query}: {shown.Status}");
                Assert.DoesNotContain("<script>alert", shown.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused_without_a_fault()
    {
        await using var service = await TestService.StartAsync();
        (string Type, byte[] Body)[] bodies =
        [
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"u8.ToArray()),
            ("multipart/form-data; boundary=x", "--y--"u8.ToArray()),
            ("multipart/form-data", "--x--"u8.ToArray()),
            ("multipart/form-data; boundary=" + new string('b', 500), [1, 2, 3]),
            ("application/x-www-form-urlencoded", [0xff, 0xfe, 0x00]),
            ("application/json", "{}"u8.ToArray()),
            ("application/x-www-form-urlencoded",
                Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 5000).Select(n => $"f{n}=1")))),
            ("application/x-www-form-urlencoded", new byte[3 * 1024 * 1024]),
        ];
        foreach (var (type, body) in bodies)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var answer = await service.Browser.PostAsync("console/cohorts/x/people", content);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.SeeOther, $"{type}: {answer.StatusCode}");
        }
    }
}
