using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Functions.Adapters.Files;

namespace ReverseMentoring.Functions.Adapters.Blobs;

/// <summary>Files as blobs COHORT/NAME in one container, with the audience as metadata.</summary>
public sealed class BlobArchive(BlobContainerClient container) : IArchive
{
    private const string AudienceKey = "audience";
    private const string Everyone = "everyone";
    private const string Coordinator = "coordinator";

    /// <summary>Bytes fetched at once while a file is sent on.</summary>
    private const int Piece = 1024 * 1024;

    /// <summary>The SDK's log and traces would hold addresses, and so file names.</summary>
    public static BlobClientOptions Options()
    {
        var options = new BlobClientOptions();
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        return options;
    }

    public Task<SaveOutcome> SaveAsync(
        string cohortId, FileName name,
        FileAudience audience, ReadOnlyMemory<byte> content, SaveRule rule, CancellationToken cancellation) => Guarded(async () =>
    {
        var blob = BlobOf(cohortId, name);
        // Asked first, so that a long file does not travel only to be refused. Who comes in between is decided by the condition.
        var there = (await blob.ExistsAsync(cancellation)).Value;
        if (there && rule == SaveRule.OnlyNew)
        {
            return SaveOutcome.Kept;
        }

        var upload = Upload(name, audience, rule == SaveRule.OnlyNew ? new BlobRequestConditions { IfNoneMatch = ETag.All } : null);
        try
        {
            await UploadAsync(blob, content, upload, cancellation);
            return there ? SaveOutcome.Replaced : SaveOutcome.Created;
        }
        catch (RequestFailedException quicker) when (rule == SaveRule.OnlyNew
            && quicker.ErrorCode is "BlobAlreadyExists" or "ConditionNotMet")
        {
            return SaveOutcome.Kept;
        }
    });

    public Task<OpenedFile?> OpenAsync(string cohortId, FileName name, CancellationToken cancellation) => Guarded(async () =>
    {
        var blob = BlobOf(cohortId, name);
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            var read = new BlobOpenReadOptions(allowModifications: false)
            {
                BufferSize = Piece,
                Conditions = new BlobRequestConditions { IfMatch = properties.ETag },
            };
            var content = await blob.OpenReadAsync(read, cancellation);
            return new OpenedFile(
                Describe(name, properties.Metadata, properties.ContentLength, properties.LastModified, properties.ETag), content);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // No such blob, or no container yet: the caller hears of it as null.
            return null;
        }
    });

    public Task<IReadOnlyList<StoredFile>> ListAsync(string cohortId, CancellationToken cancellation) =>
        Guarded<IReadOnlyList<StoredFile>>(async () =>
    {
        var prefix = CohortFolders.Checked(cohortId) + "/";
        var found = new List<StoredFile>();
        try
        {
            await foreach (var item in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation))
            {
                // Whatever else somebody put there is none of ours.
                if (FileName.Read(item.Name[prefix.Length..]).Value is { } name)
                {
                    found.Add(Describe(
                        name,
                        item.Metadata,
                        item.Properties.ContentLength ?? 0,
                        item.Properties.LastModified ?? default,
                        item.Properties.ETag ?? default));
                }
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // No container yet, so no files.
        }

        return [.. found.OrderBy(f => f.Name.Text, StringComparer.Ordinal)];
    });

    public Task<bool> DeleteAsync(string cohortId, FileName name, CancellationToken cancellation) => Guarded(async () =>
        (await BlobOf(cohortId, name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation)).Value);

    private async Task UploadAsync(BlobClient blob, ReadOnlyMemory<byte> content, BlobUploadOptions options, CancellationToken cancellation)
    {
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(content), options, cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "ContainerNotFound")
        {
            await container.CreateIfNotExistsAsync(PublicAccessType.None, null, cancellation);
            await blob.UploadAsync(BinaryData.FromBytes(content), options, cancellation);
        }
    }

    private BlobClient BlobOf(string cohortId, FileName name) => container.GetBlobClient($"{CohortFolders.Checked(cohortId)}/{name.Text}");

    private static BlobUploadOptions Upload(FileName name, FileAudience audience, BlobRequestConditions? conditions) => new()
    {
        HttpHeaders = new BlobHttpHeaders { ContentType = name.ContentType, ContentDisposition = "attachment" },
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AudienceKey] = audience == FileAudience.Everyone ? Everyone : Coordinator,
        },
        Conditions = conditions,
    };

    /// <summary>Whatever does not say that it is for everyone is not.</summary>
    private static StoredFile Describe(
        FileName name, IDictionary<string, string> metadata, long length, DateTimeOffset savedAt, ETag tag) => new(
        name,
        metadata.TryGetValue(AudienceKey, out var audience) && audience == Everyone ? FileAudience.Everyone : FileAudience.Coordinator,
        length,
        savedAt,
        string.Concat(tag.ToString().Where(char.IsAsciiLetterOrDigit)));

    /// <summary>The service's messages may name the blob, which may be a person's name; they stay here.</summary>
    private static async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RequestFailedException failure)
        {
#pragma warning disable MA0054 // the inner exception's message may have the name
            throw new IOException(
                $"The Blob service refused or was not reached: {failure.Status} {failure.ErrorCode}. See Files:Endpoint, and that the "
                    + "app's identity may write blobs there.");
#pragma warning restore MA0054
        }
    }
}
