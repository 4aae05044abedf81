using System.Text;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Rehearsal.People;

/// <summary>An .eml file as a mail program would see it: who it is to, its plain text part, and the links in that.</summary>
public sealed partial record Envelope(string To, string Subject, string Text, IReadOnlyList<string> Links)
{
    public static Envelope Open(string file)
    {
        var raw = File.ReadAllText(file).ReplaceLineEndings("\n");
        var headers = raw[..raw.IndexOf("\n\n", StringComparison.Ordinal)].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal);
        var text = PlainText(raw);
        return new Envelope(Header(headers, "To"), Header(headers, "Subject"), text, [.. Address().Matches(text).Select(m => m.Value)]);
    }

    private static string PlainText(string raw)
    {
        var boundary = $"\n--{Boundary().Match(raw).Groups["boundary"].Value}";
        foreach (var part in raw.Split(boundary, StringSplitOptions.None).Skip(1))
        {
            var split = part.IndexOf("\n\n", StringComparison.Ordinal);
            var headers = split < 0 ? "" : part[..split];
            if (headers.Contains("text/plain", StringComparison.OrdinalIgnoreCase))
            {
                return Decode(headers, part[(split + 2)..]);
            }
        }

        return "";
    }

    private static string Decode(string headers, string body) =>
        headers.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)))
        : headers.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? QuotedPrintable(body)
        : body;

    private static string QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        var joined = body.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=' && i + 2 < joined.Length)
            {
                bytes.Add(Convert.ToByte(joined.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(joined, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Header(string headers, string name) =>
        headers.Split('\n').FirstOrDefault(h => h.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";\\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"https?://\S+/r/[A-Za-z0-9._-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
