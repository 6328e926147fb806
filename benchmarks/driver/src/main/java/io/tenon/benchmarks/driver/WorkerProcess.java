package io.tenon.benchmarks.driver;

import io.tenon.benchmarks.Worker;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM with the class path and environment of one system. */
final class WorkerProcess implements AutoCloseable {
  /** What a user's shell may have set, and what would change the figures. */
  private static final List<String> PREFIXES =
      List.of("OPENBLAS_", "OMP_", "GOMP_", "KMP_", "MKL_", "DNNL_", "ONEDNN_", "TF_", "MALLOC_");

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter commands;
  private final PrintWriter log;
  private final Path logFile;

  private WorkerProcess(Process process, Path logFile) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.logFile = logFile;
    this.log = new PrintWriter(Files.newBufferedWriter(Path.of(logFile + ".out")), true);
  }

  /**
   * Starts one.
   *
   * @param module the folder that holds its compiled classes and the class path beside them
   * @param logFile takes what it says besides its answers
   */
  static WorkerProcess start(
      Path module,
      String mainClass,
      Map<String, String> environment,
      List<String> options,
      List<String> arguments,
      Path logFile)
      throws IOException {
    Path target = module.resolve("target");
    String classPath =
        target.resolve("classes")
            + File.pathSeparator
            + Files.readString(target.resolve("class-path.txt")).strip();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx4g", "-XX:ActiveProcessorCount=" + Contestant.THREADS));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    Files.createDirectories(logFile.getParent());
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(logFile.toFile());
    builder.environment().keySet().removeIf(name -> PREFIXES.stream().anyMatch(name::startsWith));
    builder.environment().putAll(environment);
    return new WorkerProcess(builder.start(), logFile);
  }

  /** Sends a command and waits for what it answers. */
  String ask(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    return answer();
  }

  /** Waits for an answer. */
  String answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(Worker.MARK)) {
        return line.substring(Worker.MARK.length());
      }
      log.println(line);
    }
    throw new IOException("the process ended; it said: " + tail());
  }

  private String tail() throws IOException {
    List<String> lines = Files.readAllLines(logFile);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /** Ends it. */
  @Override
  public void close() throws IOException {
    log.close();
    commands.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
