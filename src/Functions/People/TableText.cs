using System.Text;
using ReverseMentoring.Functions.Web;
using UtfUnknown;

namespace ReverseMentoring.Functions.People;

/// <summary>The letters of a table, whichever encoding a spreadsheet saved them in.</summary>
internal static class TableText
{
    /// <summary>Below it the guess is no better than chance.</summary>
    private const float LeastConfidence = 0.5f;

    static TableText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text and the name of its encoding; null where none fits.</returns>
    public static (string Text, string Encoding)? Read(byte[] bytes)
    {
        if (Body.Text(bytes) is { } text && !text.Contains('\0', StringComparison.Ordinal))
        {
            return (text, "UTF-8");
        }

        var found = CharsetDetector.DetectFromBytes(bytes).Detected;
        if (found is not { Encoding: not null, Confidence: >= LeastConfidence })
        {
            return null;
        }

        try
        {
            var strict = (Encoding)found.Encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            var read = strict.GetString(bytes).TrimStart('\uFEFF');

            // Controls come from no spreadsheet: these are bytes of something else.
            return read.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')) ? null : (read, found.Encoding.WebName);
        }
        catch (DecoderFallbackException)
        {
            // The guess was wrong; the caller says that the file can't be read.
            return null;
        }
    }
}
