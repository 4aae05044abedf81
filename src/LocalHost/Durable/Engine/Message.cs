using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Something an instance has yet to live through.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Execution">The generation it is for; null: whichever is running.</param>
/// <param name="StoredId">Its row in the inbox; 0 when it has none, because its cause (activity, timer) is still stored.</param>
/// <param name="ActivityId">The row of the activity that ended; 0 when it was none.</param>
internal sealed record Message(HistoryEvent Event, long? Execution = null, long StoredId = 0, long ActivityId = 0);
