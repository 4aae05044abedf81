using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ReverseMentoring.Functions.Tests.Hostile;

#pragma warning disable CA5394 // Seeded on purpose: a body that breaks something can be made again.

/// <summary>
/// Bodies nobody should send: wrecked copies of good ones, and whole kinds of nonsense. The same seed makes the same bodies.
/// </summary>
internal sealed class HostileBodies(Random chance, string good)
{
    private static readonly string[] Fragments =
    [
        "\0", "\"", "'", "{", "}",
        "[", "]", ",", ":", ";", "\t", "\r\n", "\n\n", "\uFEFF", "=HYPERLINK(\"http://example.org\")", "@SUM(A1)", "\\ud800", "\\u0000",
        "<script>", "{{ person.name }}", "%00", "%ZZ", "+", "&",
        "é", "😀", "\u202e", "1e999", "-1", "99999999999999999999", "null", "true", "NaN", "__proto__", "../../etc/passwd", "' OR 1=1 --",
    ];

    private static readonly string[] ContentTypes =
        ["application/json",
            "text/csv", "text/plain", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7",
            "multipart/form-data; boundary=x", "application/octet-stream", "application/json; charset=utf-16"];

    private static readonly UTF8Encoding Strict = new(false);

    public (byte[] Body, string ContentType) Next(string contentType)
    {
        var body = chance.Next(14) switch
        {
            0 => Random(chance.Next(0, 2000)),
            1 => Strict.GetBytes(string.Concat(Enumerable.Range(0, chance.Next(1, 30)).Select(_ => Fragment()))),
            2 => Nested(),
            3 => [.. Encoding.UTF8.Preamble, .. Strict.GetBytes(Wrecked())],
            4 => Encoding.Unicode.GetBytes(good),
            5 => Encoding.Latin1.GetBytes(good.Replace("o", "\u00f6", StringComparison.Ordinal)),
            6 => Strict.GetBytes(good)[..chance.Next(0, Strict.GetByteCount(good))],
            7 => Flipped(),
            8 => Strict.GetBytes(Separated()),
            9 => Strict.GetBytes(Fields(chance.Next(1, 3000))),
            10 => Strict.GetBytes(good.StartsWith('{') ? Mistyped() : good + good),
            _ => Strict.GetBytes(Wrecked()),
        };
        return (body, chance.Next(4) == 0 ? ContentTypes[chance.Next(ContentTypes.Length)] : contentType);
    }

    private string Fragment() => Fragments[chance.Next(Fragments.Length)];

    private byte[] Random(int length)
    {
        var bytes = new byte[length];
        chance.NextBytes(bytes);
        return bytes;
    }

    private byte[] Nested()
    {
        var depth = chance.Next(1, 5000);
        var (open, close) = chance.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        return Strict.GetBytes(string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth)));
    }

    private byte[] Flipped()
    {
        var bytes = Strict.GetBytes(good);
        for (var i = chance.Next(1, 6); i > 0; i--)
        {
            bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
        }

        return bytes;
    }

    /// <summary>The good body with fragments put in and pieces taken out or said twice.</summary>
    private string Wrecked()
    {
        var text = new StringBuilder(good);
        for (var i = chance.Next(1, 5); i > 0 && text.Length > 2; i--)
        {
            var at = chance.Next(text.Length - 1);
            var length = chance.Next(1, Math.Min(30, text.Length - at));
            switch (chance.Next(3))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                default:
                    text.Insert(at, Fragment());
                    break;
            }
        }

        return text.ToString();
    }

    private string Separated() => good
        .Replace(",", new[] { ";", "\t", "|", ",," }[chance.Next(4)], StringComparison.Ordinal)
        .Replace("\n", chance.Next(2) == 0 ? "\r\n" : "\r", StringComparison.Ordinal);

    private string Fields(int count) => chance.Next(2) == 0
        ? string.Join('&', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"field{i}={Fragment()}")))
        : "{" + string.Join(
            ',', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"field{i % 50}\":{i}"))) + "}";

    /// <summary>The good JSON with some value turned into one of another kind.</summary>
    private string Mistyped()
    {
        var json = JsonNode.Parse(good)!.AsObject();
        var name = json.Select(p => p.Key).ElementAt(chance.Next(json.Count));
        json[name] = JsonNode.Parse(new[] { "null", "true",
            "-1", "1e300", "[]", "{}", "[{}]", "\"\"", "\"HALF\"", "[1,\"x\",null]", $"\"{new string('x', 5000)}\"" }[chance.Next(11)]);
        return json.ToJsonString().Replace("HALF", "\\ud83d", StringComparison.Ordinal);
    }

    public static HttpContent Content(byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }
}
