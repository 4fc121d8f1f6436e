"""Peer of the overlap search: TF-IDF of words as a sparse matrix, multiplied by itself in chunks, the best of each row kept.

Reads one text a line. Multiplies chunks taken evenly from all rows and writes the seconds that all rows would take.
"""

import re
import sys
import time
from collections import Counter
from math import log

import numpy as np
from scipy.sparse import csr_matrix

THRESHOLD, TOP, CHUNK, SAMPLES = 0.5, 10, 500, 6


def matrix_of(texts):
    numbers, indices, data, starts = {}, [], [], [0]
    for text in texts:
        for word, count in Counter(re.findall(r"\w\w+", text.lower())).items():
            indices.append(numbers.setdefault(word, len(numbers)))
            data.append(float(count))
        starts.append(len(indices))
    indices, data, starts = np.array(indices), np.array(data), np.array(starts)
    found_in = np.bincount(indices, minlength=len(numbers))
    data *= np.array([log((1 + len(texts)) / (1 + n)) + 1 for n in found_in])[indices]
    row_of = np.repeat(np.arange(len(texts)), np.diff(starts))
    norms = np.sqrt(np.bincount(row_of, weights=data * data, minlength=len(texts)))
    data /= np.where(norms == 0, 1, norms)[row_of]
    return csr_matrix((data, indices, starts), shape=(len(texts), len(numbers)))


def multiply(rows, turned):
    product = rows @ turned
    product.data[product.data < THRESHOLD] = 0
    product.eliminate_zeros()
    for row in range(product.shape[0]):
        values = product.data[product.indptr[row] : product.indptr[row + 1]]
        if len(values) > TOP:
            np.partition(values, -TOP)


matrix = matrix_of(sys.stdin.read().split("\n"))
turned = matrix.T.tocsr()
firsts = np.linspace(0, max(0, matrix.shape[0] - CHUNK), SAMPLES, dtype=int)
started = time.perf_counter()
for first in firsts:
    multiply(matrix[first : first + CHUNK], turned)
print((time.perf_counter() - started) * matrix.shape[0] / (CHUNK * SAMPLES))
