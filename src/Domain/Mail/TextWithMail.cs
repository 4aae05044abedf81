using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// What a person typed with mail addresses in it, such as "me@example.org or 020 7946 0000": the addresses can be copied and written to,
/// the
/// rest stays text.
/// </summary>
/// <param name="Parts">Texts and <see cref="Link"/>s, in order; together they are what was typed.</param>
public sealed record TextWithMail(IReadOnlyList<object> Parts)
{
    private static readonly char[] Around = [' ', '\t', '\n', ',', ';', '(', ')', '<', '>', '[', ']', '"'];

    /// <returns>Null where there is no address in the text.</returns>
    public static TextWithMail? Of(string text)
    {
        var parts = new List<object>();
        var taken = 0;
        for (var start = 0; start < text.Length; start++)
        {
            var end = text.IndexOfAny(Around, start) is var found and >= 0 ? found : text.Length;
            var word = text[start..end].TrimEnd('.', ':', '!', '?');
            if (EmailAddress.Parse(word) is { } address)
            {
                if (start > taken)
                {
                    parts.Add(text[taken..start]);
                }

                parts.Add(Link.To(address));
                taken = start + word.Length;
            }

            start = end;
        }

        return parts.Count == 0 ? null : new TextWithMail(taken < text.Length ? [.. parts, text[taken..]] : parts);
    }
}
