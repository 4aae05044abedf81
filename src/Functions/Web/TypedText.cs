using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Web;

/// <summary>What somebody typed into a form, as pages give it back.</summary>
internal static class TypedText
{
    /// <summary>The field for one's own address, which is no answer.</summary>
    public const string AddressField = "address";

    /// <summary>The name of the button that saves instead of sending.</summary>
    public const string Later = "later";

    /// <summary>The name of the button that shows what others would see, and sends nothing.</summary>
    public const string Preview = "preview";

    /// <summary>What a page was made from, which nobody typed.</summary>
    public const string Seen = "seen";

    /// <summary>All that somebody typed, under the names of the questions.</summary>
    public static List<Dictionary<string, object?>> Listed(IReadOnlyDictionary<string, string> posted) =>
        [.. Answers(posted).Where(p => p.Key is not (Later or Seen or Preview))
            .Select(p => Of(("heading", p.Key.Replace('_', ' ')), ("text", p.Value)))];

    /// <summary>What has to travel along while an address is asked for; the address is no answer.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Answers(IReadOnlyDictionary<string, string> posted) =>
        posted.Where(p => p.Value.Length > 0 && p.Key != AddressField);
}
