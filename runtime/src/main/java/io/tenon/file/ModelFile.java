package io.tenon.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenon.graph.Graph;
import io.tenon.plan.Parameters;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model's weights in a zip file: {@code model.json} says which, {@code weights.bin} holds them as
 * 32-bit little-endian floats, layer by layer in Keras's order. Reading one runs no code of it.
 */
public final class ModelFile {
  private static final String MANIFEST = "model.json";
  private static final String WEIGHTS = "weights.bin";

  /** Far more than any manifest needs; a larger one is not read. */
  private static final int LARGEST_MANIFEST = 16 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelFile() {}

  /**
   * Writes a model, whole or not at all.
   *
   * @throws IOException if it cannot be written; a file that was there stays
   */
  public static void write(Path file, Graph graph, Parameters parameters) throws IOException {
    Manifest manifest = Manifest.of(graph);
    AtomicFile.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          zip.putNextEntry(entry(MANIFEST));
          zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
          zip.putNextEntry(entry(WEIGHTS));
          for (INDArray weight : weights(graph, parameters)) {
            writeFloats(zip, weight.dup('c').data().asFloat());
          }
          zip.finish();
        });
  }

  /** The same model gives the same bytes, so no entry tells the time. */
  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    return entry;
  }

  private static void writeFloats(OutputStream out, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    out.write(bytes.array());
  }

  /**
   * Reads weights into a model; they stay as they are unless all could be read.
   *
   * @throws ModelFileException if the file is not a model, is damaged or holds another model
   * @throws IOException if it cannot be read
   */
  public static void read(Path file, Graph graph, Parameters parameters) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      requireSame(file, Manifest.of(graph), manifest(file, zip));
      List<INDArray> targets = weights(graph, parameters);
      List<float[]> values = new ArrayList<>();
      try (InputStream in = zip.getInputStream(entry(file, zip, WEIGHTS))) {
        for (INDArray target : targets) {
          values.add(readFloats(in, Math.toIntExact(target.length())));
        }
        if (in.read() >= 0) {
          throw new ModelFileException(file + " holds more weights than it says");
        }
      } catch (EOFException e) {
        throw new ModelFileException(file + " holds fewer weights than it says", e);
      }
      for (int i = 0; i < targets.size(); i++) {
        INDArray target = targets.get(i);
        target.assign(Nd4j.createFromArray(values.get(i)).reshape(target.shape()));
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw e;
    } catch (ZipException e) {
      throw new ModelFileException(
          "%s is not a model file, or is damaged: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static float[] readFloats(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count * Float.BYTES);
    if (bytes.length < count * Float.BYTES) {
      throw new EOFException();
    }
    float[] values = new float[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    try (InputStream in = zip.getInputStream(entry(file, zip, MANIFEST))) {
      byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
      if (bytes.length > LARGEST_MANIFEST) {
        throw new ModelFileException(file + " has a " + MANIFEST + " too large to be one");
      }
      Manifest manifest = JSON.readValue(bytes, Manifest.class);
      if (manifest == null || manifest.format() != Manifest.FORMAT) {
        throw new ModelFileException(
            "%s has format %s; this version reads format %d"
                .formatted(file, manifest == null ? "none" : manifest.format(), Manifest.FORMAT));
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw new ModelFileException(
          "%s has a %s that cannot be read: %s".formatted(file, MANIFEST, e.getOriginalMessage()),
          e);
    }
  }

  private static ZipEntry entry(Path file, ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ModelFileException("%s is not a model file: it has no %s".formatted(file, name));
    }
    return entry;
  }

  private static void requireSame(Path file, Manifest expected, Manifest found) {
    Map<String, Manifest.Layer> left = byName(expected);
    Map<String, Manifest.Layer> right = byName(found);
    List<String> differences = new ArrayList<>();
    left.forEach(
        (name, layer) -> {
          Manifest.Layer other = right.remove(name);
          if (other == null) {
            differences.add("%s: expected %s, the file has none".formatted(name, layer.describe()));
          } else if (!layer.equals(other)) {
            differences.add(
                "%s: expected %s, found %s".formatted(name, layer.describe(), other.describe()));
          }
        });
    right.forEach(
        (name, layer) ->
            differences.add("%s: expected none, found %s".formatted(name, layer.describe())));
    if (!differences.isEmpty()) {
      throw new ModelFileException(
          "%s holds another model than %s:%n  %s"
              .formatted(file, expected.model(), String.join("\n  ", differences)));
    }
  }

  private static Map<String, Manifest.Layer> byName(Manifest manifest) {
    Map<String, Manifest.Layer> layers = new LinkedHashMap<>();
    for (Manifest.Layer layer :
        Objects.requireNonNullElse(manifest.layers(), List.<Manifest.Layer>of())) {
      layers.put(String.valueOf(layer.name()), layer);
    }
    return layers;
  }

  private static List<INDArray> weights(Graph graph, Parameters parameters) {
    List<INDArray> weights = new ArrayList<>();
    graph
        .layers()
        .forEach(
            node ->
                node.weights()
                    .forEach(spec -> weights.add(parameters.weight(node.layer(), spec.name()))));
    return weights;
  }
}
