using System.Text.RegularExpressions;

namespace ReverseMentoring.Domain.People;

/// <summary>An address one message can be sent to; parsed, so that it holds no header, list or display name.</summary>
public sealed partial record EmailAddress
{
    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>Compares as mail systems do in practice: without regard to case.</summary>
    public string Key => Value.ToUpperInvariant();

    /// <summary>What two spellings of one address have in common; of a text that is no address, the text itself.</summary>
    public static string KeyOf(string text) => Parse(text)?.Key ?? text;

    /// <summary>Whether two texts are one address.</summary>
    public static bool Same(string one, string other) => Parse(one) is { } address && address.Key == Parse(other)?.Key;

    /// <returns>Null where the text is not one plain address.</returns>
    public static EmailAddress? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length <= 254 && Pattern().IsMatch(trimmed) && !trimmed.Contains("..", StringComparison.Ordinal)
            ? new EmailAddress(trimmed)
            : null;
    }

    public override string ToString() => "(an email address)";

    [GeneratedRegex(
        @"^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + @"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
            + @"([A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
