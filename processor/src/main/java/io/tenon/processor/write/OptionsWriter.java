package io.tenon.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.tenon.processor.ranks.RankRules;
import io.tenon.processor.read.LayerType;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Writes an options class for each layer, {@code Layers} with a factory for each, and stages. */
public final class OptionsWriter {
  private final String packageName;
  private final List<LayerType> layers;
  private final RankRules rules;
  private final Element origin;

  /** A writer into that package, of files made from that element. */
  public OptionsWriter(String packageName, List<LayerType> layers, Element origin) {
    this.packageName = packageName;
    this.layers = layers;
    this.rules = new RankRules(layers);
    this.origin = origin;
  }

  /**
   * The files.
   *
   * @param stages whether those of the stages are among them
   */
  public List<JavaFile> files(boolean stages) {
    List<DslLayer> options =
        layers.stream().map(layer -> new DslLayer(layer, rules.of(layer), packageName)).toList();
    List<JavaFile> files = new ArrayList<>();
    for (DslLayer layer : options) {
      Constants constants = new Constants();
      files.add(file(new OptionsType(layer, constants).type(), constants));
    }
    files.add(file(new LayersType(options).type(), new Constants()));
    if (stages) {
      for (RankType rank : RankType.values()) {
        files.add(file(new StageType(rank, options).type(), new Constants()));
      }
    }
    return files;
  }

  private JavaFile file(TypeSpec type, Constants constants) {
    JavaFile.Builder file =
        JavaFile.builder(packageName, type.toBuilder().addOriginatingElement(origin).build())
            .indent("  ")
            .skipJavaLangImports(true);
    constants.importInto(file);
    return file.build();
  }
}
