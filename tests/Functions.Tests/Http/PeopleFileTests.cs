using System.Net;
using System.Text;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Files of people as forms, spreadsheets and HR systems write them (I1, I2, I3).</summary>
public sealed class PeopleFileTests
{
    private const string People = "api/cohorts/judicial-2023/people";
    private const string Header = "role;name;email;organisation;rank\r\n";
    private const string Zoe = "reverse mentor;Zoë Müller;zoe@example.org;Birch Chambers;Barrister\r\n";

    [Fact]
    public async Task One_bad_heading_is_told_once_with_what_was_probably_meant_however_many_rows_there_are()
    {
        await using var service = await DraftAsync();
        var rows = string.Concat(Enumerable.Range(0, 500)
            .Select(i => $"reverse mentor,Person {i:000},p{i:000}@example.org,North,3,To learn\n"));
        var answer = await SendAsync(service, Encoding.UTF8.GetBytes($"Role,Full name,Mail,Department,Level,Why\n{rows}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Text.Length < 4096, $"The answer has {answer.Text.Length} characters.");
        foreach (var told in new[] { "call the column team", "call the column rank", "the first line, why",
            "A column organisation is missing" })
        {
            Assert.Single(answer.Text.Split(told)[1..]);
        }

        Assert.Empty(await service.Store.ListAsync<Person>("judicial-2023", Person.DocumentKind, default));
    }

    [Fact]
    public async Task A_row_is_called_by_its_place_in_the_sheet_also_after_a_cell_with_a_line_break()
    {
        await using var service = await DraftAsync();
        const string csv = "role,name,email,organisation,rank,team\n"
            + "reverse mentor,Ann,ann@example.org,Birch Chambers,Barrister,\"one\ntwo\"\n"
            + "reverse mentor,Ben,ben,Birch Chambers,Barrister,\nreverse mentor,Cas,cas@example.org,Birch Chambers,Barrister,\n";
        var answer = await SendAsync(service, Encoding.UTF8.GetBytes(csv));
        Assert.Equal(
            ["row 2", "row 3", "row 4"], answer.Json.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("place").GetString()));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Names_with_accents_arrive_as_written_from_every_encoding_that_spreadsheets_save(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var service = await DraftAsync();
        var written = Encoding.GetEncoding(encoding);
        var answer = await SendAsync(service, [.. written.GetPreamble(), .. written.GetBytes(Header + Zoe)]);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal("Zoë Müller", Assert.Single(await PeopleAsync(service)).Name);
        Assert.NotEmpty(answer.Json.GetProperty("file").GetProperty("encoding").GetString()!);
    }

    [Fact]
    public async Task An_export_of_a_form_is_taken_and_says_what_it_left_out_and_that_anonymous_is_no_address()
    {
        await using var service = await DraftAsync();
        const string csv = """
            ID,Start time,Completion time,Email,Name,Role,Organisation,Rank,Team,Managers,Courts
            1,1/23/2023 9:02:11,1/23/2023 9:07:40,alma.reyes@example.org,Alma Reyes,Reverse mentor,Birch Chambers,Barrister,,,
            2,1/23/2023 9:12:11,1/23/2023 9:17:40,anonymous,Tobias Lund,Reverse mentor,Birch Chambers,Barrister,,,
            """;
        var answer = await SendAsync(service, Encoding.UTF8.GetBytes(csv));
        Assert.Equal(
            ["ID", "Start time", "Completion time"],
            answer.Json.GetProperty("file").GetProperty("leftOut").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("Alma Reyes", Assert.Single(await PeopleAsync(service)).Name);
        Assert.Contains("row 3, email", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_and_last_name_apart_and_other_names_of_columns_are_read_and_the_answer_says_as_what()
    {
        await using var service = await DraftAsync();
        const string csv = """
            Role,First name,Last name,E-mail address,Organisation,Grade
            mentor,Alma,Reyes,alma.reyes@example.org,Birch Chambers,Barrister
            """;
        var answer = await SendAsync(service, Encoding.UTF8.GetBytes(csv));
        var person = Assert.Single(await PeopleAsync(service));
        Assert.Equal(("Alma Reyes", "alma.reyes@example.org", "Barrister"), (person.Name, person.Email, person.Rank));
        Assert.Equal("rank", answer.Json.GetProperty("file").GetProperty("columns").GetProperty("Grade").GetString());
    }

    private static async Task<TestService> DraftAsync()
    {
        var service = await TestService.StartAsync();
        Assert.Equal(HttpStatusCode.Created, (await service.Api.TellAsync("api/cohorts", Samples.JudicialDefinition)).Status);
        return service;
    }

    private static async Task<Reply> SendAsync(TestService service, byte[] bytes)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new("text/csv");
        return await service.Api.SendToAsync(HttpMethod.Post, People, body);
    }

    private static async Task<IReadOnlyList<Person>> PeopleAsync(TestService service) =>
        [.. (await service.Store.ListAsync<Person>("judicial-2023", Person.DocumentKind, default)).Select(p => p.Value)];
}
