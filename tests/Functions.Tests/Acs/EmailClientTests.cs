using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Communication.Email;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Acs;

/// <summary>What the client says on the wire beyond what the service uses.</summary>
public sealed class EmailClientTests
{
    private static readonly Guid Id = Guid.Parse("6f0f0a1e-0000-4000-8000-000000000001");

    [Fact]
    public async Task With_an_identity_a_token_for_communication_services_is_asked_for_and_sent()
    {
        var asked = new ConcurrentQueue<string>();
        await using var server = await TlsLoopback.StartAsync(context =>
        {
            asked.Enqueue(
                $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Authorization} "
                    + $"{context.Request.Headers["Operation-Id"]}");
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return context.Response.WriteAsync("""{"id":"1","status":"Running"}""");
        });
        var credential = new FixedToken();
        var client = new EmailClient(
            server.Address,
            credential,
            new EmailClientOptions(EmailClientOptions.ServiceVersion.V2023_03_31) { Transport = server.Transport });
        await client.SendAsync(WaitUntil.Started, Message(), Id);
        Assert.Equal($"POST /emails:send?api-version=2023-03-31 Bearer the-token {Id}", Assert.Single(asked));
        Assert.Equal(["https://communication.azure.com//.default"], credential.Scopes);
    }

    [Fact]
    public async Task A_connection_string_signs_with_its_key_and_one_without_a_part_is_refused()
    {
        await using var acs = await LoopbackAcs.StartAsync();
        await new EmailClient($"endpoint={acs.Endpoint};accesskey={LoopbackAcs.Key}").SendAsync(WaitUntil.Started, Message(), Id);
        Assert.Single(acs.Taken);
        Assert.Throws<ArgumentException>(() => new EmailClient($"endpoint={acs.Endpoint}"));
    }

    [Fact]
    public async Task Attachments_copies_and_headers_arrive()
    {
        await using var acs = await LoopbackAcs.StartAsync();
        var message = Message();
        message.Attachments.Add(new EmailAttachment("launch.ics", "text/calendar", BinaryData.FromString("BEGIN:VCALENDAR")));
        message.Recipients.CC.Add(new EmailAddress("copy@example.org", "Copy"));
        message.Recipients.BCC.Add(new EmailAddress("blind@example.org"));
        message.Headers["X-Cohort"] = "judicial-2023";
        await new EmailClient(acs.Endpoint, new AzureKeyCredential(LoopbackAcs.Key)).SendAsync(WaitUntil.Started, message, Id);
        var body = acs.Taken[Id.ToString()];
        var attachment = body.GetProperty("attachments")[0];
        Assert.Equal(
            ("launch.ics", "text/calendar", "BEGIN:VCALENDAR"),
            (Text(attachment, "name"), Text(
                attachment, "contentType"), Encoding.UTF8.GetString(attachment.GetProperty("contentInBase64").GetBytesFromBase64())));
        var recipients = body.GetProperty("recipients");
        Assert.Equal(
            ("copy@example.org", "Copy"),
            (Text(recipients.GetProperty("cc")[0], "address"), Text(recipients.GetProperty("cc")[0], "displayName")));
        Assert.Equal("blind@example.org", Text(recipients.GetProperty("bcc")[0], "address"));
        Assert.Equal("judicial-2023", Text(body.GetProperty("headers"), "X-Cohort"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static EmailMessage Message() =>
        new("sender@example.org", "person@example.org", new EmailContent("Hello") { PlainText = "text" });
}
