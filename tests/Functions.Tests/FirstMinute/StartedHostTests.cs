using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using ReverseMentoring.Functions.Tests.Service;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

public sealed class StartedHostTests : IDisposable
{
    private readonly string _data = Path.Combine(Directory.CreateTempSubdirectory("first-minute-").FullName, "data");

    private string Emails => Path.Combine(_data, "emails");

    [Fact]
    public async Task From_the_start_to_an_answer_takes_less_than_a_minute_and_a_kill_in_between_loses_nothing()
    {
        var watch = Stopwatch.StartNew();
        string link;
        using (var first = await StartedHost.StartAsync(_data))
        {
            Assert.Contains("Try a cohort now", (await PageAsync(first, "")).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.SeeOther, (await first.Browser.TellAsync("try-now", null)).Status);
            // Killed at once: whatever has not been sent yet goes out after the next start.
            await first.KillAsync();
        }

        using (var second = await StartedHost.StartAsync(_data))
        {
            await UntilAsync(() => Directory.Exists(Emails) && Directory.GetFiles(Emails).Length == 8);
            var list = await PageAsync(second, "emails");
            var email = await PageAsync(second, list.QuerySelector("tbody a")!.GetAttribute("href")!);
            link = email.QuerySelector("dd a")!.GetAttribute("href")!;
            var answer = await second.Browser.SubmitAsync(link, Forms.Portrait("Somebody invented"));
            Assert.Contains("has arrived", answer.Text, StringComparison.Ordinal);
            await second.KillAsync();
        }

        using var third = await StartedHost.StartAsync(_data);
        Assert.Contains("1 of 8 has come in", (await PageAsync(third, "")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("has arrived", (await PageAsync(third, link)).Body!.TextContent, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await UntilAsync(() => Directory.GetFiles(Emails).Length == 9);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_data_not_even_what_lay_there_before()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(Emails);
        File.WriteAllText(Path.Combine(Emails, "from-before.eml"), "Subject: of old");
        using var host = await StartedHost.StartAsync(_data);
        await host.Browser.TellAsync("try-now", null);
        await UntilAsync(() => Directory.GetFiles(Emails).Length == 9);

        const UnixFileMode Others = (UnixFileMode)0b000_111_111;
        var readable = new DirectoryInfo(_data).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Append(new DirectoryInfo(_data))
            .Where(entry => (entry.UnixFileMode & Others) != UnixFileMode.None)
            .Select(entry => entry.FullName);
        Assert.Empty(readable);
    }

    [Fact]
    public async Task What_it_prints_names_the_address_how_to_try_and_where_the_emails_are_and_no_key()
    {
        using var host = await StartedHost.StartAsync(_data);
        Assert.Contains($"Open    {host.Browser.BaseAddress}", host.Printed, StringComparison.Ordinal);
        Assert.Contains("Try a cohort now", host.Printed, StringComparison.Ordinal);
        Assert.Contains($"{host.Browser.BaseAddress}emails", host.Printed, StringComparison.Ordinal);
        Assert.Contains(Emails, host.Printed, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(Path.Combine(_data, "keys")),
            key => Assert.DoesNotContain(File.ReadAllText(key).Trim(), host.Printed, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_data)!, recursive: true);

    private static async Task<IHtmlDocument> PageAsync(StartedHost host, string path)
    {
        var page = await host.Browser.AskAsync(path);
        Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {(int)page.Status} {page.Text}");
        return Parse(page.Text);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
