namespace ReverseMentoring.Domain.Matching.People;

/// <summary>How words people typed are compared: outer spaces and case do not count.</summary>
internal static class Label
{
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    public static string Of(string text) => text.Trim();

    public static bool Same(string one, string other) => Comparer.Equals(one.Trim(), other.Trim());
}
