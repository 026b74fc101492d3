"""Themes by scikit-learn on the overviews of a lake, measured as "reelhouse evaluate-themes" measures ours.

usage: themes_baselines.py LAKE [kmeans|nmf|lda ...] [--themes N]

40 themes by default, the ten terms of the greatest weight in each. NPMI from the occurrence of terms in the
same texts, on all texts and on a fifth that was held out; a title is in the theme of its greatest weight.
"""

import argparse
import itertools
import json
import statistics
import time

import numpy as np
from deltalake import DeltaTable
from sklearn.cluster import BisectingKMeans
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.metrics import adjusted_rand_score, silhouette_score

TOP = 10
SEEDS = (0, 1, 2)
FIFTHS = 5


def kmeans(counts, themes, seed):
    vectors = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    model = BisectingKMeans(themes, random_state=seed).fit(vectors)
    return model.labels_, model.cluster_centers_


def nmf(counts, themes, seed):
    vectors = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    model = NMF(themes, init="nndsvdar", random_state=seed)
    return model.fit_transform(vectors).argmax(1), model.components_


def lda(counts, themes, seed):
    model = LatentDirichletAllocation(
        themes, learning_method="online", random_state=seed
    )
    return model.fit_transform(counts).argmax(1), model.components_


MODELS = {"kmeans": kmeans, "nmf": nmf, "lda": lda}


def npmi(tops, counts):
    present = (counts > 0).astype(float).tocsc()
    values = []
    for top in tops:
        texts = present[:, top]
        together = (texts.T @ texts).toarray() / present.shape[0]
        for left, right in itertools.combinations(range(TOP), 2):
            both = together[left, right]
            if both == 0:
                values.append(-1.0)
            else:
                values.append(
                    np.log(both / (together[left, left] * together[right, right]))
                    / -np.log(both)
                )
    return float(np.mean(values))


def top_terms(weights):
    return np.argsort(-weights, axis=1, kind="stable")[:, :TOP]


def mutual_information(labels, genres):
    cells = {}
    for label, of_title in zip(labels, genres, strict=True):
        for genre in of_title or ():
            cells[label, genre] = cells.get((label, genre), 0) + 1 / len(of_title)
    whole = sum(cells.values())
    sides = [{}, {}]
    for cell, weight in cells.items():
        for side in (0, 1):
            sides[side][cell[side]] = sides[side].get(cell[side], 0) + weight / whole
    shared = sum(
        w / whole * np.log(w / whole / (sides[0][a] * sides[1][b]))
        for (a, b), w in cells.items()
    )
    entropies = [-sum(p * np.log(p) for p in side.values()) for side in sides]
    return float(2 * shared / sum(entropies))


def vectorizer():
    return CountVectorizer(
        stop_words="english", min_df=20, max_df=0.2, max_features=5000
    )


def held_out(model, texts, themes, fold):
    fifths = np.random.default_rng(fold).integers(FIFTHS, size=len(texts))
    train = [text for text, fifth in zip(texts, fifths, strict=True) if fifth]
    terms = vectorizer().fit(train)
    tops = top_terms(model(terms.transform(train), themes, fold)[1])
    return npmi(
        tops,
        terms.transform(
            [text for text, fifth in zip(texts, fifths, strict=True) if not fifth]
        ),
    )


def measured(model, texts, genres, themes):
    counts = vectorizer().fit_transform(texts)
    start = time.process_time()
    fits = [model(counts, themes, seed) for seed in SEEDS]
    seconds = (time.process_time() - start) / len(SEEDS)
    labels = [fit[0] for fit in fits]
    tops = [top_terms(fit[1]) for fit in fits]
    vectors = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    return {
        "texts": len(texts),
        "npmi": statistics.mean(npmi(top, counts) for top in tops),
        "npmi_held_out": statistics.mean(
            held_out(model, texts, themes, fold) for fold in SEEDS
        ),
        "diversity": statistics.mean(len(set(top.flat)) / top.size for top in tops),
        "ari_seeds": statistics.mean(
            adjusted_rand_score(*pair) for pair in itertools.combinations(labels, 2)
        ),
        "nmi_genres": statistics.mean(
            mutual_information(label, genres) for label in labels
        ),
        "silhouette": float(
            silhouette_score(
                vectors, labels[0], metric="cosine", sample_size=5000, random_state=0
            )
        ),
        "biggest_share": float(
            max(np.bincount(label).max() / len(label) for label in labels)
        ),
        "cpu_seconds_per_fit": seconds,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lake")
    parser.add_argument("models", nargs="*")
    parser.add_argument("--themes", type=int, default=40)
    asked = parser.parse_args()
    table = DeltaTable(f"{asked.lake}/silver/title").to_pyarrow_table(
        columns=["title_id", "overview", "genres"]
    )
    rows = sorted(
        (row for row in table.to_pylist() if row["overview"]),
        key=lambda row: row["title_id"],
    )
    texts = [row["overview"] for row in rows]
    genres = [row["genres"] for row in rows]
    results = {
        name: measured(MODELS[name], texts, genres, asked.themes)
        for name in asked.models or MODELS
    }
    print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
