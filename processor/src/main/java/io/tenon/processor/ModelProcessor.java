package io.tenon.processor;

import com.google.auto.service.AutoService;
import io.tenon.processor.file.ModelFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * Checks models while they are compiled, and writes their typed classes.
 *
 * <p>It asks for its three annotations by name and claims none of them, so that other processors
 * may read them too. A model that names a type which does not exist yet waits for a later round.
 */
@AutoService(Processor.class)
public final class ModelProcessor extends AbstractProcessor {
  private static final String MODEL = "io.tenon.Model";
  private static final String SEQUENTIAL = "io.tenon.Sequential";
  private static final String GENERATE_OPTIONS = "io.tenon.layer.GenerateOptions";

  /** Names of types that wait: an element of one round must not be used in another. */
  private Set<String> waiting = Set.of();

  /** Names of the types of this compilation: others have no place to point at. */
  private final Set<String> compiled = new HashSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(MODEL, SEQUENTIAL, GENERATE_OPTIONS);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(ModelFiles.RESOURCES);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver()) {
      for (Element root : round.getRootElements()) {
        compiled.add(root.toString());
      }
      models(annotations, round);
      options(annotations, round);
    }
    return false;
  }

  private void models(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (String name : waiting) {
      types.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    List<TypeElement> declaring = new ArrayList<>();
    for (TypeElement annotation : annotations) {
      if (!annotation.getQualifiedName().contentEquals(GENERATE_OPTIONS)) {
        declaring.add(annotation);
      }
    }
    // Both at once, so that they come in the order of the source.
    for (Element type : round.getElementsAnnotatedWithAny(declaring.toArray(new TypeElement[0]))) {
      types.add((TypeElement) type);
    }
    ModelStep step = new ModelStep(processingEnv, compiled);
    Set<String> deferred = new LinkedHashSet<>();
    for (TypeElement type : types) {
      if (!step.process(type)) {
        deferred.add(type.getQualifiedName().toString());
      }
    }
    waiting = deferred;
  }

  private void options(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      if (annotation.getQualifiedName().contentEquals(GENERATE_OPTIONS)) {
        OptionsStep step = new OptionsStep(processingEnv);
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
          step.process((PackageElement) element);
        }
      }
    }
  }
}
