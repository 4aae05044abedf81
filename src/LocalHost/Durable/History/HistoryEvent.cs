using System.Text.Json.Serialization;

namespace ReverseMentoring.LocalHost.Durable.History;

/// <summary>One thing that happened to an orchestration. The short names are on disk: never change or reuse one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(TurnStarted), "turn")]
[JsonDerivedType(typeof(Started), "start")]
[JsonDerivedType(typeof(ActivityScheduled), "act")]
[JsonDerivedType(typeof(ActivityCompleted), "act-ok")]
[JsonDerivedType(typeof(ActivityFailed), "act-no")]
[JsonDerivedType(typeof(ChildScheduled), "sub")]
[JsonDerivedType(typeof(ChildCompleted), "sub-ok")]
[JsonDerivedType(typeof(ChildFailed), "sub-no")]
[JsonDerivedType(typeof(TimerCreated), "timer")]
[JsonDerivedType(typeof(TimerFired), "fired")]
[JsonDerivedType(typeof(EventSent), "send")]
[JsonDerivedType(typeof(EventRaised), "event")]
[JsonDerivedType(typeof(SuspendRequested), "suspend")]
[JsonDerivedType(typeof(ResumeRequested), "resume")]
[JsonDerivedType(typeof(TerminateRequested), "terminate")]
internal abstract record HistoryEvent;

internal sealed record TurnStarted(DateTime At) : HistoryEvent;

internal sealed record Started : HistoryEvent;

/// <summary>Something the orchestrator did; <see cref="Id"/> counts its actions from 0.</summary>
internal abstract record ActionTaken(int Id) : HistoryEvent;

internal sealed record ActivityScheduled(int Id, string Name, string? Version = null) : ActionTaken(Id);

internal sealed record ChildScheduled(int Id, string Name, string Instance) : ActionTaken(Id);

internal sealed record TimerCreated(int Id, DateTime FireAt) : ActionTaken(Id);

internal sealed record EventSent(int Id, string Instance, string Name) : ActionTaken(Id);

/// <summary>The end of an action the orchestrator may be waiting for.</summary>
internal abstract record ActionEnded(int Id) : HistoryEvent;

internal sealed record ActivityCompleted(int Id, string? Result) : ActionEnded(Id);

internal sealed record ActivityFailed(int Id, Failure Failure) : ActionEnded(Id);

internal sealed record ChildCompleted(int Id, string? Result) : ActionEnded(Id);

internal sealed record ChildFailed(int Id, Failure Failure) : ActionEnded(Id);

internal sealed record TimerFired(int Id) : ActionEnded(Id);

internal sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

/// <summary>A request to the engine, never part of the history that is replayed.</summary>
internal abstract record ControlRequest : HistoryEvent;

internal sealed record SuspendRequested : ControlRequest;

internal sealed record ResumeRequested : ControlRequest;

internal sealed record TerminateRequested(string? Output) : ControlRequest;

/// <summary>A foreign task went on after its turn was over. Lives in memory only: a restart finds out by itself.</summary>
internal sealed record ForeignAwaitSeen : ControlRequest;
