using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.LocalHost.Here;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

public sealed class EmailPagesTests
{
    [Fact]
    public async Task A_newcomer_finds_an_email_follows_its_link_answers_and_sees_the_answer_come_in()
    {
        await using var service = await Newcomer.StartAsync();
        await service.TryAsync();

        var list = await service.LookAsync("emails");
        Assert.Equal(8, list.QuerySelectorAll("tbody tr").Length);
        var email = await service.LookAsync(list.QuerySelector("tbody a")!.GetAttribute("href")![1..]);
        var link = email.QuerySelectorAll("dd a").First(a => a.TextContent == "Fill in your pen portrait").GetAttribute("href")!;
        Assert.StartsWith("/r/try-now.", link, StringComparison.Ordinal);
        Assert.Contains("Your pen portrait", (await service.LookAsync(link[1..])).Title, StringComparison.Ordinal);

        var answered = await service.Browser.SubmitAsync(link[1..], Forms.Portrait("Somebody invented"));
        Assert.Contains("has arrived", answered.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Contains("1 of 8 has come in", (await service.LookAsync("")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(9, service.Files().Length);
    }

    [Fact]
    public async Task The_list_has_the_newest_first()
    {
        await using var service = await Newcomer.StartAsync();
        await WriteAsync(service, "old", "Subject: Old\n\nx", age: 9);
        await WriteAsync(service, "new", "Subject: New\n\nx", age: 1);
        await WriteAsync(service, "middle", "Subject: Middle\n\nx", age: 5);
        Assert.Equal(["New", "Middle", "Old"], (await service.LookAsync("emails")).QuerySelectorAll("tbody a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task An_email_is_kept_by_nobody_leaks_no_link_and_is_framed_by_this_page_alone()
    {
        await using var service = await Newcomer.StartAsync();
        await service.TryAsync();
        var path = "emails/" + Path.GetFileNameWithoutExtension(service.Files()[0]);
        var (page, html) = (await service.Browser.AskAsync(path), await service.Browser.AskAsync(path + "/html"));
        foreach (var reply in new[] { page, html, await service.Browser.AskAsync("emails") })
        {
            Assert.Equal("no-store", reply.Headers["Cache-Control"]);
            Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
            Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            Assert.Equal("same-origin", reply.Headers["Cross-Origin-Resource-Policy"]);
        }

        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", html.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_in_an_email_is_shown_to_no_page_that_would_run_it()
    {
        await using var service = await Newcomer.StartAsync();
        const string Script = "<script>alert(1)</script>";
        await WriteAsync(
            service,
            "hostile",
            $"Subject: {Script}\nTo: {Script} <a@example.org>\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n" +
            $"--b\nContent-Type: text/plain\n\n{Script}\nhttps://elsewhere.example.org/r/x\njavascript:alert(1)\n" +
            "--b\nContent-Type: text/html\n\n" +
            $"<base href=\"https://elsewhere.example.org\"><img src=x onerror=alert(1)>{Script}\n--b--\n");

        var page = await service.LookAsync("emails/hostile");
        Assert.Empty(page.QuerySelectorAll("script, img, base, main a[href]:not([href^='/'])"));
        var frame = Assert.Single(page.QuerySelectorAll("iframe"));
        Assert.Equal("allow-popups allow-popups-to-escape-sandbox", frame.GetAttribute("sandbox"));
        Assert.Empty((await service.LookAsync("emails")).QuerySelectorAll("script, img"));

        var html = await service.Browser.AskAsync("emails/hostile/html");
        Assert.Contains(Script, html.Text, StringComparison.Ordinal);
        var policy = html.Headers["Content-Security-Policy"].Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("form-action 'none'", policy);
        Assert.Contains("sandbox allow-popups allow-popups-to-escape-sandbox", policy);
        Assert.DoesNotContain(policy, p => p.StartsWith("script-src", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001 no header at all")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n--b\n--b")]
    [InlineData("Content-Type: text/html; charset=no-such\nContent-Transfer-Encoding: base64\n\n!!!")]
    [InlineData("Date: the day before yesterday\nTo: <<>>,;@\nSubject: =?utf-8?B?!!!?=\n\nx")]
    public async Task A_broken_file_spoils_neither_the_list_nor_its_own_page(string content)
    {
        await using var service = await Newcomer.StartAsync();
        await WriteAsync(service, "broken", content);
        await WriteAsync(service, "whole", "Subject: Whole\n\nx");
        var list = await service.LookAsync("emails");
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Whole", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", (await service.LookAsync("emails/broken")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_file_that_is_no_email_says_so_and_one_that_is_too_large_is_not_read()
    {
        await using var service = await Newcomer.StartAsync();
        await WriteAsync(service, "empty", "");
        await WriteAsync(service, "huge", "Subject: Huge\n\n" + new string('x', EmailFolder.Largest));
        Assert.Contains("can’t be read", (await service.LookAsync("emails/empty")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("too large", (await service.LookAsync("emails/huge")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync("emails/huge/html")).Status);
        Assert.Equal(2, (await service.LookAsync("emails")).QuerySelectorAll("tbody .bad").Length);
    }

    [Fact]
    public async Task A_name_never_becomes_a_path()
    {
        await using var service = await Newcomer.StartAsync();
        await WriteAsync(service, "here", "Subject: Here\n\nx");
        var outside = Path.Combine(service.Folder, "outside.eml");
        await File.WriteAllTextAsync(outside, "Subject: Outside\n\nsecret");
        File.CreateSymbolicLink(Path.Combine(service.Emails, "link.eml"), outside);
        Directory.CreateDirectory(Path.Combine(service.Emails, "folder.eml"));
        string[] ids =
        [
            "..%2Foutside", "..%5Coutside", "%2e%2e%2foutside", ".%2Fhere", "here.eml", "*", "?", "link", "folder", "%00",
            Uri.EscapeDataString(outside), new string('a', 5000),
        ];
        foreach (var id in ids)
        {
            // The server itself refuses a zero byte.
            var status = (await service.Browser.AskAsync($"emails/{id}/html")).Status;
            Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{id}: {status}");
            var reply = await service.Browser.AskAsync($"emails/{id}");
            Assert.DoesNotContain("secret", reply.Text, StringComparison.Ordinal);
        }

        Assert.Equal("Here", (await service.LookAsync("emails/here")).QuerySelector("h1")!.TextContent);
        Assert.Single((await service.LookAsync("emails")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Where_mail_leaves_through_a_server_there_is_none_to_read_whatever_lies_in_the_folder()
    {
        await using var service = await TestService.StartAsync(services =>
        {
            var pickup = (MailOptions)services.Last(s => s.ServiceType == typeof(MailOptions)).ImplementationInstance!;
            services.AddLocalPages().AddSingleton(pickup with { Mode = MailMode.Smtp, Host = "mail.example.org" });
        });
        await WriteAsync(service, "old", "Subject: Old\n\nx");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync("emails")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync("emails/old")).Status);
        var home = await service.LookAsync("");
        Assert.Empty(home.QuerySelectorAll("a[href='/emails']"));
        Assert.Contains("mail server", home.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(TestService service, string name, string content, int age = 0)
    {
        var file = Path.Combine(Directory.CreateDirectory(service.Emails).FullName, name + ".eml");
        await File.WriteAllTextAsync(file, content);
        File.SetLastWriteTimeUtc(file, new DateTime(2023, 1, 20, 0, 0, 0, DateTimeKind.Utc).AddHours(-age));
    }
}
