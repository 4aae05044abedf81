using Azure;
using Azure.Communication.Email;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Adapters.Acs;

namespace ReverseMentoring.Functions.Tests.Acs;

public sealed class AcsEmailSenderTests : IAsyncLifetime
{
    private static readonly OutgoingEmail Email = new(
        "judicial-2023-mail-1", "The scheme", "contact@example.org", "person@example.org", new DateTimeOffset(
            2023, 1, 30, 9, 0, 0, TimeSpan.Zero), new RenderedEmail("Hello", "text", "<p>html</p>"));

    private LoopbackAcs _acs = null!;
    private AcsEmailSender _sender = null!;

    public async Task InitializeAsync()
    {
        _acs = await LoopbackAcs.StartAsync();
        _sender = SenderTo(_acs.Endpoint, LoopbackAcs.Key);
    }

    public async Task DisposeAsync() => await _acs.DisposeAsync();

    [Fact]
    public async Task A_message_arrives_whole_and_signed()
    {
        Assert.IsType<SendOutcome.Accepted>(await _sender.SendAsync(Email, default));
        var body = Assert.Single(_acs.Taken).Value;
        Assert.Equal("sender@example.org", body.GetProperty("senderAddress").GetString());
        Assert.Equal("person@example.org", body.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString());
        Assert.Equal("Hello", body.GetProperty("content").GetProperty("subject").GetString());
        Assert.Equal("text", body.GetProperty("content").GetProperty("plainText").GetString());
        Assert.Equal("<p>html</p>", body.GetProperty("content").GetProperty("html").GetString());
        Assert.Equal("contact@example.org", body.GetProperty("replyTo")[0].GetProperty("address").GetString());
        Assert.True(body.GetProperty("userEngagementTrackingDisabled").GetBoolean());
    }

    [Fact]
    public async Task The_same_message_has_the_same_operation_id_so_the_service_takes_it_once()
    {
        await _sender.SendAsync(Email, default);
        await _sender.SendAsync(Email, default);
        Assert.Equal(2, _acs.Calls);
        Assert.Single(_acs.Taken);
        await _sender.SendAsync(Email with { OperationId = "another" }, default);
        Assert.Equal(2, _acs.Taken.Count);
    }

    [Theory]
    [InlineData(400, typeof(SendOutcome.Refused))]
    [InlineData(413, typeof(SendOutcome.Refused))]
    [InlineData(401, typeof(SendOutcome.Unavailable))]
    [InlineData(403, typeof(SendOutcome.Unavailable))]
    [InlineData(404, typeof(SendOutcome.Unavailable))]
    [InlineData(500, typeof(SendOutcome.Unavailable))]
    [InlineData(503, typeof(SendOutcome.Unavailable))]
    public async Task An_error_becomes_an_outcome_at_the_first_answer_and_repeats_nothing_the_service_said(int status, Type expected)
    {
        _acs.Answer = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("""{"error":{"code":"X","message":"person@example.org is not welcome"}}""");
        };
        var outcome = await _sender.SendAsync(Email, default);
        Assert.IsType(expected, outcome);
        Assert.DoesNotContain("person@example.org", outcome.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _acs.Calls);
    }

    [Fact]
    public async Task Throttling_comes_back_at_once_with_the_time_the_service_asks_for()
    {
        _acs.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "77";
            return Task.CompletedTask;
        };
        Assert.Equal(new SendOutcome.Throttled(TimeSpan.FromSeconds(77)), await _sender.SendAsync(Email, default));
        Assert.Equal(1, _acs.Calls);
    }

    [Fact]
    public async Task A_wrong_key_is_our_fault_and_not_the_messages() =>
        Assert.Equal(
            new SendOutcome.Unavailable("acs 401"),
            await SenderTo(_acs.Endpoint, Convert.ToBase64String("wrong"u8)).SendAsync(Email, default));

    [Fact]
    public async Task A_cut_connection_leaves_the_message_to_be_tried_again()
    {
        _acs.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(new SendOutcome.Unavailable("acs was not reached"), await _sender.SendAsync(Email, default));
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_for_a_slow_answer_is_told_so_by_the_cancellation()
    {
        using var stop = new CancellationTokenSource();
        _acs.Answer = async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _sender.SendAsync(Email, stop.Token));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_the_message_to_be_tried_again()
    {
        _acs.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        Assert.Equal(
            new SendOutcome.Unavailable("acs did not answer in time"),
            await SenderTo(_acs.Endpoint, LoopbackAcs.Key, TimeSpan.FromMilliseconds(300)).SendAsync(Email, default));
        Assert.Equal(1, _acs.Calls);
    }

    [Fact]
    public async Task A_slow_answer_that_comes_in_time_counts()
    {
        _acs.Answer = async context =>
        {
            await Task.Delay(300);
            context.Response.StatusCode = 202;
            await context.Response.WriteAsync("""{"id":"1","status":"Running"}""");
        };
        Assert.IsType<SendOutcome.Accepted>(await _sender.SendAsync(Email, default));
    }

    [Fact]
    public async Task An_id_the_service_has_already_was_taken_at_an_earlier_attempt()
    {
        _acs.Answer = context =>
        {
            context.Response.StatusCode = 409;
            return Task.CompletedTask;
        };
        Assert.IsType<SendOutcome.Accepted>(await _sender.SendAsync(Email, default));
    }

    [Fact]
    public async Task An_identity_that_can_not_sign_in_leaves_the_message_to_be_tried_again()
    {
        var sender = new AcsEmailSender(
            new EmailClient(new Uri("https://localhost:1/"), new Locked(), AcsEmailSender.OptionsWithoutRetries(TimeSpan.FromSeconds(5))),
            "sender@example.org");
        Assert.Equal(new SendOutcome.Unavailable("acs sign-in failed"), await sender.SendAsync(Email, default));
    }

    [Fact]
    public async Task Headers_the_operation_id_and_one_click_arrive_as_they_are()
    {
        await _sender.SendAsync(Email with { OneClickPause = new Link(new Uri("https://mentoring.example.org/r/x.y")) }, default);
        var (id, body) = Assert.Single(_acs.Taken);
        Assert.Equal(AcsEmailSender.OperationIdOf(Email.OperationId).ToString(), id);
        Assert.Equal(
            ["Auto-Submitted auto-generated",
                "List-Unsubscribe <https://mentoring.example.org/r/x.y>", "List-Unsubscribe-Post List-Unsubscribe=One-Click"],
            body.GetProperty("headers").EnumerateObject().Select(h => $"{h.Name} {h.Value.GetString()}").Order(StringComparer.Ordinal));
    }

    private static AcsEmailSender SenderTo(Uri endpoint, string key, TimeSpan? patience = null) =>
        new(new EmailClient(
            endpoint,
            new AzureKeyCredential(key),
            AcsEmailSender.OptionsWithoutRetries(patience ?? TimeSpan.FromSeconds(60))), "sender@example.org");

    private sealed class Locked : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("No identity here.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("No identity here.");
    }
}
