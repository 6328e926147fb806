package io.tenon.preprocessing.image;

import java.util.List;

/**
 * How images of a folder come in batches. Defaults are those of Keras's {@code
 * flow_from_directory}.
 */
public final class DirectoryFlowOptions extends FlowOptions<DirectoryFlowOptions> {
  private static final int SIDE = 256;

  final LoadOptions load = new LoadOptions().targetSize(SIDE, SIDE);
  List<String> classes = List.of();
  ClassMode classMode = ClassMode.CATEGORICAL;
  Unreadable unreadable = Unreadable.STOP;

  /** The defaults. */
  public DirectoryFlowOptions() {}

  @Override
  DirectoryFlowOptions self() {
    return this;
  }

  /**
   * The size that all images are brought to. Default 256 by 256.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public DirectoryFlowOptions targetSize(int height, int width) {
    load.targetSize(height, width);
    return this;
  }

  /** The channels. Default {@link ColorMode#RGB}. */
  public DirectoryFlowOptions colorMode(ColorMode colorMode) {
    load.colorMode(colorMode);
    return this;
  }

  /** How images are brought to another size. Default {@link Interpolation#NEAREST}. */
  public DirectoryFlowOptions interpolation(Interpolation interpolation) {
    load.interpolation(interpolation);
    return this;
  }

  /** The folders to read, in the order of their class numbers. Default: all, by name. */
  public DirectoryFlowOptions classes(List<String> classes) {
    this.classes = List.copyOf(classes);
    return this;
  }

  /** What labels images come with. Default {@link ClassMode#CATEGORICAL}. */
  public DirectoryFlowOptions classMode(ClassMode classMode) {
    this.classMode = classMode;
    return this;
  }

  /** What to do about an image that cannot be read. Default {@link Unreadable#STOP}. */
  public DirectoryFlowOptions unreadable(Unreadable unreadable) {
    this.unreadable = unreadable;
    return this;
  }
}
