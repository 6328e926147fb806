/** ONNX Runtime, which predicts and does not train. */
@NullMarked
package io.tenon.benchmarks.onnxruntime;

import org.jspecify.annotations.NullMarked;
