package io.tenon.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays in chunks, plain and compressed, of files that HDF5's own tools wrote. */
class ChunkedHdfTest {
  private static byte[] file(String name) throws IOException {
    try (InputStream in = ChunkedHdfTest.class.getResourceAsStream("/hdf5/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static HdfDataset array(byte[] file, String name) {
    return (HdfDataset) HdfReader.read(HdfSource.of(file)).child(name);
  }

  private static float[] floats(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i + 0.5f;
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked.h5", "deflated.h5"})
  void chunksAreReadAsOneArray(String name) throws IOException {
    byte[] file = file(name);

    assertThat(array(file, "kernel").shape()).containsExactly(20L, 30L);
    assertThat(array(file, "kernel").floats()).isEqualTo(floats(600));
    assertThat(array(file, "cube").floats()).isEqualTo(floats(60));
    assertThat(array(file, "row").floats()).isEqualTo(floats(7));
  }

  @Test
  void anotherFilterIsRefusedWhenItsArrayIsRead() throws IOException {
    byte[] file = file("checked.h5");

    assertThat(array(file, "kernel").floats()).isEqualTo(floats(600));
    assertThatThrownBy(() -> array(file, "row").floats())
        .isInstanceOf(HdfException.class)
        .hasMessage(
            "/row: it is stored through filters other than deflate and shuffle; copy the file with"
                + " h5repack -f NONE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked.h5", "deflated.h5"})
  void cutAtAnyByteItIsRefused(String name) throws IOException {
    byte[] file = file(name);
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> readAll(cut)).isInstanceOf(HdfException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked.h5", "deflated.h5"})
  void flippedBytesDoNoHarm(String name) throws IOException {
    byte[] file = file(name);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] damaged = file.clone();
      for (int k = 0; k <= i % 4; k++) {
        damaged[random.nextInt(file.length)] ^= (byte) (1 + random.nextInt(255));
      }
      try {
        readAll(damaged);
      } catch (HdfException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static void readAll(byte[] file) {
    for (HdfNode node : HdfReader.read(HdfSource.of(file)).children().values()) {
      if (node instanceof HdfDataset array && array.type().equals(HdfType.FLOAT32)) {
        array.floats();
      }
    }
  }

  @Test
  void chunksUnpackedMuchLargerThanTheFileAreRefused() throws IOException {
    Structure structure = new Structure(HdfSource.of(new byte[1000]));
    structure.spendUnpacked(1 << 20, 15);

    assertThatThrownBy(() -> structure.spendUnpacked(1 << 20, 2))
        .isInstanceOf(HdfException.class)
        .hasMessage("its arrays are unpacked much larger than the file");
  }
}
