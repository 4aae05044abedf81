namespace ReverseMentoring.Domain.Documents;

/// <summary>Tells the failures of one vendor's service or file that are not ours, and may be over in a minute, from all others.</summary>
public interface IKnowOutages
{
    bool IsOutage(Exception failure);
}
