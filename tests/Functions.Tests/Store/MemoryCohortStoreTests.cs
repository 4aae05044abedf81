using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Tests.Store;

public sealed class MemoryCohortStoreTests : CohortStoreContract
{
    private readonly MemoryCohortStore _store;

    public MemoryCohortStoreTests() => _store = new MemoryCohortStore(Clock);

    protected override ICohortStore Store => _store;

    protected override Task ReopenAsync() => Task.CompletedTask;
}
