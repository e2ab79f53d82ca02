"""Fits boosted trees on a training matrix and writes them as JSON.

boost.py FOLDER: reads features.f32 (rows of 32-bit floats), labels.u8, weights.f32 and options.json; writes trees.json.
Needs numpy and scikit-learn (Debian: python3-sklearn). Several small forests over random columns are added up: their mean
errs less than one large one.
"""
import json
import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier


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


def main():
    folder = sys.argv[1]
    options = json.load(open(os.path.join(folder, "options.json")))
    width = options["width"]
    x = np.fromfile(os.path.join(folder, "features.f32"), dtype=np.float32).reshape(-1, width)
    y = np.fromfile(os.path.join(folder, "labels.u8"), dtype=np.uint8)
    w = np.fromfile(os.path.join(folder, "weights.f32"), dtype=np.float32).astype(np.float64)
    random = np.random.RandomState(options["seed"])
    share = 1 / options["forests"]
    base, trees = 0.0, []
    for forest in range(options["forests"]):
        count = max(1, int(options["columns"] * width))
        columns = np.sort(random.choice(width, count, replace=False))
        model = HistGradientBoostingClassifier(
            max_iter=options["trees"],
            max_leaf_nodes=options["leaves"],
            learning_rate=options["rate"],
            l2_regularization=1.0,
            min_samples_leaf=20,
            early_stopping=False,
            random_state=options["seed"] + forest,
        )
        model.fit(x[:, columns], y, sample_weight=w / w.mean())
        base += float(model._baseline_prediction.ravel()[0]) * share
        trees += [flat(step[0].nodes, columns, share) for step in model._predictors]
    json.dump({"base": base, "trees": trees}, open(os.path.join(folder, "trees.json"), "w"))


if __name__ == "__main__":
    main()
