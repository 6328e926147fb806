package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;

/**
 * Pieces of code put together. JavaPoet joins them by a collector, whose lambdas a compiler that
 * has just started would have to link.
 */
final class Blocks {
  private Blocks() {}

  static CodeBlock join(Iterable<CodeBlock> blocks, String separator) {
    CodeBlock.Builder joined = CodeBlock.builder();
    boolean first = true;
    for (CodeBlock block : blocks) {
      if (!first) {
        joined.add(separator);
      }
      joined.add(block);
      first = false;
    }
    return joined.build();
  }
}
