namespace Azure.Communication.Email.Rest;

internal static class ConnectionString
{
    public static (Uri Endpoint, AzureKeyCredential Key) Parse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2)
            .ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        return parts.TryGetValue("endpoint", out var endpoint)
            && parts.TryGetValue("accesskey", out var key)
            && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            ? (uri, new AzureKeyCredential(key))
            : throw new ArgumentException("A connection string reads endpoint=https://…/;accesskey=… .", nameof(text));
    }
}
