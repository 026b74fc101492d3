"""Ratings by Surprise's SVD; rankings by EASE, item-kNN, popularity and chance: as "reelhouse evaluate-…" measures.

usage: recommendations_baselines.py ratings|rankings TRAIN:TEST [TRAIN:TEST ...]

Files hold user, title, rating and perhaps a time, apart by commas, tabs or "::", with or without a header, plain or .gz.
Surprise runs with its own defaults. EASE (Steck 2019) solves one system of titles x titles, so it is for files of up to
about 20,000 titles. Choosing the better of its ridges by the test part flatters it.
"""

import gzip
import json
import math
import sys
import time

import numpy as np
from scipy.sparse import csr_matrix
from surprise import SVD, Dataset, Reader

RIDGES = (100, 300)
NEIGHBOURS = 100
CUTOFF = 10
LOWEST, HIGHEST = 0, 10
MOST_USERS = 20_000


def lines(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
        for number, line in enumerate(file):
            separator = next((s for s in ("::", "\t") if s in line), ",")
            cells = line.rstrip("\n").split(separator)
            try:
                rating = float(cells[2])
            except (IndexError, ValueError):
                rating = math.nan
            if LOWEST <= rating <= HIGHEST:
                yield cells[0], cells[1], rating
            elif number > 0:
                print(f"{path}: line {number + 1} is left out", file=sys.stderr)


def by_svd(train, test):
    training = list(lines(train))
    ratings = [rating for _, _, rating in training]
    reader = Reader(rating_scale=(min(ratings), max(ratings)))
    rows = [(user, title, rating, None) for user, title, rating in training]
    known = Dataset(reader).construct_trainset(rows)
    start = time.time()
    model = SVD(random_state=0).fit(known)
    seconds = time.time() - start
    errors = np.array(
        [model.predict(u, t).est - rating for u, t, rating in lines(test)]
    )
    return {
        "fold": f"{train}:{test}",
        "model": "Surprise SVD",
        "rmse": math.sqrt(np.mean(errors**2)),
        "mae": float(np.mean(np.abs(errors))),
        "fit_seconds": round(seconds, 1),
    }


def numbered(pairs, users, titles):
    cells = {(users[u], titles[t]) for u, t in pairs if u in users and t in titles}
    rows, columns = zip(*cells)
    return csr_matrix((np.ones(len(rows)), (rows, columns)), (len(users), len(titles)))


def ndcg(scores, relevant):
    top = np.argpartition(-scores, CUTOFF)[:CUTOFF]
    top = top[np.argsort(-scores[top])]
    gains = sum(
        1 / math.log2(place + 2) for place, title in enumerate(top) if title in relevant
    )
    best = sum(1 / math.log2(place + 2) for place in range(min(CUTOFF, len(relevant))))
    return gains / best


def quality(scores_of, known, relevant, measured):
    values = []
    for user in measured:
        scores = np.asarray(scores_of(user), dtype=float).ravel().copy()
        scores[known[user].indices] = -np.inf
        values.append(ndcg(scores, set(relevant[user].indices)))
    return float(np.mean(values))


def ease(together, ridge):
    inverse = np.linalg.inv(together + ridge * np.eye(len(together)))
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return weights


def item_knn(together):
    """Cosines of the columns, the 100 highest of each title."""
    counts = np.sqrt(np.maximum(np.diag(together), 1))
    cosines = together / np.outer(counts, counts)
    np.fill_diagonal(cosines, 0)
    most = min(NEIGHBOURS, len(cosines))
    lowest = np.partition(cosines, -most, axis=0)[-most]
    return np.where(cosines >= lowest, cosines, 0)


def rankings(train, test):
    training = [(user, title) for user, title, _ in lines(train)]
    held_out = [(user, title) for user, title, _ in lines(test)]
    users = {user: number for number, user in enumerate(dict(training))}
    names = {title for _, title in training} | {title for _, title in held_out}
    titles = {title: number for number, title in enumerate(sorted(names))}
    known = numbered(training, users, titles)
    relevant = numbered(held_out, users, titles)
    measured = np.flatnonzero(np.diff(relevant.indptr))[:MOST_USERS]
    together = (known.T @ known).toarray()
    counts = np.diag(together)
    chance = np.random.default_rng(0)
    cosines = item_knn(together)
    results = {
        "item-kNN": quality(
            lambda user: known[user] @ cosines, known, relevant, measured
        ),
        "popular": quality(lambda user: counts, known, relevant, measured),
        "random": quality(
            lambda user: chance.random(len(titles)), known, relevant, measured
        ),
    }
    for ridge in RIDGES:
        weights = ease(together, ridge)
        results[f"EASE, ridge {ridge}"] = quality(
            lambda user, weights=weights: known[user] @ weights,
            known,
            relevant,
            measured,
        )
    return {
        "fold": f"{train}:{test}",
        "users": len(measured),
        f"ndcg@{CUTOFF}": results,
    }


def main():
    model = {"ratings": by_svd, "rankings": rankings}[sys.argv[1]]
    results = [model(*fold.split(":")) for fold in sys.argv[2:]]
    print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
