package io.tenon.onednn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * How long OpenMP's threads spin before they sleep. GNU's runtime has them spin for milliseconds,
 * even where others need their processor: a parallel stream of Java's, the collector, another
 * process. To sleep at once is as bad: to wake a thread costs as much as a small product. So they
 * are told to spin for as long as it takes from one operation of a step to the next.
 *
 * <p>GNU's runtime reads this from the environment, once, when it is loaded. So it is loaded here,
 * within an environment that has the setting. What a user has set stays.
 */
final class ShortWaits {
  /**
   * Some fifty microseconds, since each spin pauses the processor for some 25 nanoseconds; other
   * processors than x86 pause for less. A thread of Java's that takes over from one of OpenMP's has
   * to wait for the end of it.
   */
  private static final String SETTING =
      Loader.getPlatform().endsWith("x86_64") ? "GOMP_SPINCOUNT=2000" : "GOMP_SPINCOUNT=10000";

  private static final boolean ARRANGED = arrange();

  private ShortWaits() {}

  /** Whether waits are as long as they should be, or as the user has set. */
  static boolean arranged() {
    return ARRANGED;
  }

  private static boolean arrange() {
    Map<String, String> environment = System.getenv();
    if (environment.containsKey("GOMP_SPINCOUNT") || environment.containsKey("OMP_WAIT_POLICY")) {
      return true;
    }
    try {
      return Loader.getPlatform().startsWith("linux") && !isLoaded() && load() && isLoaded();
    } catch (IOException | ClassNotFoundException | LinkageError | RuntimeException e) {
      return false; // whoever needs the libraries next says what is missing
    }
  }

  private static boolean isLoaded() throws IOException {
    return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)
        .contains("libgomp");
  }

  /** Loads oneDNN, and OpenMP with it. */
  private static boolean load() throws ClassNotFoundException {
    Pointer address = Loader.addressof("environ");
    if (address == null) {
      return false;
    }
    PointerPointer<Pointer> environ = new PointerPointer<>(address);
    Pointer before = environ.get(0);
    if (before == null) {
      return false;
    }
    BytePointer setting = new BytePointer(SETTING);
    try (PointerPointer<Pointer> changed = withSetting(new PointerPointer<>(before), setting)) {
      environ.put(0, changed);
      try {
        Class.forName("org.bytedeco.dnnl.global.dnnl");
      } finally {
        environ.put(0, before);
      }
    } finally {
      setting.close();
    }
    return true;
  }

  /** A copy of a list of settings, ended by null, with one more. */
  private static PointerPointer<Pointer> withSetting(
      PointerPointer<Pointer> settings, Pointer setting) {
    long count = 0;
    while (settings.get(count) != null) {
      count++;
    }
    PointerPointer<Pointer> copy = new PointerPointer<>(count + 2);
    for (long i = 0; i < count; i++) {
      copy.put(i, settings.get(i));
    }
    copy.put(count, setting);
    copy.put(count + 1, (Pointer) null);
    return copy;
  }
}
