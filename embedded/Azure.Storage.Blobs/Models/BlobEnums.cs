namespace Azure.Storage.Blobs.Models;

/// <summary>Who may read a container without signing in.</summary>
public enum PublicAccessType
{
    None,
    BlobContainer,
    Blob,
}

/// <summary>What a listing tells beside names and properties.</summary>
[Flags]
public enum BlobTraits
{
    None = 0,
    Metadata = 2,
}

/// <summary>Which blobs a listing names beside the current ones.</summary>
public enum BlobStates
{
    None = 0,
}

/// <summary>What happens to a blob's snapshots when it is deleted.</summary>
public enum DeleteSnapshotsOption
{
    None,
    IncludeSnapshots,
    OnlySnapshots,
}
