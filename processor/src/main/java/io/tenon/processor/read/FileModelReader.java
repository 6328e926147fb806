package io.tenon.processor.read;

import io.tenon.check.ModelDeclaration;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.processor.file.ModelFileException;
import io.tenon.processor.file.ModelFiles;
import io.tenon.processor.report.ModelPositions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads a type that takes its model from a file: {@code @Model(from = "sentiment.keras")}. */
final class FileModelReader {
  static final String FROM = "from";

  /** What names in a file may hold: they stand in comments of what is generated. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:/ -]+");

  private final TypeElement type;
  private final Elements elements;
  private final ModelFiles files;
  private final List<Diagnostic> problems = new ArrayList<>();

  FileModelReader(TypeElement type, Elements elements, ModelFiles files) {
    this.type = type;
    this.elements = elements;
    this.files = files;
  }

  ReadModel read(String file, List<Method> methods) {
    String name = type.getSimpleName().toString();
    ModelDeclaration declaration = new ModelDeclaration(name, List.of(), List.of());
    List<Statement> statements = List.of();
    List<String> frozen = List.of();
    if (!methods.isEmpty()) {
      problem(
          "%s takes its model from %s, and declares %s besides"
              .formatted(name, file, methods.get(0).name()),
          List.of(),
          List.of(
              "Drop its methods. To go on from a model of a file, use it as a layer of another:",
              "%s %s();  and  @Apply".formatted(name, decapitalize(name))));
    } else {
      try {
        Graph graph = files.read(elements.getPackageOf(type).getQualifiedName().toString(), file);
        requirePlainNames(name, file, graph);
        if (problems.isEmpty()) {
          declaration = graph.declaration();
          statements = GraphStatements.of(graph, new SpecCalls(elements));
          frozen = GraphStatements.frozen(graph);
        }
      } catch (ModelFileException e) {
        problem("%s: %s".formatted(name, e.getMessage()), e.details(), e.remedies());
      }
    }
    return new ReadModel(
        new ReadModel.ModelSource(
            TypeReference.of(type),
            ModelTypes.isPublic(type),
            type.getKind() == ElementKind.CLASS,
            statements,
            frozen,
            List.of(),
            List.of(),
            true),
        declaration,
        new ModelPositions(type, List.of(), List.of()),
        problems);
  }

  private void requirePlainNames(String name, String file, Graph graph) {
    List<String> names = new ArrayList<>(List.of(graph.name()));
    for (Node node : graph.nodes()) {
      names.add(node.name());
      names.add(node.layer());
    }
    graph.outputs().stream().map(OutputSpec::tensor).forEach(names::add);
    for (String each : names) {
      if (!NAME.matcher(each).matches()) {
        problem(
            "%s: %s has a layer called %s"
                .formatted(name, file, elements.getConstantExpression(each)),
            List.of(),
            List.of("Names hold letters, digits, spaces and _ . : / - alone. Rename it in Keras."));
        return;
      }
    }
  }

  private void problem(String message, List<String> details, List<String> remedies) {
    problems.add(
        new Diagnostic(
            Problem.MODEL_FILE, new Location.OfModelValue(FROM), message, details, remedies));
  }

  private static String decapitalize(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
