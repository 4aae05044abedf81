using System.CommandLine;
using System.Globalization;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class HostCommandLineTests
{
    private readonly StringWriter _said = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _complained = new(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData]
    [InlineData("--data", "elsewhere", "--urls", "http://localhost:8080")]
    [InlineData("--data=elsewhere", "--urls=http://localhost:8080")]
    [InlineData("--Mail:Mode", "Smtp")]
    [InlineData("--Mail:Mode=Smtp", "--data", "elsewhere", "--Web:BaseAddress", "https://mentoring.example.org/")]
    [InlineData("--Mail:Password", "--Mail:Mode")]
    [InlineData("--Mail:Password", "@secret")]
    public async Task Options_and_settings_let_the_service_start(params string[] args)
    {
        Assert.Null(await AnswerAsync(args));
        Assert.Empty(_said.ToString() + _complained);
    }

    [Theory]
    [InlineData("Unrecognized command or argument '--dta'", "--dta", "elsewhere")]
    [InlineData("Unrecognized command or argument 'Smtp'", "--Mail:Mode=Smtp", "Smtp")]
    [InlineData("--Mail:Mode is a setting and needs a value after it.", "--data", "elsewhere", "--Mail:Mode")]
    [InlineData("Required argument missing for option: '--urls'", "--urls")]
    public async Task What_is_wrong_is_said_and_the_service_does_not_start(string words, params string[] args)
    {
        Assert.Equal(2, await AnswerAsync(args));
        Assert.Contains(words, _complained.ToString(), StringComparison.Ordinal);
        Assert.Contains("--help", _complained.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_how_settings_are_given()
    {
        Assert.Equal(0, await AnswerAsync("--help"));
        Assert.All(
            ["--data <FOLDER>", "--urls <ADDRESS>", "--Mail:Mode Smtp"],
            part => Assert.Contains(part, _said.ToString(), StringComparison.Ordinal));
    }

    private Task<int?> AnswerAsync(params string[] args) =>
        HostCommandLine.AnswerAsync(args, new InvocationConfiguration { Output = _said, Error = _complained });
}
