package io.tenon.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.graph.Graph;
import io.tenon.layer.Add;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Flatten;
import io.tenon.layer.Multiply;
import io.tenon.picture.Layout.Place;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Graphs as text and drawn. */
final class GraphPictureTest {
  private static Graph news() {
    return Graph.builder("News")
        .input("title", "4")
        .input("tags", "4")
        .layer("sum", new Add.Spec(), "title", "tags")
        .layer("product", new Multiply.Spec(), "title", "sum")
        .layer("all", new Concatenate.Spec(-1), "product", "sum", "tags")
        .output("product")
        .output("all")
        .build();
  }

  private static Graph pair() {
    Graph encoder =
        Graph.builder("Encoder")
            .input("image", "2 3 1")
            .layer("flat", new Flatten.Spec(), "image")
            .output("flat")
            .build();
    return Graph.builder("Pair")
        .input("left", "2 3 1")
        .input("right", "2 3 1")
        .model("encoder", encoder)
        .apply("leftCode", "encoder", "left")
        .apply("rightCode", "encoder", "right")
        .layer("both", new Add.Spec(), "leftCode", "rightCode")
        .output("both")
        .build();
  }

  @Test
  void railsShowWhatReadsWhat() {
    assertThat(GraphPicture.toLines(news()))
        .containsExactly(
            "o      title", "| o    tags", "+-+-o  sum", "o-|-+  product", "o-+-+  all");
  }

  @Test
  void dotNamesBoxesAndArrows() {
    assertThat(GraphPicture.toDot(pair()))
        .isEqualTo(
            """
            digraph "Pair" {
              rankdir = TB;
              node [shape = box, style = "rounded,filled", fillcolor = white, fontname = "Helvetica"];
              "left" [label = "left\\ninput, float32\\n2 x 3 x 1", fillcolor = "#e3f2e6"];
              "right" [label = "right\\ninput, float32\\n2 x 3 x 1", fillcolor = "#e3f2e6"];
              "leftCode" [label = "leftCode\\nEncoder (encoder)\\n6", fillcolor = "#f5f7fa"];
              "rightCode" [label = "rightCode\\nEncoder (encoder)\\n6", fillcolor = "#f5f7fa"];
              "both" [label = "both\\nAdd\\n6", fillcolor = "#e1ecf9"];
              "left" -> "leftCode";
              "right" -> "rightCode";
              "leftCode" -> "both";
              "rightCode" -> "both";
            }
            """);
  }

  @Test
  void mermaidNumbersBoxes() {
    assertThat(GraphPicture.toMermaid(pair()))
        .isEqualTo(
            """
            flowchart TD
              t0(["left<br/>input, float32<br/>2 x 3 x 1"])
              t1(["right<br/>input, float32<br/>2 x 3 x 1"])
              t2["leftCode<br/>Encoder (encoder)<br/>6"]
              t3["rightCode<br/>Encoder (encoder)<br/>6"]
              t4(["both<br/>Add<br/>6"])
              t0 --> t2
              t1 --> t3
              t2 --> t4
              t3 --> t4
            """);
  }

  @Test
  void svgIsXmlWithABoxForEachTensor() throws Exception {
    Graph odd =
        Graph.builder("a<b & \"c\"")
            .input("x<y", "4")
            .layer("z&w", new Flatten.Spec(), "x<y")
            .output("z&w")
            .build();
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(GraphPicture.toSvg(odd))));

    assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a<b & \"c\"");
  }

  @RepeatedTest(60)
  void boxesNeverTouchAndLinesGoDown(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    var builder = Graph.builder("Any").input("t0", "4").input("t1", "4");
    int count = 3 + random.nextInt(40);
    for (int i = 2; i < count; i++) {
      String first = "t" + random.nextInt(i);
      String second = "t" + random.nextInt(i);
      builder.layer("t" + i, new Add.Spec(), first, second);
      builder.output("t" + i);
    }

    Layout layout = Layout.of(builder.build());

    List<Place> boxes = layout.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      Place one = boxes.get(i);
      assertThat(one.x()).isGreaterThanOrEqualTo(Layout.MARGIN - 1);
      assertThat(one.x() + one.width()).isLessThanOrEqualTo(layout.width());
      for (Place other : boxes.subList(i + 1, boxes.size())) {
        boolean apart =
            one.x() + one.width() < other.x()
                || other.x() + other.width() < one.x()
                || one.y() != other.y();
        assertThat(apart).as("%s and %s", one, other).isTrue();
      }
    }
    for (Layout.Line line : layout.lines()) {
      for (int i = 1; i < line.points().size(); i++) {
        assertThat(line.points().get(i).y()).isGreaterThan(line.points().get(i - 1).y());
      }
    }
  }
}
