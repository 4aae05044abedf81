using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Functions.Store;

/// <summary>Finds the days that are worked where a cohort is.</summary>
public static class HolidayFinding
{
    /// <summary>Over all years in which the cohort may still do something, and one to spare for dates that are moved.</summary>
    public static WorkingDays Of(this IPublicHolidays holidays, CohortDefinition cohort) =>
        cohort.Country is null or CohortDefinition.NoCountry
            ? WorkingDays.WeekendsOnly
            : holidays.Of(
                cohort.Country, cohort.EnrolmentOpens.Year, cohort.Evaluation.Closes.AddMonths(cohort.Retention.Months).Year + 1);
}
