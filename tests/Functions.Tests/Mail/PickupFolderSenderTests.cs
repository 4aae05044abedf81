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
        Assert.Contains("Message-ID: <7f3a-step2-p12@mail.example.org>", headers);
        Assert.Contains("Date: Tue, 28 Mar 2023 15:30:00 +0000", headers);
        Assert.Contains("Auto-Submitted: auto-generated", headers);
        Assert.Contains("To: ada@example.org", headers);
        Assert.Contains("Reply-To: team@example.org", headers, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("From: \"Example Scheme\" <noreply@mail.example.org>", headers);
        Assert.Single(headers, h => h.StartsWith("Date:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Both_parts_carry_any_letter_and_a_long_link_unbroken()
    {
        var text = Emails.Unquoted(await WriteAsync(Emails.Plain));
        Assert.Contains("Hello Zoë,\r\n", text, StringComparison.Ordinal);
        Assert.Contains("<p>Hello Zoë</p>", text, StringComparison.Ordinal);
        Assert.Contains("/r/" + new string('a', 120) + "\r\n", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("text/plain", StringComparison.Ordinal) < text.IndexOf("text/html", StringComparison.Ordinal));
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
        Assert.Matches("Message-ID: <[0-9a-f]{64}@mail.example.org>", message);
    }
}
