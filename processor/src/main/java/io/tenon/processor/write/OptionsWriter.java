package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.tenon.processor.read.LayerType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Writes an options class for each layer, and {@code Layers} with a factory method for each. */
public final class OptionsWriter {
  private final String packageName;

  /** A writer into that package. */
  public OptionsWriter(String packageName) {
    this.packageName = packageName;
  }

  /** The files, made from that element. */
  public List<JavaFile> files(List<LayerType> layers, Element origin) {
    List<JavaFile> files = new ArrayList<>();
    for (LayerType layer : layers) {
      Constants constants = new Constants();
      OptionsType options = new OptionsType(layer, optionsName(layer), constants);
      files.add(file(options.type(), constants, origin));
    }
    TypeSpec factories = new LayersType(layers, this::optionsName).type();
    files.add(file(factories, new Constants(), origin));
    return files;
  }

  private JavaFile file(TypeSpec type, Constants constants, Element origin) {
    JavaFile.Builder file =
        JavaFile.builder(packageName, type.toBuilder().addOriginatingElement(origin).build())
            .indent("  ")
            .skipJavaLangImports(true);
    constants.importInto(file);
    return file.build();
  }

  private ClassName optionsName(LayerType layer) {
    return ClassName.get(packageName, layer.annotation().simpleName() + "Options");
  }
}
