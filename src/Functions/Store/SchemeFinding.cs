using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.Store;

/// <summary>Finds the scheme that a stored cohort names.</summary>
public static class SchemeFinding
{
    /// <exception cref="InvalidOperationException">The scheme is no longer under schemes/.</exception>
    public static Scheme Of(this ISchemeLibrary schemes, Cohort cohort) =>
        schemes.Find(cohort.Definition.Scheme)
        ?? throw new InvalidOperationException(
            $"The scheme '{cohort.Definition.Scheme}' of cohort {cohort.CohortId} is not under schemes/. Put it back.");
}
