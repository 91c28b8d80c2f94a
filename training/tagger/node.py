"""Where the Node is that runs the product's own code."""

import os
from pathlib import Path

NODE = os.environ.get("ENTENTE_NODE", str(Path(__file__).parents[2] / "node_modules/.bin/node"))
