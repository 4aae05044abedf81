using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Files;

// Over 200 lines because each answer of the API has its test.
public sealed class FilesApiTests
{
    private const string Files = $"api/cohorts/{JudicialCohort.Id}/files";

    [Fact]
    public async Task A_file_is_saved_listed_downloaded_replaced_and_deleted()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var created = await SaveAsync(service, "handbook.pdf?audience=everyone", "application/pdf", "first");
        Assert.Equal((HttpStatusCode.Created, $"/{Files}/handbook.pdf"), (created.Status, created.Location?.ToString()));
        var listed = Assert.Single((await service.Api.AskAsync(Files)).Json.GetProperty("files").EnumerateArray());
        Assert.Equal(("handbook.pdf", "everyone", "application/pdf", 5), (
            listed.GetProperty("name").GetString(), listed.GetProperty("audience")
                .GetString(), listed.GetProperty("contentType").GetString(), listed.GetProperty("length").GetInt32()));
        var got = await service.Api.AskAsync(listed.GetProperty("at").GetString()!);
        Assert.Equal((HttpStatusCode.OK, "first", "application/pdf"), (got.Status, got.Text, got.ContentType));
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(service, "handbook.pdf", "application/pdf; charset=binary", "second")).Status);
        Assert.Equal("second", (await service.Api.AskAsync($"{Files}/handbook.pdf")).Text);
        Assert.Equal("coordinator", (await service.Api.AskAsync(Files)).Json.GetProperty("files")[0].GetProperty("audience").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await service.Api.SendToAsync(HttpMethod.Delete, $"{Files}/handbook.pdf", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Api.SendToAsync(HttpMethod.Delete, $"{Files}/handbook.pdf", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Api.AskAsync($"{Files}/handbook.pdf")).Status);
    }

    [Fact]
    public async Task A_download_is_always_an_attachment_that_cannot_run_here()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        await SaveAsync(service, "Größe, 相互.txt", "text/plain", "<script>alert(1)</script>");
        foreach (var got in new[] { await service.Api.AskAsync($"{Files}/{Uri.EscapeDataString("Größe, 相互.txt")}"), await service.Api
            .HeadAsync($"{Files}/{Uri.EscapeDataString("Größe, 相互.txt")}") })
        {
            Assert.Equal(HttpStatusCode.OK, got.Status);
            var disposition = ContentDispositionHeaderValue.Parse(got.Headers["Content-Disposition"]);
            Assert.Equal(("attachment", "Größe, 相互.txt"), (disposition.DispositionType, disposition.FileNameStar));
            Assert.Equal(
                ("nosniff", "no-store", "no-referrer"),
                (got.Headers["X-Content-Type-Options"], got.Headers["Cache-Control"], got.Headers["Referrer-Policy"]));
            Assert.Contains("sandbox", got.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("25", got.Headers["Content-Length"]);
        }
    }

    [Fact]
    public async Task A_part_can_be_asked_for_and_a_part_of_another_version_gives_the_whole()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        await SaveAsync(service, "notes.txt", "text/plain", "0123456789");
        var whole = await service.Api.AskAsync($"{Files}/notes.txt");
        var part = await RangeAsync(service, "bytes=2-4", whole.Headers["ETag"]);
        Assert.Equal((HttpStatusCode.PartialContent, "234", "bytes 2-4/10"), (part.Status, part.Text, part.Headers["Content-Range"]));
        Assert.Equal("789", (await RangeAsync(service, "bytes=-3", null)).Text);
        var outside = await RangeAsync(service, "bytes=20-30", null);
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "bytes */10"), (outside.Status, outside.Headers["Content-Range"]));
        await SaveAsync(service, "notes.txt", "text/plain", "abcdefghijk");
        var changed = await RangeAsync(service, "bytes=2-4", whole.Headers["ETag"]);
        Assert.Equal((HttpStatusCode.OK, "abcdefghijk"), (changed.Status, changed.Text));
    }

    [Fact]
    public async Task If_none_match_keeps_what_is_there_and_other_conditions_are_refused()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        Assert.Equal(HttpStatusCode.Created, (await SaveAsync(service, "notes.txt", "text/plain", "first", ("If-None-Match", "*"))).Status);
        var kept = await SaveAsync(service, "notes.txt", "text/plain", "second", ("If-None-Match", "*"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "application/problem+json"), (kept.Status, kept.ContentType));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await SaveAsync(service, "notes.txt", "text/plain", "third", ("If-None-Match", "\"x\""))).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await SaveAsync(service, "notes.txt", "text/plain", "third", ("If-Match", "\"x\""))).Status);
        Assert.Equal("first", (await service.Api.AskAsync($"{Files}/notes.txt")).Text);
    }

    [Theory]
    [InlineData("page.html", "text/html", HttpStatusCode.UnprocessableEntity)]
    [InlineData("picture.svg", "image/svg+xml", HttpStatusCode.UnprocessableEntity)]
    [InlineData("notes.txt", "text/html", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("notes.txt", "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("report.html", "text/html", HttpStatusCode.UnprocessableEntity)]
    [InlineData("timeline-2023-01-01.csv", "text/csv", HttpStatusCode.UnprocessableEntity)]
    [InlineData("notes.txt?audience=world", "text/plain", HttpStatusCode.UnprocessableEntity)]
    [InlineData("..%2F..%2Fetc%2Fpasswd.txt", "text/plain", HttpStatusCode.UnprocessableEntity)]
    [InlineData("..%5Cnotes.txt", "text/plain", HttpStatusCode.UnprocessableEntity)]
    [InlineData("no%00tes.txt", "text/plain", HttpStatusCode.UnprocessableEntity)]
    [InlineData("no%0D%0Ates.txt", "text/plain", HttpStatusCode.UnprocessableEntity)]
    [InlineData("no%22tes.txt", "text/plain", HttpStatusCode.UnprocessableEntity)]
    [InlineData("CON.txt", "text/plain", HttpStatusCode.UnprocessableEntity)]
    public async Task A_file_that_cannot_be_taken_is_refused_with_a_reason_and_leaves_nothing(
        string name, string contentType, HttpStatusCode expected)
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var refused = await SaveAsync(service, name, contentType, "x", escaped: true);
        // What Kestrel itself takes for no address (a NUL) never reaches us.
        Assert.True(
            refused.Status == expected || (name.Contains("%00", StringComparison.Ordinal) && refused.Status == HttpStatusCode.BadRequest),
            $"{refused.Status}");
        Assert.True(refused.Status == HttpStatusCode.BadRequest || refused.ContentType == "application/problem+json");
        Assert.False(Directory.Exists(Path.Combine(service.Data, "files")));
    }

    [Fact]
    public async Task A_file_that_is_too_long_or_empty_is_refused()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var most = 10 * 1024 * 1024;
        Assert.Equal(HttpStatusCode.Created, (await SaveAsync(service, "notes.txt", "text/plain", new string('x', most))).Status);
        var long1 = await SaveAsync(service, "notes.txt", "text/plain", new string('x', most + 1));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (long1.Status, long1.ContentType));
        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(service, "notes.txt", "text/plain", "")).Status);
        Assert.Equal(most, (await service.Api.AskAsync($"{Files}/notes.txt")).Text.Length);
    }

    [Theory]
    [InlineData("GET", "api/cohorts/nobody/files")]
    [InlineData("GET", "api/cohorts/nobody/files/notes.txt")]
    [InlineData("DELETE", "api/cohorts/nobody/files/notes.txt")]
    [InlineData("PUT", "api/cohorts/nobody/files/notes.txt")]
    [InlineData("POST", "api/cohorts/nobody/exports")]
    [InlineData("GET", "api/cohorts/..%2F..%2Fetc/files/notes.txt")]
    [InlineData("GET", $"{Files}/..%2Fcohorts.db")]
    [InlineData("DELETE", $"{Files}/..%2F..%2F..%2Fcohorts.db")]
    public async Task Where_there_is_no_cohort_or_no_such_file_the_answer_is_not_found(string method, string path)
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var answer = await service.Api.SendToAsync(new HttpMethod(method), path, null);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    [Theory]
    [InlineData("plain.pdf")]
    [InlineData("with \"quotes\" and \\backslash.pdf")]
    [InlineData("one\r\nSet-Cookie: two=2.pdf")]
    [InlineData("../../etc/passwd")]
    [InlineData("Größe 相互 🎉.pdf")]
    [InlineData("a;filename=b.html")]
    public void No_name_breaks_out_of_the_header(string name)
    {
        var header = ReverseMentoring.Functions.Web.Download.Disposition(name);
        Assert.All(header, c => Assert.InRange(c, ' ', '~'));
        var read = ContentDispositionHeaderValue.Parse(header);
        Assert.Equal("attachment", read.DispositionType);
        Assert.Equal(name, read.FileNameStar);
        Assert.Equal(2, read.Parameters.Count);
    }

    internal static async Task<Reply> SaveAsync(
        TestService service, string name, string contentType, string content, (string Name, string Value)? header =
            null, bool escaped = false)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        if (contentType.Length > 0)
        {
            body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (header is var (key, value))
        {
            service.Api.DefaultRequestHeaders.Add(key, value);
        }

        try
        {
            return await service.Api.SendToAsync(
                HttpMethod.Put,
                $"{Files}/"
                    + (escaped
                        ? name
                        : Uri.EscapeDataString(name)
                            .Replace("%3F", "?", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal)),
                body);
        }
        finally
        {
            if (header is var (sent, _))
            {
                service.Api.DefaultRequestHeaders.Remove(sent);
            }
        }
    }

    private static async Task<Reply> RangeAsync(TestService service, string range, string? ifRange)
    {
        service.Api.DefaultRequestHeaders.Add("Range", range);
        if (ifRange is not null)
        {
            service.Api.DefaultRequestHeaders.TryAddWithoutValidation("If-Range", ifRange);
        }

        try
        {
            return await service.Api.AskAsync($"{Files}/notes.txt");
        }
        finally
        {
            service.Api.DefaultRequestHeaders.Remove("Range");
            service.Api.DefaultRequestHeaders.Remove("If-Range");
        }
    }
}
