using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Functions.Links;

/// <summary>What somebody posted to the form behind a link.</summary>
/// <param name="Address">The person's own, where it came along.</param>
internal sealed record Answered(
    FormDeclaration Form, FormContext Context, IReadOnlyDictionary<string, string> Posted, string? Address)
{
    /// <summary>
    /// So soon the same answer is a second press of the button. Later it could be somebody else's guess, who would be told that it is
    /// right.
    /// </summary>
    private static readonly TimeSpan SecondPress = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A first answer is taken from whoever has the link; one that would take the place of another only with the person's address.
    /// </summary>
    public bool MayBeTaken =>
        Address is not null
        || Form.Receipt(Context) is not { AsksAgain: false } receipt
        || Form.Recorded(Context) is not { Count: > 0 } recorded
        || (Context.Now - receipt.At < SecondPress
            && recorded.All(r => Parts(r.Value).SequenceEqual(Parts(Posted.GetValueOrDefault(r.Key, "")), StringComparer.Ordinal)));

    /// <summary>The very answer already recorded is posted once more after the closing: a second press of the button.</summary>
    public bool IsRepeated
    {
        get
        {
            // What is sealed is not told by which posts are repeats of it.
            var mayTell = Form.TakesRepeatsWhenClosed && !DeclaredProgramme.IsSealed(Form, Context) && Form.Receipt(Context) is not null;
            var recorded = mayTell ? Form.Recorded(Context) : new Dictionary<string, string>(StringComparer.Ordinal);
            return recorded.Count > 0 && Posted.Count > 0 && Posted.All(p => recorded.GetValueOrDefault(p.Key, "") == p.Value);
        }
    }

    /// <summary>A list is recorded in one spelling and typed in others; a second press of the button is not another answer.</summary>
    private static string[] Parts(string value) =>
        value.Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
