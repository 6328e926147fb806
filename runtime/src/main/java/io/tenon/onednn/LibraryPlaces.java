package io.tenon.onednn;

import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Tells JavaCPP where the libraries of oneDNN and OpenBLAS are. It would look for each, and for
 * some that there need not be, under three names in five folders of everything on the class path: a
 * tenth of the time from the start of a program to its first prediction.
 *
 * <p>It remembers what it found in a field of its own. Where that cannot be reached, or the
 * platform names libraries otherwise than Linux, or a user has it look in other places, it looks
 * itself.
 */
final class LibraryPlaces {
  /** Each after those that it needs. Not all are there when this is compiled. */
  private static final List<String> PRESETS =
      List.of(
          "org.bytedeco.opencl.presets.OpenCL",
          "org.bytedeco.dnnl.presets.dnnl",
          "org.bytedeco.openblas.presets.openblas_nolapack",
          "org.bytedeco.openblas.presets.openblas");

  private static final boolean ARRANGED = arrange();

  private LibraryPlaces() {}

  /** Whether JavaCPP has been told; has an effect once. */
  static boolean arranged() {
    return ARRANGED;
  }

  private static boolean arrange() {
    if (!Loader.getPlatform().startsWith("linux") || isAskedElsewhere()) {
      return false;
    }
    try {
      Field field = Loader.class.getDeclaredField("foundLibraries");
      field.setAccessible(true);
      @SuppressWarnings("unchecked") // as JavaCPP declares it
      Map<String, URL[]> found = (Map<String, URL[]>) field.get(null);
      for (String presets : PRESETS) {
        ClassLoader loader = LibraryPlaces.class.getClassLoader();
        places(Class.forName(presets, false, loader)).forEach(found::putIfAbsent);
      }
      return true;
    } catch (ReflectiveOperationException
        | MalformedURLException
        | LinkageError
        | RuntimeException e) {
      return false; // JavaCPP looks itself, and says what is missing
    }
  }

  /** Whether a user has JavaCPP take libraries of the system's, or of another folder. */
  private static boolean isAskedElsewhere() {
    return System.getProperties().stringPropertyNames().stream()
        .anyMatch(name -> name.startsWith("org.bytedeco.javacpp.paths") || name.endsWith(".load"));
  }

  /** Where each library is that a class needs; nowhere is an empty array. */
  private static Map<String, URL[]> places(Class<?> presets) throws MalformedURLException {
    ClassProperties properties = Loader.loadProperties(presets, Loader.loadProperties(), true);
    String main = properties.getProperty("platform.library");
    URL mainPlace = place(presets, main);
    if (mainPlace == null) {
      return Map.of(); // not in its artifact, so who knows where the others are
    }
    Map<String, URL[]> places = new HashMap<>();
    places.put(main, new URL[] {mainPlace});
    List<String> others = new ArrayList<>(properties.get("platform.preload"));
    others.addAll(properties.get("platform.link"));
    for (String name : others) {
      URL place = place(presets, name);
      places.put(name, place == null ? new URL[0] : new URL[] {place});
    }
    return places;
  }

  /**
   * Where a library is.
   *
   * @param name the name and {@code @} the version; if it is to be stored under another name, that
   *     behind {@code #}
   */
  private static @Nullable URL place(Class<?> presets, String name) throws MalformedURLException {
    int other = name.indexOf('#');
    String own = other < 0 ? name : name.substring(0, other);
    String presetsFolder = "/" + presets.getPackageName().replace('.', '/');
    String folder = presetsFolder.substring(0, presetsFolder.lastIndexOf('/') + 1);
    URL place = presets.getResource(folder + Loader.getPlatform() + "/" + file(own));
    return place == null || other < 0
        ? place
        : new URL(place + "#" + file(name.substring(other + 1)));
  }

  private static String file(String name) {
    int version = name.indexOf('@');
    return version < 0
        ? "lib" + name + ".so"
        : "lib" + name.substring(0, version) + ".so" + name.substring(version + 1);
  }
}
