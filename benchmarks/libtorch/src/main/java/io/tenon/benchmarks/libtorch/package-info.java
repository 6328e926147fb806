/** libtorch, PyTorch's library, through JavaCPP. */
@NullMarked
package io.tenon.benchmarks.libtorch;

import org.jspecify.annotations.NullMarked;
