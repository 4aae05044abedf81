using System.Diagnostics;
using System.Net;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Functions.People;
using ReverseMentoring.Functions.Tests.Service;
using static ReverseMentoring.Functions.Tests.Service.PeopleFiles;

namespace ReverseMentoring.Functions.Tests.Http;

#pragma warning disable CA5394 // Seeded on purpose: a workbook that breaks something can be made again.

/// <summary>People from workbooks (.xlsx, .xls), good, odd and hostile ones (I3).</summary>
public sealed class PeopleWorkbookTests
{
    private static readonly string[] Header = ["role", "name", "email", "organisation", "rank", "team", "mentor_places"];
    private static readonly string[] Zoe = ["reverse mentor", "Zoë Müller", "zoe@example.org", "Birch Chambers", "Barrister", "Crime", "2"];

    [Fact]
    public async Task A_workbook_is_read_like_CSV_and_the_answer_says_which_sheet_was_read_and_which_were_not()
    {
        await using var service = await DraftAsync();
        var answer = await SendWorkbookAsync(service, Workbooks.Xlsx(
            new TestSheet("Old", Workbooks.SheetOf(Header, [.. Zoe[..2], "old@example.org", .. Zoe[3..]]), IsHidden: true),
            new TestSheet("Cover", Workbooks.SheetOf(["How to fill this in"])),
            new TestSheet("People", "<row r=\"1\"/>" + Workbooks.SheetOf([""], Header, Zoe, [""])),
            new TestSheet("Notes", "")));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var file = answer.Json.GetProperty("file");
        Assert.Equal("People", file.GetProperty("sheet").GetString());
        Assert.Equal(["Old", "Cover", "Notes"], file.GetProperty("otherSheets").EnumerateArray().Select(s => s.GetString()));
        Assert.False(file.TryGetProperty("encoding", out _));
        Assert.Equal("row 3", answer.Json.GetProperty("rows")[0].GetProperty("place").GetString());
        var zoe = Assert.Single(await PeopleAsync(service));
        Assert.Equal(("Zoë Müller", "Crime", 2), (zoe.Name, zoe.Team, zoe.MentorPlaces));
    }

    [Fact]
    public async Task An_xls_of_old_is_read_too_also_inside_its_OLE_container()
    {
        foreach (var stream in new[] { "Workbook", "Book" })
        {
            var bytes = Workbooks.Ole((stream, Workbooks.Biff2(Header, Zoe)));
            await using var service = await DraftAsync();
            var answer = await SendWorkbookAsync(service, bytes);
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
            Assert.Equal("Zoë Müller", Assert.Single(await PeopleAsync(service)).Name);
        }
    }

    [Fact]
    public async Task Numbers_and_dates_are_read_as_they_would_be_typed_and_a_formula_by_the_value_beside_it()
    {
        await using var service = await DraftAsync();
        var answer = await SendWorkbookAsync(service, Workbooks.Of(
            Header,
            [.. Zoe[..5], "<c s=\"1\"><v>45000</v></c>", "<c><v>2</v></c>"],
            [Zoe[0], "<c t=\"str\"><f>CONCATENATE(\"Al\",\"ma\")</f><v>Alma</v></c>", "alma@example.org", .. Zoe[3..5],
                "<c><v>12.5</v></c>", "<c><f>1+1</f><v>2</v></c>"]));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(
            [("Alma", "12.5", 2), ("Zoë Müller", "2023-03-15", 2)],
            (await PeopleAsync(service)).Select(p => (p.Name, p.Team, p.MentorPlaces)).Order());
    }

    [Fact]
    public async Task An_error_of_the_spreadsheet_is_no_text_and_its_row_is_refused()
    {
        await using var service = await DraftAsync();
        var answer = await SendWorkbookAsync(service, Workbooks.Of(
            Header, Zoe, [Zoe[0], "Alma", "alma@example.org", .. Zoe[3..5], "<c t=\"e\"><f>VLOOKUP(1,A:A,1)</f><v>#N/A</v></c>", "1"]));
        Assert.Contains("team holds no text", answer.Text, StringComparison.Ordinal);
        Assert.Single(await PeopleAsync(service));
    }

