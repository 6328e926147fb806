package io.tenon.onednn;

/**
 * Reads ND4J's largest classes on a thread of its own, while the caller loads libraries. It only
 * reads them: none is initialized, so no library is loaded and no thread waits for another.
 */
final class ClassesAhead implements Runnable {
  static {
    Thread thread = new Thread(new ClassesAhead(), "tenon-classes");
    thread.setDaemon(true);
    thread.start();
  }

  private ClassesAhead() {}

  /** Begins; has an effect once. */
  static void begin() {}

  @Override
  public void run() {
    try {
      // ND4J's library asks for all of its 500 classes of operations when it is loaded.
      Class<?>[] unused =
          read("org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu").getDeclaredClasses();
      read("org.nd4j.linalg.factory.Nd4j");
      read("org.bytedeco.openblas.global.openblas");
      read("org.nd4j.linalg.cpu.nativecpu.NDArray");
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever needs them next says what is missing.
    }
  }

  private static Class<?> read(String name) throws ClassNotFoundException {
    return Class.forName(name, false, ClassesAhead.class.getClassLoader());
  }
}
