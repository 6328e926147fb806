package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenon.keras.KerasArchitecture;
import io.tenon.keras.KerasFormatException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Architectures with something changed at random are read, or refused in words: nothing else. */
class ArchitectureFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CASES = 10_000;

  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          true,
          false,
          "",
          "x",
          "same",
          "Dense",
          "LSTM",
          "Functional",
          0,
          1,
          -1,
          3,
          7.5,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          Long.MAX_VALUE,
          new BigInteger("99999999999999999999999"),
          List.of(),
          List.of(1, 2, 3),
          Arrays.asList(null, null),
          List.of(List.of("x", 0, 0)),
          Map.of(),
          Map.of("class_name", "Dense"),
          Map.of("class_name", "Lambda", "config", Map.of("name", "y")));

  private record Place(Object holder, Object key) {}

  @SuppressWarnings("unchecked")
  private static Object copy(Object value, List<Place> places) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new HashMap<>();
      map.forEach(
          (key, each) -> {
            copy.put((String) key, copy(each, places));
            places.add(new Place(copy, key));
          });
      return copy;
    } else if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      for (Object each : list) {
        places.add(new Place(copy, copy.size()));
        copy.add(copy(each, places));
      }
      return copy;
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private static void change(Place place, Random random) {
    Object value = VALUES.get(random.nextInt(VALUES.size()));
    if (place.holder() instanceof Map<?, ?> map) {
      if (random.nextInt(4) == 0) {
        map.remove(place.key());
      } else {
        ((Map<String, Object>) map).put((String) place.key(), value);
      }
    } else {
      ((List<Object>) place.holder()).set((Integer) place.key(), value);
    }
  }

  @Test
  void nothingButARefusalComesOfIt() {
    List<Object> models = new ArrayList<>();
    for (String name : GoldenFiles.models()) {
      JsonNode json = GoldenFiles.json("models/" + name + ".json");
      models.add(JSON.convertValue(json, Object.class));
    }
    int refused = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      List<Place> places = new ArrayList<>();
      Object model = copy(models.get(seed % models.size()), places);
      int changes = 1 + random.nextInt(3);
      for (int i = 0; i < changes; i++) {
        change(places.get(random.nextInt(places.size())), random);
      }
      try {
        Map<String, Object> written = KerasArchitecture.write(KerasArchitecture.read(model));
        assertThat(KerasArchitecture.write(KerasArchitecture.read(written)))
            .as("seed %d", seed)
            .isEqualTo(written);
      } catch (KerasFormatException e) {
        assertThat(e.getMessage()).isNotBlank();
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ": " + model, e);
      }
    }
    System.out.printf("%d architectures changed at random: %d refused%n", CASES, refused);
  }
}
