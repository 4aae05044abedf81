using ReverseMentoring.Domain.Files;

namespace ReverseMentoring.Domain.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("handbook.pdf", "application/pdf")]
    [InlineData("Session guide, 2nd edition (final).DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("Größe & Maß – Übersicht.csv", "text/csv")]
    [InlineData("相互学習.pdf", "application/pdf")]
    [InlineData("party 🎉.png", "image/png")]
    [InlineData("a..b.txt", "text/plain")]
    [InlineData("constable.pdf", "application/pdf")]
    [InlineData("report.html", "text/html")]
    public void An_ordinary_name_is_taken_as_it_is_and_says_its_type(string text, string type)
    {
        var name = FileName.Read(text).Value;
        Assert.Equal((text, type), (name?.Text, name?.ContentType));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".pdf")]
    [InlineData("..")]
    [InlineData("../handbook.pdf")]
    [InlineData("..\\handbook.pdf")]
    [InlineData("/etc/passwd.txt")]
    [InlineData("a/b.pdf")]
    [InlineData("a%2Fb.pdf")]
    [InlineData("C:handbook.pdf")]
    [InlineData("handbook.pdf:stream.txt")]
    [InlineData("hand\"book.pdf")]
    [InlineData("hand*book?.pdf")]
    [InlineData("<b>.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("a\u202Efdp.pdf")]
    [InlineData("a\u200B.pdf")]
    [InlineData("a\u2028.pdf")]
    [InlineData("a\uFFFD.pdf")]
    [InlineData(".hidden.pdf")]
    [InlineData(" handbook.pdf")]
    [InlineData("-rf.txt")]
    [InlineData("~$handbook.docx")]
    [InlineData("handbook.pdf ")]
    [InlineData("handbook.pdf.")]
    [InlineData("CON.pdf")]
    [InlineData("nul.txt")]
    [InlineData("com1.notes.txt")]
    [InlineData("LPT\u00B2.pdf")]
    [InlineData("handbook")]
    [InlineData("page.html")]
    [InlineData("picture.svg")]
    [InlineData("script.js")]
    [InlineData("handbook.pdf.exe")]
    public void A_name_that_could_play_a_trick_or_run_is_refused_without_being_repeated(string text)
    {
        var read = FileName.Read(text);
        Assert.Null(read.Value);
        Assert.NotEmpty(read.Problems);
        Assert.All(read.Problems, p => Assert.True(text.Length < 3 || !p.Sentence.Contains(text, StringComparison.Ordinal), p.Sentence));
        Assert.Throws<ArgumentException>(() => FileName.Of(text));
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.Null(FileName.Read("a\uD800.pdf").Value);

    [Fact]
    public void A_long_name_is_refused_by_characters_and_by_bytes()
    {
        Assert.NotNull(FileName.Read(new string('a', FileName.MostCharacters - 4) + ".pdf").Value);
        Assert.Null(FileName.Read(new string('a', FileName.MostCharacters - 3) + ".pdf").Value);
        Assert.Null(FileName.Read(new string('相', 70) + ".pdf").Value);
    }

    [Fact]
    public void The_two_ways_to_write_an_accent_are_one_name() =>
        Assert.Equal(FileName.Of("caf\u00E9.pdf"), FileName.Of("cafe\u0301.pdf"));

    [Theory]
    [InlineData("report.html", true)]
    [InlineData("timeline-2023-06-24.csv", true)]
    [InlineData("Timeline-mine.csv", true)]
    [InlineData("timeline.csv", false)]
    [InlineData("report.pdf", false)]
    public void The_service_keeps_its_own_names(string text, bool ours) => Assert.Equal(ours, FileName.Of(text).IsOurs);

    [Fact]
    public void An_export_is_named_by_its_day() =>
        Assert.Equal("timeline-2023-06-04.csv", ServiceFiles.Export(new DateTime(2023, 6, 4, 23, 0, 0, DateTimeKind.Unspecified)).Text);
}
