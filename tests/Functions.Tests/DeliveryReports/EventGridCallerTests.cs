using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.DeliveryReports;

/// <summary>Who is heard at the webhook.</summary>
public sealed class EventGridCallerTests : IDisposable
{
    private readonly EventGrid _grid = new();

    [Fact]
    public async Task A_subscription_is_confirmed_with_the_code_it_sent()
    {
        await using var service = await _grid.ServiceAsync();
        var reply = await _grid.PostAsync(service, EventGrid.Validation("512d38b6"));
        Assert.Equal((HttpStatusCode.OK, """{"validationResponse":"512d38b6"}"""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task Only_event_grid_with_a_token_of_our_tenant_for_our_audience_is_heard()
    {
        await using var service = await _grid.ServiceAsync();
        await JudicialCohort.DraftAsync(service);
        var now = service.Clock.GetUtcNow();
        using var stranger = RSA.Create(2048);
        var wrong = new Dictionary<string, string>
        {
            ["no token"] = "",
            ["no token at all"] = "abc",
            ["another tenant"] = _grid.Token(now, issuer: "https://sts.windows.net/99999999-2222-3333-4444-555555555555/"),
            ["another audience"] = _grid.Token(now, audience: "api://something-else"),
            ["another application"] = _grid.Token(now, sender: "00000000-0000-0000-0000-000000000001"),
            ["no application"] = _grid.Token(now, claim: "sub"),
            ["expired"] = _grid.Token(now.AddHours(-2)),
            ["not yet valid"] = _grid.Token(now.AddHours(1)),
            ["another key"] = _grid.Token(now, key: new RsaSecurityKey(stranger) { KeyId = "key-1" }),
        };
        var before = service.Documents;
        foreach (var (what, token) in wrong)
        {
            var reply = await _grid.PostAsync(service, EventGrid.Validation("1"), token);
            Assert.True(
                reply.Status == HttpStatusCode.Forbidden && reply.ContentType == "application/problem+json",
                $"{what}: {reply.Status} {reply.Text}");
        }

        Assert.Equal(before, service.Documents);
        var second = _grid.Token(now, issuer: $"https://login.microsoftonline.com/{EventGrid.Tenant}/v2.0", claim: "azp");
        Assert.Equal(HttpStatusCode.OK, (await _grid.PostAsync(service, EventGrid.Validation("1"), second)).Status);
    }

    [Fact]
    public async Task A_key_the_tenant_has_only_now_is_looked_up_and_one_it_does_not_have_yet_is_asked_for_again()
    {
        await using var service = await _grid.ServiceAsync();
        using var rsa = RSA.Create(2048);
        var next = new RsaSecurityKey(rsa) { KeyId = "key-2" };
        var token = _grid.Token(service.Clock.GetUtcNow(), key: next);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _grid.PostAsync(service, EventGrid.Validation("1"), token)).Status);
        _grid.Configuration.Today = next;
        Assert.Equal(HttpStatusCode.OK, (await _grid.PostAsync(service, EventGrid.Validation("1"), token)).Status);
    }

    [Fact]
    public async Task Without_a_tenant_no_reports_are_taken()
    {
        await using var service = await TestService.StartAsync();
        var reply = await _grid.PostAsync(service, EventGrid.Validation("1"));
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Contains("DeliveryReports:TenantId", reply.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _grid.Dispose();
}
