"""Fits boosted trees on a training matrix and writes them as JSON.

boost.py FOLDER: reads features.f32 (rows of 32-bit floats), labels.u8, weights.f32, folds.u8 and options.json; writes
trees-NAME.json for each entry of the options' `fits` ({name, without: fold or null, columns}). Needs numpy and scikit-learn
(Debian: python3-sklearn). Several small forests over random columns are added up: their mean errs less than one large one.
"""
import json
import os
import sys
from multiprocessing import get_context

# Two processes with one thread each: threads of one process wait for each other on a busy machine.
os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

PROCESSES = 2


def flat(nodes, columns, share):
    """Nodes of one tree, each before its left child: [column or 255, value, distance to the right child]."""
    out = []

    def walk(at):
        node = nodes[at]
        place = len(out)
        if node["is_leaf"]:
            out.append([255, float(node["value"]) * share, 0])
            return
        # Rounded down: a value that the tree sends right must stay above the threshold as a 32-bit float.
        threshold = np.float32(node["num_threshold"])
        if float(threshold) > node["num_threshold"]:
            threshold = np.nextafter(threshold, np.float32(-np.inf))
        out.append([int(columns[node["feature_idx"]]), float(threshold), 0])
        walk(node["left"])
        out[place][2] = len(out) - place
        walk(node["right"])

    walk(0)
    return out


def load(folder, width):
    x = np.memmap(os.path.join(folder, "features.f32"), dtype=np.float32, mode="r").reshape(-1, width)
    y = np.fromfile(os.path.join(folder, "labels.u8"), dtype=np.uint8)
    w = np.fromfile(os.path.join(folder, "weights.f32"), dtype=np.float32).astype(np.float64)
    folds = np.fromfile(os.path.join(folder, "folds.u8"), dtype=np.uint8)
    return x, y, w, folds


def fit(task):
    folder, options, job = task
    x, y, w, folds = load(folder, options["width"])
    rows = np.flatnonzero(folds != job["without"]) if job["without"] is not None else np.arange(len(y))
    random = np.random.RandomState(options["seed"])
    share = 1 / options["forests"]
    allowed = np.array(job["columns"])
    base, trees = 0.0, []
    for forest in range(options["forests"]):
        count = max(1, int(options["share"] * len(allowed)))
        columns = allowed[np.sort(random.choice(len(allowed), count, replace=False))]
        model = HistGradientBoostingClassifier(
            max_iter=options["trees"],
            max_leaf_nodes=options["leaves"],
            learning_rate=options["rate"],
            l2_regularization=1.0,
            min_samples_leaf=20,
            early_stopping=False,
            random_state=options["seed"] + forest,
        )
        model.fit(x[np.ix_(rows, columns)], y[rows], sample_weight=w[rows] / w[rows].mean())
        base += float(model._baseline_prediction.ravel()[0]) * share
        trees += [flat(step[0].nodes, columns, share) for step in model._predictors]
    with open(os.path.join(folder, f"trees-{job['name']}.json"), "w") as file:
        json.dump({"base": base, "trees": trees}, file)


def main():
    folder = sys.argv[1]
    with open(os.path.join(folder, "options.json")) as file:
        options = json.load(file)
    tasks = [(folder, options, job) for job in options["fits"]]
    with get_context("fork").Pool(min(PROCESSES, len(tasks))) as pool:
        pool.map(fit, tasks, chunksize=1)


if __name__ == "__main__":
    main()
