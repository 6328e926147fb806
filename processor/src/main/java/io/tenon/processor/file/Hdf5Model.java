package io.tenon.processor.file;

import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfException;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfReader;
import io.tenon.hdf5.HdfSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The architecture within an HDF5 file. */
final class Hdf5Model {
  /** The version of files that do not tell: Keras has told since 2.0. */
  private static final String UNKNOWN = "2";

  private Hdf5Model() {}

  static ArchitectureText read(ResourceFile file) throws IOException {
    Optional<Path> path = file.path();
    if (path.isEmpty()) {
      return read(HdfSource.of(file.bytes()));
    }
    try (FileChannel channel = FileChannel.open(path.get())) {
      return read(HdfSource.of(channel));
    }
  }

  private static ArchitectureText read(HdfSource source) throws IOException {
    try {
      HdfGroup root = HdfReader.read(source);
      String config =
          text(root, "model_config")
              .orElseThrow(
                  () ->
                      new IOException(
                          "it holds no architecture (model_config), as files of weights alone do"));
      return new ArchitectureText(
          config.getBytes(StandardCharsets.UTF_8), text(root, "keras_version").orElse(UNKNOWN));
    } catch (HdfException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Optional<String> text(HdfGroup group, String name) {
    HdfAttribute attribute = group.attributes().get(name);
    return attribute == null || attribute.texts().size() != 1
        ? Optional.empty()
        : Optional.of(attribute.texts().get(0));
  }
}
