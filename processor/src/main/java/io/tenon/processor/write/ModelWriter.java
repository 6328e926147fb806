package io.tenon.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.tenon.Wiring;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.SummaryTable;
import io.tenon.layer.ModelInput;
import io.tenon.picture.GraphPicture;
import io.tenon.processor.read.ReadModel.ModelSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/**
 * Writes the typed class of a model: names and types over a {@code Network}, which does the work.
 */
public final class ModelWriter {
  private final ModelSource source;
  private final Graph graph;
  private final ClassName name;
  private final ModelNames names;

  /** A writer of one model. */
  public ModelWriter(ModelSource source, Graph graph) {
    this.source = source;
    this.graph = graph;
    this.name = Types.of(source.type().generated("Model"));
    this.names = new ModelNames(graph);
  }

  /** The simple name of the class. */
  public String className() {
    return name.simpleName();
  }

  /**
   * The path of the drawing that the javadoc shows, from the folder of the package: the javadoc
   * tool copies what lies in {@code doc-files}.
   */
  public String picture() {
    return "doc-files/" + className() + ".svg";
  }

  /** The file, made from that element. */
  public JavaFile file(Element origin) {
    Constants constants = new Constants();
    GraphField graphField = new GraphField(source, constants);
    List<FieldSpec> graphs = graphField.fields(graph);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addOriginatingElement(origin)
            .addJavadoc(javadoc())
            .addAnnotation(Types.GENERATED)
            .addAnnotation(Types.NULL_MARKED)
            .addModifiers(Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(
                    Types.TYPED_MODEL, name.nestedClass("Samples"), name.nestedClass("Scores")));
    if (!source.wires().isEmpty()) {
      type.addAnnotation(wiring());
    }
    FunctionsType.addTo(type, source, name);
    type.addFields(graphs);
    if (source.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    type.addMethod(constructor());
    SamplesTypes samples = new SamplesTypes(graph, names, name);
    PredictMethods predict = new PredictMethods(graph, names);
    ScoresType scores = new ScoresType(graph);
    type.addMethods(Factories.of(graph, name));
    samples.addMethod(type);
    predict.addMethods(type);
    for (Node node : graph.layers()) {
      if (!node.isInput() && !(node.spec() instanceof ModelInput)) {
        type.addMethod(accessor(node));
      }
    }
    type.addMethods(graphField.methods());
    samples.addTypes(type);
    predict.addTypes(type);
    scores.addType(type);
    new BuilderType(graph, names, name).addTo(type);
    TypeSpec built = type.build();
    for (MethodSpec method : built.methodSpecs()) {
      constants.hide(method.name());
    }
    JavaFile.Builder file =
        JavaFile.builder(name.packageName(), built).indent("  ").skipJavaLangImports(true);
    constants.importInto(file);
    return file.build();
  }

  private CodeBlock javadoc() {
    CodeBlock.Builder javadoc = CodeBlock.builder();
    javadoc.add("{@link $T}, checked and ready to train.\n\n<pre>\n", Types.of(source.type()));
    addLines(javadoc, new SummaryTable(graph).lines());
    if (!isChain()) {
      javadoc.add("\n<p>How it is connected:\n\n<pre>\n");
      addLines(javadoc, GraphPicture.toLines(graph));
    }
    javadoc.add(
        "\n<p><img src=\"$L\" alt=\"The layers of $L and how they are connected\">\n",
        picture(),
        source.type().className());
    return javadoc.build();
  }

  private static void addLines(CodeBlock.Builder javadoc, List<String> lines) {
    for (String line : lines) {
      javadoc.add("$L\n", line);
    }
    javadoc.add("</pre>\n");
  }

  /** Whether no tensor reads several or is read by several; a chain needs no picture. */
  private boolean isChain() {
    Set<String> read = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (node.inputs().size() > 1 || !Collections.disjoint(read, node.inputs())) {
        return false;
      }
      read.addAll(node.inputs());
    }
    return true;
  }

  private AnnotationSpec wiring() {
    List<CodeBlock> wires = new ArrayList<>();
    for (String wire : source.wires()) {
      wires.add(CodeBlock.of("$S", wire));
    }
    return AnnotationSpec.builder(Wiring.class)
        .addMember("value", "{\n$<$L$<\n}$>$>", Blocks.join(wires, ",\n"))
        .build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(Types.NETWORK, "network")
        .addStatement("super(network, Scores::of)")
        .build();
  }

  private MethodSpec accessor(Node node) {
    String method = names.accessor(node);
    MethodSpec.Builder accessor =
        MethodSpec.methodBuilder(method)
            .addModifiers(Modifier.PUBLIC)
            .returns(Types.LAYER_VIEW)
            .addJavadoc(
                "The $L layer that gives $L: $L.",
                node.spec().className(),
                node.name(),
                ArrayText.of(node.type()))
            .addStatement("return network().layer($S)", node.layer());
    if (names.isRenamed(node)) {
      accessor.addJavadoc(
          " Called {@code $L} since the model has a method {@code $L} of its own.",
          method,
          node.layer());
    }
    return accessor.build();
  }
}
