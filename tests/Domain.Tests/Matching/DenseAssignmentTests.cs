using ReverseMentoring.Domain.Matching.Assignment;

namespace ReverseMentoring.Domain.Tests.Matching;

public class DenseAssignmentTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 3)]
    [InlineData(7, 5)]
    [InlineData(8, 1_000_000)]
    [InlineData(9, 2)]
    [InlineData(40, 1)]
    [InlineData(64, 50)]
    [InlineData(257, 1000)]
    [InlineData(300, 1_000_000_000_000)]
    public void Its_prices_prove_every_assignment_optimal(int size, long range)
    {
        var random = new Random(size);
        for (var turn = 0; turn < 20; turn++)
        {
            var matrix = new long[size * size];
            for (var i = 0; i < matrix.Length; i++)
            {
                matrix[i] = random.NextInt64(-range, range);
            }

            var solution = DenseAssignment.Solve(matrix, size);
            Assert.Equal(Enumerable.Range(0, size), solution.ColumnOfRow.Order());
            for (var i = 0; i < matrix.Length; i++)
            {
                var (row, column) = (i / size, i % size);
                var slack = matrix[i] - solution.RowPrice[row] - solution.ColumnPrice[column];
                Assert.True(slack >= 0);
                Assert.True(slack == 0 || solution.ColumnOfRow[row] != column);
            }
        }
    }

    [Fact]
    public void A_multiplication_table_is_assigned_backwards()
    {
        const int size = 100;
        long[] matrix = [.. Enumerable.Range(0, size * size).Select(i => (long)((i / size) + 1) * ((i % size) + 1))];
        Assert.Equal(Enumerable.Range(0, size).Reverse(), DenseAssignment.Solve(matrix, size).ColumnOfRow);
    }

    [Fact]
    public void A_matrix_that_is_not_square_is_refused() =>
        Assert.Throws<ArgumentException>(() => DenseAssignment.Solve(new long[6], 2));
}
