package io.tenon.examples.kotlin

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readLines
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

/** Programs that Kotlin must refuse, each with the error that its first line names. */
class WrongProgramsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  fun `is refused`(program: String, @TempDir target: Path) {
    val source = FOLDER.resolve(program)
    val expected = source.readLines().first().removePrefix("// error: ")
    val output = ByteArrayOutputStream()

    val exit =
      K2JVMCompiler()
        .exec(
          PrintStream(output),
          "-no-stdlib",
          "-no-reflect",
          "-Xjspecify-annotations=strict",
          "-classpath",
          System.getProperty("java.class.path"),
          "-d",
          target.toString(),
          source.toString(),
        )

    assertThat(output.toString()).contains("error: $expected")
    assertThat(exit).isEqualTo(ExitCode.COMPILATION_ERROR)
  }

  companion object {
    private val FOLDER = Path.of("src/test/resources/wrong")

    @JvmStatic fun programs() = FOLDER.listDirectoryEntries("*.kt").map { it.name }.sorted()
  }
}
