"""A small writer of ONNX graphs.

Every operation is added by name and returns the name of its result, so that `export.py` reads like the model itself.
Linear layers are written in 8-bit form (`DynamicQuantizeMatMul`, one scale per output column) or in 32-bit form.
"""

from __future__ import annotations

import numpy as np
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"


class Graph:
    def __init__(self, eight_bit: bool):
        self.eight_bit = eight_bit
        self.nodes, self.initializers = [], []
        self.inputs, self.outputs = [], []

    def input(self, name: str, kind: int, shape: list) -> str:
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, result: str, name: str, kind: int, shape: list) -> None:
        self.nodes.append(helper.make_node("Identity", [result], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def constant(self, value) -> str:
        name = f"w{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def op(self, kind: str, *inputs: str, domain: str = "", **attributes) -> str:
        name = f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], domain=domain, **attributes))
        return name

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray | None) -> str:
        """x @ weight.T + bias; `weight` is [out, in], as PyTorch keeps it."""
        if not self.eight_bit:
            return self.exact_linear(x, weight, bias)
        codes, scale = quantize_rows(weight)
        inputs = [x, self.constant(codes.T), self.constant(scale), ""]
        if bias is not None:
            inputs.append(self.constant(bias))
        return self.op("DynamicQuantizeMatMul", *inputs, domain=MICROSOFT)

    def exact_linear(self, x: str, weight: np.ndarray, bias: np.ndarray | None) -> str:
        """As `linear`, always in 32 bits: for small layers, where 8 bits would save nothing."""
        y = self.op("MatMul", x, self.constant(weight.T))
        return y if bias is None else self.op("Add", y, self.constant(bias))

    def split(self, x: str, sizes: list[int]) -> list[str]:
        """Cuts the last axis."""
        names = [f"t{len(self.nodes)}_{at}" for at in range(len(sizes))]
        self.nodes.append(helper.make_node("Split", [x, self.constant(np.array(sizes))], names, axis=-1))
        return names

    def add_norm(self, x: str, y: str, weight: np.ndarray, bias: np.ndarray, epsilon: float) -> str:
        """LayerNorm(x + y)"""
        inputs = [x, y, self.constant(weight), self.constant(bias)]
        return self.op("SkipLayerNormalization", *inputs, domain=MICROSOFT, epsilon=epsilon)

    def embedding(self, table: np.ndarray, ids: str) -> str:
        """Rows of a table kept in 8 bits with one scale a row; ids [B, T] -> [B, T, width]."""
        codes, scale = quantize_rows(table)
        rows = self.op("Cast", self.op("Gather", self.constant(codes), ids), to=TensorProto.FLOAT)
        return self.op("Mul", rows, self.op("Gather", self.constant(scale[:, None]), ids))

    def layer_norm(self, x: str, weight: np.ndarray, bias: np.ndarray, epsilon: float) -> str:
        return self.op("LayerNormalization", x, self.constant(weight), self.constant(bias), axis=-1, epsilon=epsilon)

    def model(self, name: str):
        graph = helper.make_graph(self.nodes, name, self.inputs, self.outputs, self.initializers)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, producer_name="entente")
        model.ir_version = 9
        return model


def quantize_rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric 8-bit codes and a scale for each row. 7 bits are used: without VNNI the processor adds pairs of
    products in 16 bits, and full 8-bit weights would overflow there."""
    scale = np.maximum(np.abs(table).max(axis=1), 1e-8) / 63.0
    return np.clip(np.rint(table / scale[:, None]), -63, 63).astype(np.int8), scale.astype(np.float32)
