namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>What invented people type.</summary>
internal static class Forms
{
    public static Dictionary<string, string> Portrait(string name) => new(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["role_and_experience"] = "Ten years in one place, after two in another.",
        ["contact"] = "by email, in the evening",
        ["why_interested"] = "To see my work as others see it.",
        ["matching_considerations"] = "Nobody from my old chambers.",
        ["regular_courts"] = "Northgate Crown Court",
        ["undertakings"] = "yes",
        ["notice"] = "yes",
        ["declaration"] = "yes",
    };

    public static Dictionary<string, string> Reflection(string text, string readers) => new(StringComparer.Ordinal)
    {
        ["choice"] = "acknowledge",
        ["text"] = text,
        ["readers"] = readers,
    };

    public static Dictionary<string, string> Met(string answer) => new(StringComparer.Ordinal) { ["met"] = answer };

    public static Dictionary<string, string> Evaluation(string comment) => new(StringComparer.Ordinal)
    {
        ["worthwhile"] = "5",
        ["learned"] = "5",
        ["safe"] = "4",
        ["matched"] = "4",
        ["again"] = "5",
        ["comment"] = comment,
    };

    public static Dictionary<string, string> Address(string email) => new(StringComparer.Ordinal) { ["address"] = email };

    public static Dictionary<string, string> Withdrawal(string email) =>
        new(StringComparer.Ordinal) { ["choice"] = "withdraw", ["your_address"] = email };
}
