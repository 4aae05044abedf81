using Microsoft.DurableTask;

namespace ReverseMentoring.LocalHost.Durable.History;

/// <summary>A <see cref="TaskFailureDetails"/> as it is on disk.</summary>
internal sealed record Failure(string Type, string Message, string? Stack, Failure? Inner)
{
    public static Failure From(TaskFailureDetails details)
        => new(details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? From(inner) : null);

    public static Failure From(Exception exception)
        => exception is TaskFailedException failed
            ? new(exception.GetType().ToString(), exception.Message, exception.StackTrace, From(failed.FailureDetails))
            : From(TaskFailureDetails.FromException(exception));

    public TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), null);
}
