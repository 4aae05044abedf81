using Microsoft.Extensions.Configuration;
using ReverseMentoring.LocalHost;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("http://localhost:7071", "http://localhost:7071/")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/")]
    [InlineData("http://+:8080", "http://localhost:8080/")]
    [InlineData("http://*:8080", "http://localhost:8080/")]
    public void An_address_that_no_browser_can_open_becomes_one_that_it_can(string listening, string reachable) =>
        Assert.Equal(reachable, OwnAddress.Reachable(listening));

    [Theory]
    [InlineData("http://localhost:8080", null, "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8080;https://0.0.0.0:8443", "", "http://localhost:8080/")]
    [InlineData("http://localhost:8080", "https://mentoring.example.org/", "https://mentoring.example.org/")]
    [InlineData("http://127.0.0.1:0", null, null)]
    [InlineData(null, null, null)]
    public void Links_in_emails_lead_to_where_it_listens_unless_a_setting_says_otherwise(string? urls, string? set, string? expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["urls"] = urls, ["Web:BaseAddress"] = set }).Build();
        OwnAddress.BeginsLinks(settings);
        Assert.Equal(expected, settings["Web:BaseAddress"]);
    }
}