    [Fact]
    public async Task A_workbook_behind_a_password_is_refused_with_what_to_do()
    {
        await using var service = await DraftAsync();
        var answer = await SendWorkbookAsync(service, Workbooks.Ole(("EncryptionInfo", Agile()), ("EncryptedPackage", new byte[5000])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("password", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_gigabytes_is_refused_before_it_does()
    {
        await using var service = await DraftAsync();
        var rows = new string('0', 100 * 1024 * 1024);
        var bomb = Workbooks.Xlsx(new TestSheet(
            "People", $"{Workbooks.SheetOf(Header, Zoe)}<row r=\"9\"><c r=\"A9\"><v>{rows}</v></c></row>"));
        Assert.True(bomb.Length < 1024 * 1024, $"{bomb.Length}");
        var answer = await SendWorkbookAsync(service, bomb);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("megabytes", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync(service));
    }

    [Theory]
    [InlineData(2000, HttpStatusCode.OK)]
    [InlineData(2001, HttpStatusCode.UnprocessableEntity)]
    public void A_workbook_holds_as_many_people_as_CSV_may(int people, HttpStatusCode expected)
    {
        var rows = Enumerable.Range(0, people).Select(i => (string[])[Zoe[0], $"Person {i}", $"p{i}@example.org", .. Zoe[3..]]);
        var read = PeopleBody.Read(Workbooks.Of([Header, .. rows]), "", ColumnChoice.None);
        Assert.Equal(expected == HttpStatusCode.OK, read.Succeeded);
        Assert.Equal(people, read.Value?.Count ?? people);
    }

    [Fact]
    public void A_sheet_that_says_it_is_very_wide_and_very_long_costs_little()
    {
        var watch = Stopwatch.StartNew();
        var far = Workbooks.SheetOf(Header, Zoe)
            + string.Concat(Enumerable.Range(3, 200_000).Select(r => $"<row r=\"{r}\"/>"))
            + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        var read = PeopleBody.Read(Workbooks.Xlsx(new TestSheet("People", far)), "", ColumnChoice.None);
        Assert.Contains("columns wide", Assert.Single(read.Problems).Sentence, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void Whatever_is_broken_in_a_workbook_it_is_read_or_refused_and_never_fails()
    {
        var chance = new Random(2023);
        byte[][] good =
        [
            Workbooks.Of(Header, Zoe),
            Workbooks.Ole(("Workbook", Workbooks.Biff2(Header, Zoe))),
            Workbooks.Ole(("EncryptionInfo", Agile()), ("EncryptedPackage", new byte[5000])),
            Workbooks.Zip([("word/document.xml", "<w/>")]),
        ];
        for (var i = 0; i < 4000; i++)
        {
            var bytes = good[i % good.Length].ToArray();
            for (var flips = chance.Next(1, 8); flips > 0; flips--)
            {
                // The heads of OLE files steer most of what is read.
                bytes[chance.Next(8, chance.Next(2) == 0 ? Math.Min(bytes.Length, 2048) : bytes.Length)] = (byte)chance.Next(256);
            }

            bytes = chance.Next(5) == 0 ? bytes[..chance.Next(4, bytes.Length)] : bytes;
            var watch = Stopwatch.StartNew();
            var read = PeopleBody.Read(bytes, "application/octet-stream", ColumnChoice.None);
            Assert.True(read.Succeeded || read.Problems.Count > 0);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"workbook {i}: {watch.Elapsed}");
        }
    }

    /// <summary>How Office 2010 and later say that a workbook is encrypted; the keys are of nobody's password.</summary>
    private static byte[] Agile() =>
    [
        4, 0, 4, 0, 0x40, 0, 0, 0,
        .. """
            <encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"
            xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" blockSize="16" keyBits="128"
            hashSize="20" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA1" saltValue="AAAAAAAAAAAAAAAAAAAAAA=="/>
            <dataIntegrity encryptedHmacKey="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            encryptedHmacValue="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="/><keyEncryptors>
            <keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="100" saltSize="16"
            blockSize="16" keyBits="128" hashSize="20" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA1"
            saltValue="AAAAAAAAAAAAAAAAAAAAAA==" encryptedVerifierHashInput="AAAAAAAAAAAAAAAAAAAAAA=="
            encryptedVerifierHashValue="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" encryptedKeyValue="AAAAAAAAAAAAAAAAAAAAAA=="/>
            </keyEncryptor></keyEncryptors></encryption>
            """u8,
        // Parsers of XML take the spaces, as they would not take the zeros that fill a stream up.
        .. Enumerable.Repeat((byte)' ', 4096),
    ];

    private static Task<Reply> SendWorkbookAsync(TestService service, byte[] bytes) =>
        SendAsync(service, bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}
