package io.tenon.processor;

import com.palantir.javapoet.JavaFile;
import io.tenon.check.CheckResult;
import io.tenon.check.ModelChecker;
import io.tenon.graph.Graph;
import io.tenon.picture.GraphPicture;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.processor.file.ModelFiles;
import io.tenon.processor.read.Completeness;
import io.tenon.processor.read.ModelReader;
import io.tenon.processor.read.ReadContext;
import io.tenon.processor.read.ReadModel;
import io.tenon.processor.report.Reporter;
import io.tenon.processor.write.ModelWriter;
import io.tenon.processor.write.SourceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Takes one model from its source to its class: read, check, report, write. */
final class ModelStep {
  private final ProcessingEnvironment environment;
  private final Reporter reporter;
  private final Set<String> compiled;

  ModelStep(ProcessingEnvironment environment, Set<String> compiled) {
    this.environment = environment;
    this.compiled = compiled;
    this.reporter = new Reporter(environment.getMessager(), compiled);
  }

  /** Whether it could be done; else the type is not complete yet. */
  boolean process(TypeElement type) {
    if (!Completeness.isComplete(type)) {
      return false;
    }
    ReadModel model =
        ModelReader.read(
            type,
            new ReadContext(
                environment.getElementUtils(),
                environment.getTypeUtils(),
                environment.getFiler(),
                environment.getOptions().getOrDefault(ModelFiles.RESOURCES, ""),
                compiled));
    List<Diagnostic> diagnostics = new ArrayList<>(model.problems());
    if (isModel(diagnostics)) {
      CheckResult result = ModelChecker.check(model.declaration());
      if (!model.source().isFromFile()) {
        diagnostics.addAll(result.diagnostics()); // of a file there is only advice left, for Keras
      }
      if (result.graph().isPresent() && !hasErrors(diagnostics)) {
        write(model, result.graph().get(), type, diagnostics);
      }
    }
    reporter.report(diagnostics, model.positions());
    return true;
  }

  private static boolean isModel(List<Diagnostic> diagnostics) {
    for (Diagnostic each : diagnostics) {
      if (each.problem() == Problem.NOT_A_MODEL || each.problem() == Problem.MODEL_FILE) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasErrors(List<Diagnostic> diagnostics) {
    for (Diagnostic each : diagnostics) {
      if (each.isError()) {
        return true;
      }
    }
    return false;
  }

  private void write(ReadModel model, Graph graph, TypeElement type, List<Diagnostic> diagnostics) {
    ModelWriter writer = new ModelWriter(model.source(), graph);
    try {
      JavaFile file = writer.file(type);
      SourceFiles.write(file, environment.getFiler());
      SourceFiles.writeBeside(
          file, writer.picture(), GraphPicture.toSvg(graph), environment.getFiler());
    } catch (FilerException e) {
      diagnostics.add(
          new Diagnostic(
              Problem.NOT_A_MODEL,
              new Location.OfModel(),
              "%s generates %s, but there is a class of that name"
                  .formatted(graph.name(), writer.className()),
              List.of(),
              List.of("Rename one of them.")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + writer.className(), e);
    }
  }
}
