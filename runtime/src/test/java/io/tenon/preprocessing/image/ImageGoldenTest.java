package io.tenon.preprocessing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.golden.GoldenFiles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Transforms and scales of images, against Keras's. */
class ImageGoldenTest {
  // Absolute, of values up to 255: a few units in the last place of float32.
  private static final float TOLERANCE = 1e-4f;
  // Keras whitens in float32, where eight images leave most of the covariance to rounding: its own
  // numbers are 1.4e-3 from those of float64, which the formula gives exactly.
  private static final float WHITENING_TOLERANCE = 2e-3f;

  static List<JsonNode> applyTransform() {
    return GoldenFiles.cases("preprocessing/image_apply_transform.json");
  }

  @ParameterizedTest
  @MethodSource
  void applyTransform(JsonNode which) {
    ImageDataGenerator generator =
        ImageDataGenerator.of(
            image ->
                image
                    .fillMode(
                        FillMode.valueOf(which.get("fill_mode").asText().toUpperCase(Locale.ROOT)))
                    .cval(which.get("cval").asDouble())
                    .interpolationOrder(which.get("interpolation_order").asInt()));
    INDArray image = GoldenFiles.array(which.get("image"));
    INDArray found = generator.applyTransform(image, parameters(which.get("transform")));
    assertSame(found, which.get("result"), TOLERANCE);
  }

  private static TransformParameters parameters(JsonNode transform) {
    TransformParameters parameters = new TransformParameters();
    for (Map.Entry<String, JsonNode> parameter : transform.properties()) {
      double value = parameter.getValue().asDouble();
      switch (parameter.getKey()) {
        case "theta" -> parameters.theta(value);
        case "tx" -> parameters.tx(value);
        case "ty" -> parameters.ty(value);
        case "shear" -> parameters.shear(value);
        case "zx" -> parameters.zx(value);
        case "zy" -> parameters.zy(value);
        case "channel_shift_intensity" -> parameters.channelShiftIntensity(value);
        case "brightness" -> parameters.brightness(value);
        case "flip_horizontal" -> parameters.flipHorizontal(parameter.getValue().asBoolean());
        case "flip_vertical" -> parameters.flipVertical(parameter.getValue().asBoolean());
        default -> throw new AssertionError("unknown parameter " + parameter.getKey());
      }
    }
    return parameters;
  }

  static List<JsonNode> standardize() {
    return GoldenFiles.cases("preprocessing/image_standardize.json");
  }

  @ParameterizedTest
  @MethodSource
  void standardize(JsonNode which) {
    ImageDataGenerator generator = ImageDataGenerator.of(image -> set(image, which.get("args")));
    generator.fit(GoldenFiles.array(which.get("fit")));
    INDArray images = GoldenFiles.array(which.get("images"));
    INDArray found = images.dup();
    for (int i = 0; i < images.size(0); i++) {
      found.slice(i).assign(generator.standardize(images.slice(i)));
    }
    assertSame(
        found,
        which.get("result"),
        which.get("args").has("zca_whitening") ? WHITENING_TOLERANCE : TOLERANCE);
  }

  private static void set(ImageOptions image, JsonNode args) {
    for (Map.Entry<String, JsonNode> arg : args.properties()) {
      boolean isSet = arg.getValue().asBoolean();
      switch (arg.getKey()) {
        case "rescale" -> image.rescale(arg.getValue().asDouble());
        case "samplewise_center" -> image.samplewiseCenter(isSet);
        case "samplewise_std_normalization" -> image.samplewiseStdNormalization(isSet);
        case "featurewise_center" -> image.featurewiseCenter(isSet);
        case "featurewise_std_normalization" -> image.featurewiseStdNormalization(isSet);
        case "zca_whitening" -> image.zcaWhitening(isSet);
        case "zca_epsilon" -> image.zcaEpsilon(arg.getValue().asDouble());
        default -> throw new AssertionError("unknown option " + arg.getKey());
      }
    }
  }

  private static void assertSame(INDArray found, JsonNode expected, float tolerance) {
    assertThat(found.shape()).isEqualTo(GoldenFiles.array(expected).shape());
    assertThat(found.dup('c').data().asFloat())
        .containsExactly(GoldenFiles.floats(expected), within(tolerance));
  }
}
