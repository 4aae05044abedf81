using System.Net;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;
using static ReverseMentoring.Functions.Tests.Service.PeopleFiles;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>What the sender says about the columns of a file goes before what they seem to mean (I3).</summary>
public sealed class PeopleColumnsTests
{
    private const string Swedish = """
        Roll,Namn,E-post,Email,Organisation,Rank,Anteckning
        reverse mentor,Alma Reyes,alma@example.org,manager@example.org,Birch Chambers,Barrister,secret
        """;

    [Fact]
    public async Task A_column_that_is_named_is_read_as_that_and_what_is_left_out_on_request_is_said()
    {
        await using var service = await DraftAsync();
        var answer = await SendAsync(
            service, Swedish, "?column=role:Roll&column=name:namn&column=email:E-post&leaveOut=Email&leaveOut=anteckning");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var file = answer.Json.GetProperty("file");
        Assert.Equal("email", file.GetProperty("columns").GetProperty("E-post").GetString());
        Assert.Equal(["Email", "Anteckning"], file.GetProperty("leftOut").EnumerateArray().Select(h => h.GetString()));
        Assert.Equal(("Alma Reyes", "alma@example.org"), Assert.Single(await PeopleAsync(service)) is var p ? (p.Name, p.Email) : default);
    }

    [Fact]
    public async Task Every_unknown_column_can_be_left_out_at_once_and_known_ones_stay()
    {
        await using var service = await DraftAsync();
        var csv = "role,name,email,organisation,rank,Shoe size,Start date\nreverse mentor,Alma,alma@example.org,Birch,Barrister,41,x\n";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(service, csv)).Status);
        var answer = await SendAsync(service, csv, "?leaveOut=*");
        Assert.Equal(
            ["Shoe size", "Start date"],
            answer.Json.GetProperty("file").GetProperty("leftOut").EnumerateArray().Select(h => h.GetString()));
        Assert.Single(await PeopleAsync(service));
    }

    [Theory]
    [InlineData("?column=emial:E-post", "column=emial", "Did you mean email?")]
    [InlineData("?column=shoe:E-post", "column=shoe", "The columns are: role, name, email")]
    [InlineData("?column=organisation:Organisaton", "column=organisation", "Did you mean Organisation?")]
    [InlineData("?column=email:Fax", "column=email", "The first line has: Roll, Namn, E-post")]
    [InlineData("?column=email", "column=email", "column=email:E-post")]
    [InlineData("?column=email:E-post&column=email:Email", "column=email:Email", "Two headings are given")]
    [InlineData("?column=email:E-post&column=name:E-post", "column=name", "The same heading")]
    [InlineData("?leaveOut=Anteckningar", "leaveOut=Anteckningar", "Did you mean Anteckning?")]
    [InlineData("?column=role:Roll&column=name:Namn&column=email:E-post", "the first line", "“E-post” and “Email”")]
    [InlineData("?dry_run=true", "dry_run", "Did you mean dryRun?")]
    [InlineData("?dryRun=yes", "dryRun", "true or false")]
    public async Task A_wrong_word_in_the_query_is_refused_once_with_what_was_meant_and_nobody_is_added(
        string query, string place, string told)
    {
        await using var service = await DraftAsync();
        var answer = await SendAsync(service, Swedish, query);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Single(answer.Places, p => p == place);
        Assert.Contains(
            answer.Json.GetProperty("errors").EnumerateArray(),
            e => e.GetProperty("pointer").GetString() == place
                && e.GetProperty("detail").GetString()!.Contains(told, StringComparison.Ordinal));
        Assert.Empty(await PeopleAsync(service));
    }

    [Fact]
    public async Task A_list_of_JSON_takes_no_columns_since_its_fields_name_themselves()
    {
        await using var service = await DraftAsync();
        var answer = await service.Api.SendToAsync(
            HttpMethod.Post,
            PeopleFiles.Path + "?column=email:mail",
            new StringContent("""[{"mail":"x"}]""", Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "the query"), (answer.Status, Assert.Single(answer.Places)));
    }

    [Fact]
    public async Task A_column_without_a_name_that_is_filled_is_told_and_one_that_is_empty_is_nothing()
    {
        await using var service = await DraftAsync();
        const string header = "role,name,email,organisation,rank,,Notes\n";
        var answer = await SendAsync(service, header + "reverse mentor,Alma,alma@example.org,Birch,Barrister,lost,\n");
        Assert.Equal("the first line, column 6", Assert.Single(answer.Places));
        answer = await SendAsync(service, header + "reverse mentor,Alma,alma@example.org,Birch,Barrister,,\n");
        Assert.Equal(["Notes"], answer.Json.GetProperty("file").GetProperty("leftOut").EnumerateArray().Select(h => h.GetString()));
    }
}
