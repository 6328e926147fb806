package io.tenon.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativesTest {
  @Test
  void missingNativesSayWhatToAdd() {
    NativesMissingException e =
        Natives.missing("linux-arm64", new UnsatisfiedLinkError("no jnidnnl"));
    assertThat(e)
        .hasMessage(
            """
            the native libraries for linux-arm64 are missing. They come with tenon-runtime where \
            Maven runs on this platform; elsewhere add -Dtenon.platform=linux-arm64, or these with \
            classifier "linux-arm64":
              org.nd4j:nd4j-native:1.0.0-M2.1
              org.bytedeco:dnnl:3.11-1.5.13
              org.bytedeco:javacpp:1.5.13
              org.bytedeco:openblas:0.3.19-1.5.7
              org.bytedeco:opencl:3.0-1.5.13
            """)
        .hasRootCauseMessage("no jnidnnl");
  }
}
