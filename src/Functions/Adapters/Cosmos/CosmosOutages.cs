using Microsoft.Azure.Cosmos;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Adapters.Cosmos;

/// <summary>Cosmos DB can't be reached, throttles beyond the client's patience, or lags.</summary>
internal sealed class CosmosOutages : IKnowOutages
{
    public bool IsOutage(Exception failure) => failure is CosmosException;
}
