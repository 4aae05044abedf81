using ReverseMentoring.Domain.Matching.Assignment;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Matching.Explaining;

/// <summary>One side's view of the allowed pairs: whether all of it can be served at once, and if not, a group that shows why.</summary>
internal sealed class CompetitionGraph
{
    private readonly SparseProblem _problem;
    private readonly SparseFlow _flow;

    private CompetitionGraph(SparseProblem problem)
    {
        _problem = problem;
        _flow = new SparseFlow(problem);
        var used = SparseAssignment.Solve(problem).Used;
        for (var edge = 0; edge < used.Length; edge++)
        {
            if (used[edge])
            {
                _flow.Use(edge);
            }
        }

        MostPairs = used.Count(u => u);
    }

    internal sealed record Violation(IReadOnlyList<int> Rows, IReadOnlyList<int> Columns, long Places, long CanHave);

    public int MostPairs { get; }

    public static CompetitionGraph OfMentors(CandidatePairs pairs) =>
        new(Counting(pairs.RowStart, pairs.Mentee, pairs.MentorPlaces, pairs.MenteePlaces));

    public static CompetitionGraph OfMentees(CandidatePairs pairs)
    {
        var start = new int[pairs.MenteePlaces.Length + 1];
        foreach (var mentee in pairs.Mentee)
        {
            start[mentee + 1]++;
        }

        for (var mentee = 0; mentee < pairs.MenteePlaces.Length; mentee++)
        {
            start[mentee + 1] += start[mentee];
        }

        var (next, mentors, mentorOf) = (start.ToArray(), new int[pairs.Count], pairs.MentorOfPairs());
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            mentors[next[pairs.Mentee[pair]]++] = mentorOf[pair];
        }

        return new(Counting(start, mentors, pairs.MenteePlaces, pairs.MentorPlaces));
    }

    /// <summary>
    /// From each row with partners that is short of a place, the rows whose places it could take: the smallest such group, thinned until
    /// nobody can
    /// be left out. Null when all rows with partners can be served.
    /// </summary>
    public Violation? MinimalGroup()
    {
        List<int>? smallest = null;
        for (var row = 0; row < _problem.Rows; row++)
        {
            if (_flow.RowRoom[row] > 0 && _problem.RowStart[row] < _problem.RowStart[row + 1])
            {
                smallest = Reachable(row, smallest?.Count ?? int.MaxValue) ?? smallest;
            }
        }

        if (smallest is null)
        {
            return null;
        }

        var group = _problem.CapacitiesAreOne ? smallest : Thinned(smallest);
        group.Sort();
        var columns = group.SelectMany(r => _problem.Column[_problem.RowStart[r].._problem.RowStart[r + 1]]).Distinct().Order().ToList();
        return new Violation(group, columns, Places(group), CanHave(group));
    }

    private static SparseProblem Counting(int[] start, int[] column, int[] rowCapacity, int[] columnCapacity)
    {
        var cost = new long[column.Length];
        cost.AsSpan().Fill(-1);
        return new SparseProblem(start, column, cost, rowCapacity, columnCapacity);
    }

    /// <summary>The rows an alternating path from a row leads to, itself first; null as soon as they are no fewer than a limit.</summary>
    private List<int>? Reachable(int from, int fewerThan)
    {
        var (rows, seenRows, seenColumns) = (new List<int> { from }, new HashSet<int> { from }, new HashSet<int>());
        for (var i = 0; i < rows.Count; i++)
        {
            for (var edge = _problem.RowStart[rows[i]]; edge < _problem.RowStart[rows[i] + 1]; edge++)
            {
                if (_flow.Used[edge] || !seenColumns.Add(_problem.Column[edge]))
                {
                    continue;
                }

                for (var used = _flow.First(_problem.Column[edge]); used >= 0; used = _flow.After(used))
                {
                    if (seenRows.Add(_flow.RowOf[used]))
                    {
                        rows.Add(_flow.RowOf[used]);
                    }
                }
            }

            if (rows.Count >= fewerThan)
            {
                return null;
            }
        }

        return rows;
    }

    // Being too many stays true when someone joins, so one pass of leaving people out ends where nobody can be.
    private List<int> Thinned(List<int> group)
    {
        foreach (var row in group.Order().Reverse().ToList())
        {
            var without = group.Where(r => r != row).ToList();
            if (without.Count > 0 && CanHave(without) < Places(without))
            {
                group = without;
            }
        }

        return group;
    }

    private long Places(List<int> group) => group.Sum(r => (long)_problem.RowCapacity[r]);

    private long CanHave(List<int> group)
    {
        var capacity = new int[_problem.Rows];
        foreach (var row in group)
        {
            capacity[row] = _problem.RowCapacity[row];
        }

        var start = new int[_problem.Rows + 1];
        var column = new List<int>();
        for (var row = 0; row < _problem.Rows; row++)
        {
            if (capacity[row] > 0)
            {
                column.AddRange(_problem.Column.AsSpan(_problem.RowStart[row].._problem.RowStart[row + 1]));
            }

            start[row + 1] = column.Count;
        }

        return SparseAssignment.Solve(Counting(start, [.. column], capacity, _problem.ColumnCapacity)).Used.Count(u => u);
    }
}
