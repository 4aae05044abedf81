using MimeKit;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Adapters.Mail;

namespace ReverseMentoring.Functions.Tests.Mail;

public sealed class PickupFolderSenderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> WriteAsync(OutgoingEmail email)
    {
        Assert.IsType<SendOutcome.Accepted>(await new PickupFolderSender(Emails.Options(_folder)).SendAsync(email, default));
        var file = Assert.Single(Directory.EnumerateFiles(_folder));
        return await File.ReadAllTextAsync(file);
    }

    [Fact]
    public async Task A_message_becomes_one_file_named_after_its_operation()
    {
        var message = await WriteAsync(Emails.Plain);
        Assert.Equal(["7f3a-step2-p12.eml"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
        Assert.Contains("Content-Type: multipart/alternative", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_attempt_writes_nothing()
    {
        await WriteAsync(Emails.Plain);
        var file = Path.Combine(_folder, "7f3a-step2-p12.eml");
        await File.WriteAllTextAsync(file, "already there");
        await WriteAsync(Emails.Plain);
        Assert.Equal("already there", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Attempts_at_once_leave_one_whole_file()
    {
        var sender = new PickupFolderSender(Emails.Options(_folder));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => sender.SendAsync(Emails.Plain, default))));
        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Accepted>(outcome));
        Assert.Equal(["7f3a-step2-p12.eml"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_same_message_gives_the_same_bytes()
    {
        var first = await WriteAsync(Emails.Plain);
        File.Delete(Directory.EnumerateFiles(_folder).Single());
        Assert.Equal(first, await WriteAsync(Emails.Plain));
    }

    [Fact]
    public async Task Headers_say_who_when_and_that_no_person_sent_it()
    {
        var headers = Emails.Headers(await WriteAsync(Emails.Plain));
        Assert.Contains("Message-ID: <7f3a-step2-p12@mail.example.org>", headers, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("Date: Tue, 28 Mar 2023 15:30:00 +0000", headers);
        Assert.Contains("Auto-Submitted: auto-generated", headers);
        Assert.Contains("To: ada@example.org", headers);
        Assert.Contains("Reply-To: team@example.org", headers, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("From: Example Scheme <noreply@mail.example.org>", headers);
        Assert.Single(headers, h => h.StartsWith("Date:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Both_parts_carry_any_letter_and_a_long_link_unbroken()
    {
        using var message = Emails.Read(await WriteAsync(Emails.Plain));
        Assert.Equal(Emails.Plain.Content.Text, message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(Emails.Plain.Content.Html, message.HtmlBody!.TrimEnd());
        Assert.Equal(
            ["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(message.Body).Select(part => part.ContentType.MimeType));
    }

    [Fact]
    public async Task Every_line_ends_with_CRLF_and_none_is_too_long_for_a_mail_server()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("Łukasz schreibt Größeres", 200));
        var written = await WriteAsync(Emails.Plain with
        {
            Content = new RenderedEmail(new string('s', 300), $"one\ntwo\rthree\r\n{paragraph}\nFrom here\n", $"<p>{paragraph}</p>"),
            OneClickPause = new Link(new Uri("https://mentoring.example.org/r/" + new string('b', 150) + "?pause")),
        });
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', written.Replace("\r\n", "", StringComparison.Ordinal));
        var (headers, body) = (written[..written.IndexOf("\r\n\r\n", StringComparison.Ordinal)],
            written[written.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]);
        // RFC 5322, 2.1.1: a line should have 78 characters at most, and must have no more than 998. A link in a header is not broken.
        Assert.All(body.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.All(headers.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        using var message = Emails.Read(written);
        Assert.Equal($"one\ntwo\nthree\n{paragraph}\nFrom here\n", message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(new string('s', 300), message.Subject);
    }

    [Theory]
    [InlineData("Zoë’s scheme: Ærøskøbing, 東京 and عربى", "Škola „Łódź“; “quotes”, (brackets) <b@example.org>")]
    [InlineData("Nothing strange", "a@example.org, \"b\"")]
    [InlineData("Überaus überlange Überschrift über übliche Übungen überzeugter Überlebender über Überraschungen überall", "Üb")]
    public async Task Any_letter_in_a_subject_or_a_sender_name_arrives_as_it_was_written_and_travels_as_ASCII(string subject, string name)
    {
        var written = await WriteAsync(Emails.Plain with { FromName = name, Content = Emails.Plain.Content with { Subject = subject } });
        Assert.All(written, c => Assert.True(char.IsAscii(c)));
        using var message = Emails.Read(written);
        Assert.Equal(subject, message.Subject);
        var from = Assert.IsType<MailboxAddress>(Assert.Single(message.From));
        Assert.Equal((name, "noreply@mail.example.org"), (from.Name, from.Address));
    }

    [Fact]
    public async Task A_long_link_to_pause_stays_whole_in_its_header()
    {
        var link = "https://mentoring.example.org/r/" + new string('b', 150) + "?pause";
        var written = await WriteAsync(Emails.Plain with { OneClickPause = new Link(new Uri(link)) });
        Assert.Contains($"List-Unsubscribe: <{link}>", Emails.Headers(written));
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", Emails.Headers(written));
    }

    [Fact]
    public async Task Whoever_looks_into_the_folder_never_sees_part_of_a_message()
    {
        var big = Emails.Plain with
        {
            Content =
            Emails.Plain.Content with { Text = string.Join('\n', Enumerable.Repeat("A line that fills the file up.", 20_000)) }
        };
        using var done = new CancellationTokenSource();
        var watching = Task.Run(() =>
        {
            var sizes = new HashSet<long>();
            while (!done.IsCancellationRequested)
            {
                sizes.UnionWith(new DirectoryInfo(_folder).EnumerateFiles("*.eml").Select(file => file.Length));
            }

            return sizes;
        });
        for (var i = 0; i < 5; i++)
        {
            await new PickupFolderSender(Emails.Options(_folder)).SendAsync(big with { OperationId = $"a-{i}" }, default);
        }

        await done.CancelAsync();
        Assert.Subset(new DirectoryInfo(_folder).GetFiles("*.eml").Select(file => file.Length).ToHashSet(), await watching);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: x@example.org")]
    [InlineData("Hello\nBcc: x@example.org")]
    [InlineData("Hello\u2028Bcc: x@example.org\0")]
    public async Task Nothing_in_a_subject_or_a_sender_name_becomes_a_header(string hostile)
    {
        var message = await WriteAsync(Emails.Plain with { FromName = hostile, Content = Emails.Plain.Content with { Subject = hostile } });
        Assert.DoesNotContain(Emails.Headers(message), header => header.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("ada@example.org\r\nBcc: x@example.org")]
    [InlineData("ada@example.org, x@example.org")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada")]
    [InlineData("")]
    public async Task What_is_not_one_address_is_refused_without_being_named(string address)
    {
        var sender = new PickupFolderSender(Emails.Options(_folder));
        var refused = new SendOutcome.Refused("an address is not valid");
        Assert.Equal(refused, await sender.SendAsync(Emails.Plain with { To = address }, default));
        Assert.Equal(refused, await sender.SendAsync(Emails.Plain with { ReplyTo = address }, default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Words_copied_from_a_message_cannot_end_a_part_of_the_next()
    {
        var seen = Boundary(await WriteAsync(Emails.Plain));
        File.Delete(Directory.EnumerateFiles(_folder).Single());
        var copied = Emails.Plain.Content with { Text = $"--{seen}\nContent-Type: text/html" };
        var next = await WriteAsync(Emails.Plain with { Content = copied });
        Assert.NotEqual(seen, Boundary(next));
        Assert.Equal(2 + 1, next.Split("--" + Boundary(next)).Length - 1);
    }

    private static string Boundary(string message) =>
        message.Split("boundary=")[1].Split('\r')[0].Trim('"');

    [Theory]
    [InlineData("../../escape")]
    [InlineData("a/b\\c")]
    [InlineData("")]
    public async Task No_operation_id_leaves_the_folder(string id)
    {
        var message = await WriteAsync(Emails.Plain with { OperationId = id });
        Assert.Matches("Message-I[dD]: <[0-9a-f]{64}@mail.example.org>", message);
    }
}
