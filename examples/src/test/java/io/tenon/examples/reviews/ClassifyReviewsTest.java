package io.tenon.examples.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ClassifyReviewsTest {
  @Test
  void understandsNegations() throws IOException {
    assertThat(ClassifyReviews.run(ClassifyReviews.sample(400, 42))).isGreaterThan(0.95);
  }
}
