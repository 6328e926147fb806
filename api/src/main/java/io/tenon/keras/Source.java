package io.tenon.keras;

/**
 * Where a configuration comes from, as it decides what its words mean.
 *
 * @param version the version of Keras that wrote it, such as {@code 2.2.4-tf}
 * @param custom what it may name besides the layers of the language
 * @param stateful whether a layer of it is stateful: Keras holds no other model to the size of
 *     batches that a file tells
 */
record Source(String version, CustomObjects custom, boolean stateful) {
  /** Whether Keras 1 or 2 wrote it. */
  boolean isLegacy() {
    return version.startsWith("1") || version.startsWith("2");
  }
}
