using Microsoft.AspNetCore.WebUtilities;

namespace ReverseMentoring.Functions.Http;

/// <summary>The fields of an application/x-www-form-urlencoded body.</summary>
internal static class PostedForm
{
    private const int MostFields = 100;

    /// <returns>Null where the bytes are no such form.</returns>
    public static IReadOnlyDictionary<string, string>? Read(byte[] bytes)
    {
        if (Body.Text(bytes) is not { } text)
        {
            return null;
        }

        using var reader = new FormReader(text) { ValueCountLimit = MostFields, KeyLengthLimit = 200, ValueLengthLimit = bytes.Length + 1 };
        try
        {
            return reader.ReadForm().ToDictionary(f => f.Key, f => Clean(f.Value.ToString()), StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            // Too many or too long fields: no form of ours; the caller says so.
            return null;
        }
    }

    /// <summary>Browsers send line ends as CR LF; other control characters come from no keyboard.</summary>
    private static string Clean(string value) =>
        string.Concat(value.Replace("\r\n", "\n", StringComparison.Ordinal).Where(c => !char.IsControl(c) || c is '\n' or '\t'));
}
