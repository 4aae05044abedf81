using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>Stops reminders, and nothing else (RFC 8058). A mail program posts the one-click form; a person presses the button.</summary>
public sealed class PauseNudgesPage(ICohortStore store) : ILinkForm
{
    public LinkPurpose Purpose => LinkPurpose.PauseNudges;

    public Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) =>
        new("pause-nudges", "No more reminders", context.Values(), [], "Stop the reminders");

    public Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(context.Person.NudgesPausedAt is not { } at ? null : new Receipt(
            "No more reminders", at, "Reminders", "Stopped. You stay in the scheme.", "Invitations and questions still reach you; nobody reminds you of them.", CanChange: false));

    public Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(Fields.NoAnswer);

    public async Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        await store.UpdateAsync<Person>(context.Link.CohortId, context.Person.Id, p => p.NudgesPaused ? p : p with { NudgesPausedAt = context.Now }, cancellation);
        return [];
    }
}
