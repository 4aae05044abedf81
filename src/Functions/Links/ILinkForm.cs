using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Links;

/// <summary>One kind of form behind emailed links.</summary>
public interface ILinkForm
{
    LinkPurpose Purpose { get; }

    /// <summary>The form with what was typed and, beside each field, what is wrong with it. Problem places are field names.</summary>
    Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems);

    /// <summary>The receipt of an answer already given, or null.</summary>
    Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation);

    /// <summary>The answer already given, as the form would post it; shown only to someone who confirmed their address.</summary>
    Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation);

    /// <returns>Every problem with the answer, in which case nothing was stored; else none, and it is stored.</returns>
    Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation);
}
