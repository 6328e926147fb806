package io.tenon.processor;

import com.palantir.javapoet.JavaFile;
import io.tenon.processor.read.LayerTypes;
import io.tenon.processor.read.OptionsPackage;
import io.tenon.processor.write.OptionsWriter;
import io.tenon.processor.write.SourceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;

/** Writes the options of a package's layers into the package that asks for them. */
final class OptionsStep {
  private final ProcessingEnvironment environment;

  OptionsStep(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  void process(PackageElement target) {
    PackageElement layers =
        environment.getElementUtils().getPackageElement(OptionsPackage.layersOf(target));
    if (layers == null) {
      return;
    }
    String name = target.getQualifiedName().toString();
    try {
      OptionsWriter writer = new OptionsWriter(name, LayerTypes.in(layers), target);
      for (JavaFile file : writer.files(OptionsPackage.wantsStages(target))) {
        SourceFiles.write(file, environment.getFiler());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the options of " + name, e);
    }
  }
}
