using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Tests.RoleSequences;

/// <summary>Takes every email, and finds the links in it.</summary>
internal sealed partial class PostBox : ISendMail
{
    public List<OutgoingEmail> Emails { get; private set; } = [];

    public void PutBack(IReadOnlyList<OutgoingEmail> kept) => Emails = [.. kept];

    public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
    {
        Emails.Add(email);
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted());
    }

    /// <summary>Paths of the links in the emails to an address, the newest last.</summary>
    public IReadOnlyList<string> LinksTo(Func<string, bool> address) =>
        [.. Emails.Where(e => address(e.To)).SelectMany(e => Link().Matches(e.Content.Text).Select(m => m.Groups["path"].Value))
            .Distinct()];

    [GeneratedRegex(@"https?://[^/\s]+/(?<path>r/[A-Za-z0-9._-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
