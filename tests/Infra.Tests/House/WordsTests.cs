using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.House;

/// <summary>
/// Words for participants stand in templates/ and schemes/. Refusals of the API and exceptions are for programs and stay in code.
/// </summary>
public partial class WordsTests
{
    [Fact]
    public void No_form_email_or_page_has_a_sentence_in_code() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            where SpeaksToPeople(file)
            from sentence in Sentences(Repository.Read(file))
            select $"{file}: {sentence}");

    [Theory]
    [InlineData("var a = \"Please choose whether you met.\";", 1)]
    [InlineData("throw new ArgumentException(\"There is no such form here.\");", 0)]
    [InlineData("/// <summary>Says \"No.\" to people who ask.</summary>", 0)]
    [InlineData("[Choice] = \"decline-and-wait\"", 0)]
    public void A_sentence_is_told_from_a_key(string source, int sentences) => Assert.Equal(sentences, Sentences(source).Count());

    private static bool SpeaksToPeople(string file) =>
        (file.StartsWith("src/Functions/Links/", StringComparison.Ordinal)
            // The functions themselves say what they are for to programs.
            && !file.EndsWith("Function.cs", StringComparison.Ordinal))
        || (file.StartsWith("src/Domain/", StringComparison.Ordinal)
            && (file.EndsWith("Form.cs", StringComparison.Ordinal) || file.EndsWith("Emails.cs", StringComparison.Ordinal)));

    private static IEnumerable<string> Sentences(string source) =>
        from line in source.Split('\n')
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("Exception(", StringComparison.Ordinal)
        from Match match in Sentence().Matches(line)
        select match.Value;

    [GeneratedRegex(@"""[A-Z][^""]* [^""]* [^""]*[.?!]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}
