package io.tenon.keras;

import io.tenon.graph.Graph;
import io.tenon.problem.LayerException;
import io.tenon.problem.ModelException;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Architectures as Keras writes them down: layers and how they connect, without weights. Reads what
 * versions 2 and 3 wrote, and writes what version 3 does. Works on what any JSON parser gives.
 */
public final class KerasArchitecture {
  /** The version of Keras whose form is written. */
  public static final String VERSION = "3.3.3";

  private KerasArchitecture() {}

  /**
   * The model that a configuration describes.
   *
   * @param parsed what {@code model.to_json()} wrote, as maps, lists, texts, numbers and truth
   *     values
   * @throws KerasFormatException if it is no model of Keras's, or holds what Tenon does not have
   */
  public static Graph read(@Nullable Object parsed) {
    return read(parsed, Config.of(parsed).get("keras_version").text(VERSION), CustomObjects.NONE);
  }

  /**
   * The model that a configuration describes, where its version stands elsewhere.
   *
   * @param version the version of Keras that wrote it, such as {@code 2.2.4-tf}
   * @param custom what it may name besides the layers of the language
   * @throws KerasFormatException if it is no model of Keras's, or holds what Tenon does not have
   */
  public static Graph read(@Nullable Object parsed, String version, CustomObjects custom) {
    Config root = Config.of(parsed);
    String written = root.get("keras_version").text(version);
    try {
      return new ModelReader(new Source(written, custom, isStateful(root))).read(root);
    } catch (ModelException e) {
      throw new KerasFormatException("the layers do not fit: " + e.getMessage(), e);
    } catch (LayerException | NoSuchElementException e) {
      throw new KerasFormatException(String.valueOf(e.getMessage()), e);
    } catch (ArithmeticException e) {
      throw new KerasFormatException("it would hold more elements than can be counted", e);
    }
  }

  private static boolean isStateful(Config config) {
    return config.get("stateful").truth(false)
        || config.list().stream().anyMatch(KerasArchitecture::isStateful)
        || config.entries().values().stream().anyMatch(KerasArchitecture::isStateful);
  }

  /** A model as {@code model.to_json()} writes it, and as {@code .keras} files hold it. */
  public static Map<String, @Nullable Object> write(Graph graph) {
    return new ModelWriter(graph).write();
  }

  /** A model as the {@code model_config} of an {@code .h5} file holds it. */
  public static Map<String, @Nullable Object> writeLegacy(Graph graph) {
    return LegacyForm.of(write(graph));
  }
}
