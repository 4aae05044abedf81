using System.Net;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.LocalHost.Here;

/// <summary>Tells a browser on this machine from everybody else.</summary>
/// <remarks>
/// A connection from this machine is not enough. A web page from elsewhere can have its own name point here (DNS rebinding): the Host
/// header then bears that name. And a proxy on this machine connects from here for whoever asked it, and says so in a header.
/// </remarks>
internal static class NearBy
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP"];

    private static readonly string[] ProxyPrefixes = ["X-Forwarded", "X-Original", "X-Envoy", "X-ARR", "X-Client-IP"];

    public static bool Asks(HttpContext http) =>
        IsThisMachine(http.Connection.RemoteIpAddress) && IsName(http.Request.Host.Host) && !http.Request.Headers.Keys.Any(IsFromProxy);

    /// <summary>Whether a POST comes from a page of ours, or from no page at all. Every browser says which page it is that posts.</summary>
    public static bool PostsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site.Length > 0 ? site == "same-origin" : origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }

    private static bool IsThisMachine(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IsThisMachine(address));

    private static bool IsFromProxy(string header) =>
        ProxyHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(ProxyPrefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
