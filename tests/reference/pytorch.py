"""Ten steps by PyTorch in float64, of the cases of cases.ts that it has: writes pytorch.json beside this file.

python3 tests/reference/pytorch.py
"""

import json
import math
import pathlib
import struct

import torch
from torch import nn

INPUTS, HIDDEN, OUTPUTS = 4, 5, 3
BATCH, BATCHES, STEPS = 8, 5, 10
# PyTorch adds epsilon to the root of RMSProp and Adagrad where Keras has it under the root: here it is next to nothing.
EPSILON = 1e-12


def spread(count, salt, size):
    values = [size * math.sin(12.9898 * (at + 1) + 78.233 * salt) for at in range(count)]
    return [struct.unpack("f", struct.pack("f", value))[0] for value in values]


def tensor(values, *shape):
    return torch.tensor(values, dtype=torch.float64).reshape(*shape)


def network():
    first, second = nn.Linear(INPUTS, HIDDEN).double(), nn.Linear(HIDDEN, OUTPUTS).double()
    with torch.no_grad():
        first.weight.copy_(tensor(spread(INPUTS * HIDDEN, 1, 0.8), INPUTS, HIDDEN).T)
        first.bias.copy_(tensor(spread(HIDDEN, 2, 0.3), HIDDEN))
        second.weight.copy_(tensor(spread(HIDDEN * OUTPUTS, 3, 0.8), HIDDEN, OUTPUTS).T)
        second.bias.copy_(tensor(spread(OUTPUTS, 4, 0.3), OUTPUTS))
    return nn.Sequential(first, nn.Tanh(), second)


def targets(batch, kind):
    raw = spread(BATCH * OUTPUTS, 30 + batch, 1)
    if kind == "classes":
        return torch.tensor([(row + batch) % OUTPUTS for row in range(BATCH)])
    if kind == "labels":
        return tensor([1.0 if value > 0 else 0.0 for value in raw], BATCH, OUTPUTS)
    return tensor(raw, BATCH, OUTPUTS)


def optimizer_of(name, weights, decay):
    create = {
        "sgd": lambda p: torch.optim.SGD(p, 0.3, weight_decay=decay),
        "momentum": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, weight_decay=decay),
        "nesterov": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, nesterov=True, weight_decay=decay),
        "rmsprop": lambda p: torch.optim.RMSprop(p, 0.02, alpha=0.9, eps=EPSILON, weight_decay=decay),
        "adagrad": lambda p: torch.optim.Adagrad(
            p, 0.2, initial_accumulator_value=0.1, eps=EPSILON, weight_decay=decay
        ),
        "adadelta": lambda p: torch.optim.Adadelta(p, 2.0, rho=0.95, eps=1e-7, weight_decay=decay),
        "adam": lambda p: torch.optim.Adam(p, 0.02, eps=1e-7, weight_decay=decay),
        "adamw": lambda p: torch.optim.AdamW(p, 0.02, eps=1e-7, weight_decay=decay),
        "adamax": lambda p: torch.optim.Adamax(p, 0.02, eps=EPSILON, weight_decay=decay),
    }
    return create[name](weights)


LOSSES = {
    "categorical-cross-entropy of classes from softmax": ("classes", nn.CrossEntropyLoss()),
    "binary-cross-entropy of labels from sigmoid": ("labels", nn.BCEWithLogitsLoss()),
    "mean-squared-error of values from none": ("values", nn.MSELoss()),
    "mean-absolute-error of values from none": ("values", nn.L1Loss()),
    "huber of values from none": ("values", nn.HuberLoss(delta=0.3)),
    "label smoothing": ("classes", nn.CrossEntropyLoss(label_smoothing=0.1)),
}


def run(loss="categorical-cross-entropy of classes from softmax", optimizer="sgd", decay=0.0, accumulate=1, clip=None):
    kind, criterion = LOSSES[loss]
    model = network()
    steps = optimizer_of(optimizer, model.parameters(), decay)
    losses, waiting = [], 0
    for at in range(STEPS):
        batch = at % BATCHES
        inputs = tensor(spread(BATCH * INPUTS, 10 + batch, 1), BATCH, INPUTS)
        value = criterion(model(inputs), targets(batch, kind))
        losses.append(value.item())
        value.backward()
        waiting += 1
        if waiting < accumulate and batch < BATCHES - 1:
            continue
        for weight in model.parameters():
            weight.grad /= waiting
        if clip is not None:
            clip(model.parameters())
        steps.step()
        steps.zero_grad()
        waiting = 0
    first, second = model[0], model[2]
    weights = [first.weight.T, first.bias, second.weight.T, second.bias]
    return {"losses": losses, "weights": [weight.reshape(-1).tolist() for weight in weights]}


def main():
    optimizers = ["sgd", "momentum", "nesterov", "rmsprop", "adagrad", "adadelta", "adam", "adamw", "adamax"]
    cases = {}
    for name in optimizers:
        cases[name] = run(optimizer=name)
        cases[f"{name} with weight decay"] = run(optimizer=name, decay=0.1)
    for name in LOSSES:
        cases[name] = run(loss=name)
    cases["clipping by norm"] = run(clip=lambda weights: nn.utils.clip_grad_norm_(weights, 0.2))
    cases["clipping by value"] = run(clip=lambda weights: nn.utils.clip_grad_value_(weights, 0.05))
    cases["accumulation"] = run(accumulate=3)
    target = pathlib.Path(__file__).with_name("pytorch.json")
    written = json.dumps({"torch": torch.__version__, "epsilon": EPSILON, "cases": cases}, indent=1)
    target.write_text(written + "\n")


main()
