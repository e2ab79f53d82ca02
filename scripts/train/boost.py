"""Fits boosted trees on a training matrix and writes them as JSON.

boost.py FOLDER: reads features.f32 (rows of 32-bit floats), labels.u8, weights.f32, folds.u8 and options.json; writes
trees-NAME.json for each entry of the options' `fits` ({name, without: fold or null, columns}). Needs numpy and xgboost
(Debian: python3-xgboost).
"""
import json
import math
import os
import sys
from multiprocessing import get_context

import numpy as np
import xgboost

# Two processes with one thread each: threads of one process wait for each other on a busy machine.
PROCESSES = 2


def flat(root, columns):
    """Nodes of one tree, each before its left child: [column or 255, value, distance to the right child]."""
    out = []

    def walk(node):
        place = len(out)
        if "leaf" in node:
            out.append([255, float(node["leaf"]), 0])
            return
        children = {child["nodeid"]: child for child in node["children"]}
        # Here values below the split go left, in the cleaner values up to it: the next smaller float says the same.
        threshold = np.nextafter(np.float32(node["split_condition"]), np.float32(-np.inf))
        out.append([int(columns[int(node["split"][1:])]), float(threshold), 0])
        walk(children[node["yes"]])
        out[place][2] = len(out) - place
        walk(children[node["no"]])

    walk(root)
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
    columns = np.array(job["columns"])
    weight = w[rows] / w[rows].mean()
    mean = float(np.average(y[rows], weights=weight))
    parameters = {
        "objective": "binary:logistic",
        "tree_method": "hist",
        "max_bin": 128,
        "grow_policy": "lossguide",
        "max_depth": 0,
        "max_leaves": options["leaves"],
        "eta": options["rate"],
        "subsample": options["rows"],
        "colsample_bytree": options["columns"],
        "colsample_bynode": options["columns"],
        "base_score": mean,
        "seed": options["seed"],
        "lambda": options.get("penalty", 1),
        "nthread": 1,
    }
    data = xgboost.DMatrix(x[np.ix_(rows, columns)], y[rows], weight=weight, nthread=1)
    model = xgboost.train(parameters, data, options["trees"])
    trees = [flat(json.loads(tree), columns) for tree in model.get_dump(dump_format="json")]
    with open(os.path.join(folder, f"trees-{job['name']}.json"), "w") as file:
        json.dump({"base": math.log(mean / (1 - mean)), "trees": trees}, file)


def main():
    folder = sys.argv[1]
    with open(os.path.join(folder, "options.json")) as file:
        options = json.load(file)
    tasks = [(folder, options, job) for job in options["fits"]]
    with get_context("spawn").Pool(min(PROCESSES, len(tasks))) as pool:
        pool.map(fit, tasks, chunksize=1)


if __name__ == "__main__":
    main()
