package io.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that the javadoc tool makes of a generated class show the model drawn. */
final class JavadocPictureTest {
  @TempDir Path pages;

  @Test
  void thePageShowsTheDrawing() throws IOException {
    Path source = Compiler.RESOURCES.resolve("generated/News/News.java");
    Compilation compilation = Compiler.javac().withStubs().compile(source);
    StringWriter said = new StringWriter();

    int status =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "-quiet",
                "-package",
                "-Xdoclint:all,-missing",
                "-Xwerror",
                "-sourcepath",
                compilation.classes().resolveSibling("sources").toString(),
                "-classpath",
                String.join(
                    System.getProperty("path.separator"),
                    compilation.classes().toString(),
                    Compiler.stubs().toString(),
                    System.getProperty("java.class.path")),
                "-d",
                pages.toString(),
                "-subpackages",
                "example");

    assertThat(said.toString()).isEmpty();
    assertThat(status).isZero();
    assertThat(Files.readString(pages.resolve("example/NewsModel.html")))
        .contains(
            "<img src=\"doc-files/NewsModel.svg\""
                + " alt=\"The layers of News and how they are connected\">");
    assertThat(pages.resolve("example/doc-files/NewsModel.svg"))
        .content()
        .isEqualTo(compilation.pictures().get("example/doc-files/NewsModel.svg"))
        .contains("<svg", ">extras<", ">Concatenate<");
  }
}
