namespace ReverseMentoring.Domain.Documents;

/// <summary>A write about somebody came when their erasure had begun: the erasure wins.</summary>
public sealed class OwnerErasedException() : Exception("The person it belongs to is being erased, or has been.");
