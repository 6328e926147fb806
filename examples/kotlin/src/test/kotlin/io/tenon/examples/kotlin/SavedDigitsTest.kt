package io.tenon.examples.kotlin

import io.tenon.examples.digits.Digits
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class SavedDigitsTest {
  @Test
  fun `a model made of a file reads digits that it was not trained on`(@TempDir folder: Path) {
    val file = folder.resolve("digits.keras")
    Digits::class.java.getResourceAsStream("/digits/digits.keras")!!.use { Files.copy(it, file) }
    val test = Digits.split(0.8, 7).test

    SavedDigitsModel.load(file).use { model ->
      val guesses = model.predict(test.pixels).argMax(1).toIntVector()
      val right = guesses.zip(test.digits.toIntVector()).count { (guess, digit) -> guess == digit }

      assertThat(right / guesses.size.toDouble()).isGreaterThan(0.97)
      assertThat(model.hidden().weight("kernel").shape()).containsExactly(64, 16)
    }
  }
}
