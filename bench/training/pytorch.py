"""LeNet-5 as the template has it, trained by PyTorch on one thread: for every line read, an epoch of that many examples.

Answers each with a line of JSON: the processor's and the clock's seconds.
"""

import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import torch  # noqa: E402
from torch import nn  # noqa: E402

BATCH = 64
torch.set_num_threads(1)
torch.manual_seed(0)
model = nn.Sequential(
    nn.Conv2d(1, 6, 5, padding=2),
    nn.Tanh(),
    nn.MaxPool2d(2),
    nn.Conv2d(6, 16, 5),
    nn.Tanh(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(400, 120),
    nn.Tanh(),
    nn.Linear(120, 84),
    nn.Tanh(),
    nn.Linear(84, 10),
)
optimizer = torch.optim.Adam(model.parameters())
cross_entropy = nn.CrossEntropyLoss()
# What the numbers are does not change the work.
images = torch.rand(8192, 1, 28, 28)
labels = torch.randint(0, 10, (8192,))


def epoch(examples):
    order = torch.randperm(examples)
    for start in range(0, examples, BATCH):
        chosen = order[start : start + BATCH]
        optimizer.zero_grad()
        cross_entropy(model(images[chosen]), labels[chosen]).backward()
        optimizer.step()


print(json.dumps({"version": torch.__version__}), flush=True)
for line in sys.stdin:
    clock, processor = time.perf_counter(), time.process_time()
    epoch(int(line))
    seconds = {"clock": time.perf_counter() - clock, "processor": time.process_time() - processor}
    print(json.dumps(seconds), flush=True)
