package io.tenon.file;

import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfWriter;
import io.tenon.keras.KerasArchitecture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes {@code .keras} files: a zip of three entries, none of them packed, as Keras does. */
final class KerasArchive {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd@HH:mm:ss");

  private KerasArchive() {}

  /** Writes a model, whole or not at all. */
  static void write(Path file, SavedModel model) throws IOException {
    Map<String, @Nullable Object> config = KerasArchitecture.write(model.graph());
    model
        .settings()
        .ifPresent(
            settings -> config.put("compile_config", CompileConfig.write(settings, model.graph())));
    HdfGroup weights = KerasWriter.numbered(model);
    AtomicFile.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          put(zip, "metadata.json", text(metadata(model)));
          put(zip, "config.json", text(config));
          put(zip, "model.weights.h5", entry -> HdfWriter.write(weights, entry));
          zip.finish();
        });
  }

  /** What Keras notes, and beside it what it has no place for. */
  private static Map<String, @Nullable Object> metadata(SavedModel model) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("keras_version", KerasArchitecture.VERSION);
    metadata.put("date_saved", LocalDateTime.now(ZoneId.systemDefault()).format(DATE));
    model
        .training()
        .ifPresent(
            training ->
                metadata.put(
                    "tenon",
                    Map.of("seed", training.seed(), "epochs_done", training.epochsDone())));
    return metadata;
  }

  private static AtomicFile.Content text(Map<String, @Nullable Object> values) {
    return out -> out.write(KerasJson.text(values).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes an entry twice: a zip that is not packed begins with the checksum of what follows. */
  private static void put(ZipOutputStream zip, String name, AtomicFile.Content content)
      throws IOException {
    Counter counter = new Counter();
    CheckedOutputStream checked = new CheckedOutputStream(counter, new CRC32());
    content.writeTo(checked);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(counter.count);
    entry.setCrc(checked.getChecksum().getValue());
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    content.writeTo(zip);
    zip.closeEntry();
  }

  private static final class Counter extends OutputStream {
    private long count;

    @Override
    public void write(int value) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}
