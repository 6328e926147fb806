package io.tenon.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.tenon.processor.read.LayerType.MemberType;
import io.tenon.processor.read.TypeReference;

/** The types that generated code names. The runtime's are only names here: nothing loads them. */
final class Types {
  static final ClassName ARRAY = ClassName.get("org.nd4j.linalg.api.ndarray", "INDArray");
  static final ClassName NETWORK = ClassName.get("io.tenon.network", "Network");
  static final ClassName TYPED_MODEL = ClassName.get("io.tenon.network", "TypedModel");
  static final ClassName TYPED_BUILDER = ClassName.get("io.tenon.network", "TypedBuilder");
  static final ClassName SCORE_VALUES = ClassName.get("io.tenon.network", "ScoreValues");
  static final ClassName LAYER_VIEW = ClassName.get("io.tenon.network", "LayerView");
  static final ClassName LOAD_CHOICE = ClassName.get("io.tenon.file", "LoadChoice");
  static final ClassName SAMPLES = ClassName.get("io.tenon.data", "Samples");
  static final ClassName SAMPLE_ARRAYS = ClassName.get("io.tenon.data", "SampleArrays");
  static final ClassName WEIGHTING = ClassName.get("io.tenon.data", "Weighting");
  static final ClassName JAVA_ARRAYS = ClassName.get("io.tenon.data", "JavaArrays");
  static final ClassName LOSS_FUNCTION = ClassName.get("io.tenon.loss", "LossFunction");
  static final ClassName METRIC_SPEC = ClassName.get("io.tenon.metric", "MetricSpec");
  static final ClassName SAME_DIFF_FUNCTION = ClassName.get("io.tenon.kernel", "SameDiffFunction");
  static final ClassName LAYERS = ClassName.get("io.tenon.dsl", "Layers");
  static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
  static final AnnotationSpec GENERATED =
      AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
          .addMember("value", "$S", "io.tenon.processor.ModelProcessor")
          .build();

  private Types() {}

  static ClassName of(TypeReference type) {
    String[] names = type.className().split("\\.", -1);
    String[] nested = new String[names.length - 1];
    System.arraycopy(names, 1, nested, 0, nested.length);
    return ClassName.get(type.packageName(), names[0], nested);
  }

  /** The type of a value, and of the element of an array. */
  static TypeName of(MemberType type) {
    return type.primitive().isEmpty() ? boxed(type) : boxed(type).unbox();
  }

  static ClassName boxed(MemberType type) {
    return of(type.reference());
  }
}
