"""Solves matrices for the benchmark with SciPy: a line "file n" in, a line "seconds optimum" out; the same line again solves again."""

import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

loaded, matrix = None, None
for line in sys.stdin:
    file, size = line.split()
    if file != loaded:
        loaded, matrix = file, numpy.fromfile(file, dtype=numpy.int64).reshape(int(size), int(size)).astype(numpy.float64)
    start = time.perf_counter()
    rows, columns = linear_sum_assignment(matrix)
    seconds = time.perf_counter() - start
    print(f"{seconds:.9f} {int(matrix[rows, columns].sum())}", flush=True)
