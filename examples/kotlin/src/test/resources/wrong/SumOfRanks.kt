// error: argument type mismatch: actual type is 'VectorStage', but 'SeriesStage' was expected.
import io.tenon.dsl.Networks

fun sum() {
  val words = Networks.functional("words")
  words.series("left", 20, 8) + words.vector("right", 8)
}
