using Azure;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Adapters.Blobs;

/// <summary>Blob Storage can't be reached, or refuses what it takes at other times.</summary>
internal sealed class BlobOutages : IKnowOutages
{
    public bool IsOutage(Exception failure) => failure is RequestFailedException;
}
